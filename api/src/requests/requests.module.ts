import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RulingsModule } from '../attribution/rulings.module';
import { AuditModule } from '../audit/audit.module';
import { FloorModule } from '../floor/floor.module';
import { JobsModule } from '../jobs/jobs.module';
import { OfficesModule } from '../offices/offices.module';
import { PenaltiesModule } from '../penalties/penalties.module';
import { RegisterModule } from '../register/register.module';
import { StaffModule } from '../staff/staff.module';
import { ComplaintSheets } from './complaint-sheets';
import { CustomerRequest, RequestActRow } from './customer-request.entity';
import { RequestClocks } from './request-clocks';
import { RequestEntries } from './request-entries';
import { RequestPhones } from './request-phones';
import { RequestPraise } from './request-praise';
import { RequestRows } from './request-rows';
import { RequestsClock } from './requests-clock';
import { RequestsController } from './requests.controller';
import { RequestSteps } from './request-steps';
import { RequestViews } from './request-views';

/** What reaches the office and has to be answered; complaints among it (000, 001, 002 篇4, 003 篇十一, 004). */
@Module({
  imports: [TypeOrmModule.forFeature([CustomerRequest, RequestActRow]), RulingsModule, AuditModule, FloorModule, JobsModule, OfficesModule, PenaltiesModule, RegisterModule, StaffModule],
  controllers: [RequestsController],
  providers: [ComplaintSheets, RequestClocks, RequestEntries, RequestPhones, RequestPraise, RequestRows, RequestsClock, RequestSteps, RequestViews],
  exports: [RequestEntries, RequestsClock, RequestSteps],
})
export class RequestsModule {}
