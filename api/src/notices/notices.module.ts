import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomerDeskModule } from '../customers/customer-desk.module';
import { DealsModule } from '../deals/deals.module';
import { FloorModule } from '../floor/floor.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { ReceptionModule } from '../reception/reception.module';
import { ReportsModule } from '../reports/reports.module';
import { StaffModule } from '../staff/staff.module';
import { ArrearsNotices } from './arrears-notices';
import { CaseNotices } from './case-notices';
import { ClaimNotices } from './claim-notices';
import { DealNotices } from './deal-notices';
import { DisputeNotices } from './dispute-notices';
import { DutyNotices } from './duty-notices';
import { FloorNotices } from './floor-notices';
import { FollowUpNotices } from './follow-up-notices';
import { HouseNotices } from './house-notices';
import { HouseholdNotices } from './household-notices';
import { LedgerNotices } from './ledger-notices';
import { NoticeSeen } from './notice-seen.entity';
import { MailNotices } from './mail-notices';
import { Notices } from './notices';
import { NoticesController } from './notices.controller';
import { RegisterNotices } from './register-notices';
import { RegistrationNotices } from './registration-notices';
import { ReportNotices } from './report-notices';
import { RequestNotices } from './request-notices';
import { StandingNotices } from './standing-notices';
import { WebhookNotices } from './webhook-notices';

/** What concerns each person now. */
@Module({
  imports: [TypeOrmModule.forFeature([NoticeSeen]), CustomerDeskModule, DealsModule, FloorModule, ReceptionModule, OfficeTimeModule, ReportsModule, StaffModule],
  controllers: [NoticesController],
  exports: [Notices],
  providers: [Notices, StandingNotices, LedgerNotices, CaseNotices, DutyNotices, FloorNotices, FollowUpNotices, RegisterNotices, HouseholdNotices, HouseNotices, MailNotices, ClaimNotices, RegistrationNotices, DisputeNotices, RequestNotices, DealNotices, ArrearsNotices, WebhookNotices, ReportNotices],
})
export class NoticesModule {}
