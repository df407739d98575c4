import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/customers.module';
import { FloorModule } from '../floor/floor.module';
import { JobsModule } from '../jobs/jobs.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { RegisterModule } from '../register/register.module';
import { StaffModule } from '../staff/staff.module';
import { FollowUpClock } from './follow-up-clock';
import { FollowUpRows } from './follow-up-rows';
import { FollowUpTasksModule } from './follow-up-tasks.module';
import { FollowUps } from './follow-ups';
import { FollowUpsController } from './follow-ups.controller';
import { MovedTasks } from './moved-tasks';
import { TrackingSheets } from './tracking-sheets';

/** Follow-ups of customers: due, overdue and told further; expected visits; customers given up. */
@Module({
  imports: [CustomersModule, FloorModule, FollowUpTasksModule, JobsModule, OfficeTimeModule, RegisterModule, StaffModule],
  controllers: [FollowUpsController],
  providers: [FollowUpClock, FollowUpRows, FollowUps, MovedTasks, TrackingSheets],
  exports: [FollowUpClock, FollowUps],
})
export class FollowUpModule {}
