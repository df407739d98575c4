import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { PoliciesModule } from '../policies/policies.module';
import { StaffModule } from '../staff/staff.module';
import { FirstOffice } from './first-office';
import { OfficeTimeModule } from './office-time.module';
import { Office } from './office.entity';
import { Offices } from './offices';
import { OfficesController } from './offices.controller';

@Module({
  imports: [TypeOrmModule.forFeature([Office]), OfficeTimeModule, StaffModule, PoliciesModule, AuditModule],
  controllers: [OfficesController],
  providers: [Offices, FirstOffice],
  exports: [Offices, FirstOffice, OfficeTimeModule],
})
export class OfficesModule {}
