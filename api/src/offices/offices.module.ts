import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { PoliciesModule } from '../policies/policies.module';
import { StaffModule } from '../staff/staff.module';
import { FirstOffice } from './first-office';
import { Holiday } from './holiday.entity';
import { Holidays } from './holidays';
import { OfficeTimeModule } from './office-time.module';
import { Office } from './office.entity';
import { Offices } from './offices';
import { OfficesController } from './offices.controller';

@Module({
  imports: [TypeOrmModule.forFeature([Office, Holiday]), OfficeTimeModule, StaffModule, PoliciesModule, AuditModule],
  controllers: [OfficesController],
  providers: [Offices, FirstOffice, Holidays],
  exports: [Offices, FirstOffice, Holidays, OfficeTimeModule],
})
export class OfficesModule {}
