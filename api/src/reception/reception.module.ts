import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttributionModule } from '../attribution/attribution.module';
import { RulingsModule } from '../attribution/rulings.module';
import { AuditModule } from '../audit/audit.module';
import { CustomersModule } from '../customers/customers.module';
import { FloorModule } from '../floor/floor.module';
import { FollowUpTasksModule } from '../follow-up/follow-up-tasks.module';
import { JobsModule } from '../jobs/jobs.module';
import { OfficesModule } from '../offices/offices.module';
import { Draw } from '../platform/clock/draw';
import { PenaltiesModule } from '../penalties/penalties.module';
import { PoliciesModule } from '../policies/policies.module';
import { StaffModule } from '../staff/staff.module';
import { Answered } from './answered';
import { ArrivalFacts } from './arrival-facts';
import { Arrivals } from './arrivals';
import { ArrivalsController } from './arrivals.controller';
import { Board } from './board';
import { BusinessDay } from './business-day';
import { DaysRegister } from './days-register';
import { DutiesController } from './duties.controller';
import { DutyActs } from './duty-acts';
import { Ending } from './ending';
import { Line } from './line';
import { MyDay } from './my-day';
import { OpenWork } from './open-work';
import { PartnerReports } from './partner-reports';
import { PassOn } from './pass-on';
import { Presence } from './presence';
import { PresenceController } from './presence.controller';
import { Duty, Reception, Visit } from './reception.entity';
import { Receiving } from './receiving';
import { Receptions } from './receptions';
import { ReceptionsController } from './receptions.controller';
import { RegisterActs } from './register-acts';
import { Registering } from './registering';
import { RegisterController } from './register.controller';
import { ViewsController } from './views.controller';
import { VisitForms } from './visit-forms';
import { Visits } from './visits';
import { Waiting } from './waiting';

/** The line, arrivals, presence and turns of the office. */
@Module({
  imports: [TypeOrmModule.forFeature([Visit, Reception, Duty]), FloorModule, FollowUpTasksModule, JobsModule, AttributionModule, RulingsModule, CustomersModule, StaffModule, OfficesModule, AuditModule, PenaltiesModule, PoliciesModule],
  controllers: [ArrivalsController, ReceptionsController, PresenceController, ViewsController, RegisterController, DutiesController],
  providers: [Answered, ArrivalFacts, Arrivals, Board, BusinessDay, DaysRegister, Draw, DutyActs, Ending, Line, MyDay, OpenWork, PartnerReports, PassOn, Presence, Receiving, Receptions, RegisterActs, Registering, VisitForms, Visits, Waiting],
  exports: [Answered, ArrivalFacts, Arrivals, Board, BusinessDay, Line, Presence, Receptions, RegisterActs, Registering, VisitForms, Visits, Waiting],
})
export class ReceptionModule {}
