import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { EmploymentChanges } from './employment-changes';
import { Employment } from './employment.entity';
import { Passwords } from './passwords';
import { People } from './people';
import { Person } from './person.entity';
import { Recruiting } from './recruiting';
import { Staff } from './staff';
import { StaffChanges } from './staff-changes';
import { StaffController } from './staff.controller';

/** People, and what they are in which office. */
@Module({
  imports: [TypeOrmModule.forFeature([Person, Employment]), OfficeTimeModule, AuditModule],
  controllers: [StaffController],
  providers: [Staff, StaffChanges, EmploymentChanges, Recruiting, People, Passwords],
  exports: [Staff, StaffChanges, EmploymentChanges, People, Passwords],
})
export class StaffModule {}
