import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { Cipher } from '../platform/cipher/cipher';
import { BulkEntry } from './bulk-entry';
import { BulkController } from './bulk.controller';
import { EmploymentChanges } from './employment-changes';
import { EmploymentPeriod } from './employment-period.entity';
import { Employment } from './employment.entity';
import { InitialPasswords } from './initial-passwords';
import { Passwords } from './passwords';
import { People } from './people';
import { Periods } from './periods';
import { Person } from './person.entity';
import { Recruiting } from './recruiting';
import { Roster } from './roster';
import { Staff } from './staff';
import { StaffChanges } from './staff-changes';
import { StaffController } from './staff.controller';
import { TeamPeriod } from './team-period.entity';
import { Teams } from './teams';
import { Ties } from './ties';
import { Transfers } from './transfers';

/** People, and what they are in which office. */
@Module({
  imports: [TypeOrmModule.forFeature([Person, Employment, EmploymentPeriod, TeamPeriod]), OfficeTimeModule, AuditModule],
  controllers: [StaffController, BulkController],
  providers: [Staff, StaffChanges, EmploymentChanges, Transfers, Roster, Periods, Teams, Ties, Recruiting, BulkEntry, InitialPasswords, Cipher, People, Passwords],
  exports: [Staff, StaffChanges, EmploymentChanges, Periods, Teams, Ties, People, Passwords],
})
export class StaffModule {}
