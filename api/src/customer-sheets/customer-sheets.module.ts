import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttributionModule } from '../attribution/attribution.module';
import { RulingsModule } from '../attribution/rulings.module';
import { AuditModule } from '../audit/audit.module';
import { CustomerDeskModule } from '../customers/customer-desk.module';
import { CustomersModule } from '../customers/customers.module';
import { FloorModule } from '../floor/floor.module';
import { JobsModule } from '../jobs/jobs.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { RegisterModule } from '../register/register.module';
import { StaffModule } from '../staff/staff.module';
import { CustomerExport, ExportPart } from './export.entity';
import { ExportWork } from './export-work';
import { Exports } from './exports';
import { ExportsController } from './exports.controller';
import { ImportBatches } from './import-batches';
import { ImportEntering } from './import-entering';
import { ImportPlans } from './import-plans';
import { ImportUndoing } from './import-undoing';
import { ImportWork } from './import-work';
import { ImportBatch, ImportRow } from './import.entity';
import { Imports } from './imports';
import { ImportsController } from './imports.controller';

/** Customers brought in from sheets and taken out into sheets. */
@Module({
  imports: [TypeOrmModule.forFeature([ImportBatch, ImportRow, CustomerExport, ExportPart]), JobsModule, AttributionModule, RulingsModule, AuditModule, CustomerDeskModule, CustomersModule, FloorModule, OfficeTimeModule, RegisterModule, StaffModule],
  controllers: [ImportsController, ExportsController],
  providers: [Exports, ExportWork, ImportBatches, ImportEntering, ImportPlans, ImportUndoing, ImportWork, Imports],
})
export class CustomerSheetsModule {}
