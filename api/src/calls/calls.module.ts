import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttributionModule } from '../attribution/attribution.module';
import { CustomersModule } from '../customers/customers.module';
import { FloorModule } from '../floor/floor.module';
import { FollowUpTasksModule } from '../follow-up/follow-up-tasks.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { ReceptionModule } from '../reception/reception.module';
import { RegisterModule } from '../register/register.module';
import { StaffModule } from '../staff/staff.module';
import { CallFacts } from './call-facts';
import { CallRecord } from './call-record.entity';
import { CallRows } from './call-rows';
import { Calls } from './calls';
import { CallsController } from './calls.controller';
import { DaysCalls } from './days-calls';
import { EarlierCalls } from './earlier-calls';

/** Incoming calls: their own line, their register, what they give. */
@Module({
  imports: [TypeOrmModule.forFeature([CallRecord]), AttributionModule, CustomersModule, FloorModule, FollowUpTasksModule, OfficeTimeModule, ReceptionModule, StaffModule, RegisterModule],
  controllers: [CallsController],
  providers: [CallFacts, CallRows, Calls, DaysCalls, EarlierCalls],
  exports: [Calls, CallRows, EarlierCalls],
})
export class CallsModule {}
