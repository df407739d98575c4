import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OfficesModule } from '../offices/offices.module';
import { RegisterModule } from '../register/register.module';
import { FollowUpTask } from './follow-up-task.entity';
import { FollowUpTasks } from './follow-up-tasks';
import { LostCustomer } from './lost-customer.entity';

/** The rows of follow-ups, for whoever makes or does one. */
@Module({ imports: [TypeOrmModule.forFeature([FollowUpTask, LostCustomer]), OfficesModule, RegisterModule], providers: [FollowUpTasks], exports: [FollowUpTasks] })
export class FollowUpTasksModule {}
