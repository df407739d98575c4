import { Module } from '@nestjs/common';
import { FloorModule } from '../floor/floor.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { RegisterModule } from '../register/register.module';
import { AuditController } from './audit.controller';
import { AuditExport } from './audit-export';
import { AuditTrail } from './audit-trail';
import { AuditModule } from './audit.module';
import { RegisterPages } from './register-pages';
import { RegisterPagesController } from './register-pages.controller';

/** What was recorded and entered, to look through, export and verify. Every feature records; only this one reads. */
@Module({
  imports: [AuditModule, FloorModule, OfficeTimeModule, RegisterModule],
  controllers: [AuditController, RegisterPagesController],
  providers: [AuditTrail, AuditExport, RegisterPages],
})
export class InspectionModule {}
