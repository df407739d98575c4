import { Module } from '@nestjs/common';
import { FollowUpModule } from './follow-up/follow-up.module';
import { InspectionModule } from './audit/inspection.module';
import { AuthModule } from './auth/auth.module';
import { ChecksModule } from './checks/checks.module';
import { CallsModule } from './calls/calls.module';
import { CustomerSheetsModule } from './customer-sheets/customer-sheets.module';
import { CustomerDeskModule } from './customers/customer-desk.module';
import { DealsModule } from './deals/deals.module';
import { DemoModule } from './demo/demo.module';
import { DisputesModule } from './disputes/disputes.module';
import { EveningModule } from './evening/evening.module';
import { FairnessModule } from './fairness/fairness.module';
import { HandoversModule } from './handovers/handovers.module';
import { NoticesModule } from './notices/notices.module';
import { OfficesModule } from './offices/offices.module';
import { PenaltiesModule } from './penalties/penalties.module';
import { PoliciesModule } from './policies/policies.module';
import { PolicyDeskModule } from './policies/policy-desk.module';
import { ReceptionModule } from './reception/reception.module';
import { RemindersModule } from './reminders/reminders.module';
import { ReportsModule } from './reports/reports.module';
import { RequestsModule } from './requests/requests.module';
import { ScriptsModule } from './scripts/scripts.module';
import { StaffModule } from './staff/staff.module';
import { TurnsModule } from './turns/turns.module';
import { UnitsModule } from './units/units.module';
import { VerificationModule } from './verification/verification.module';

/** The product's features. The platform is added by `createApp`, so that tests can give it another clock and database. */
@Module({ imports: [AuthModule, StaffModule, OfficesModule, PoliciesModule, PolicyDeskModule, ReceptionModule, CallsModule, FollowUpModule, CustomerDeskModule, CustomerSheetsModule, DealsModule, DisputesModule, PenaltiesModule, ChecksModule, HandoversModule, UnitsModule, RequestsModule, EveningModule, FairnessModule, ReportsModule, ScriptsModule, TurnsModule, VerificationModule, InspectionModule, NoticesModule, RemindersModule, DemoModule] })
export class AppModule {}
