import { Module } from '@nestjs/common';
import { AttributionModule } from '../attribution/attribution.module';
import { AuditModule } from '../audit/audit.module';
import { CallsModule } from '../calls/calls.module';
import { ChecksModule } from '../checks/checks.module';
import { DealsModule } from '../deals/deals.module';
import { DisputesModule } from '../disputes/disputes.module';
import { EveningModule } from '../evening/evening.module';
import { FollowUpModule } from '../follow-up/follow-up.module';
import { FloorModule } from '../floor/floor.module';
import { HandoversModule } from '../handovers/handovers.module';
import { OfficesModule } from '../offices/offices.module';
import { PenaltiesModule } from '../penalties/penalties.module';
import { ReceptionModule } from '../reception/reception.module';
import { RequestsModule } from '../requests/requests.module';
import { StaffModule } from '../staff/staff.module';
import { UnitsModule } from '../units/units.module';
import { CallServices } from './calls-story';
import { DemoAnnouncement } from './demo-announcement';
import { DemoController } from './demo.controller';
import { DemoHistory } from './demo-history';
import { DemoInstallation } from './demo-installation';
import { DemoMarks } from './demo-marks';
import { DemoPeople } from './demo-people';
import { DemoReset } from './demo-reset';
import { EveningServices } from './evening-story';
import { HouseServices } from './house-story';
import { OfficeServices } from './office-hands';
import { RequestServices } from './requests-story';
import { SalesServices } from './sales-story';

/** The demo office, for whoever wants to try the product. */
@Module({
  imports: [StaffModule, OfficesModule, AuditModule, FloorModule, AttributionModule, CallsModule, FollowUpModule, ReceptionModule, DealsModule, DisputesModule, ChecksModule, EveningModule, HandoversModule, PenaltiesModule, RequestsModule, UnitsModule],
  controllers: [DemoController],
  providers: [DemoPeople, DemoMarks, DemoHistory, DemoInstallation, DemoAnnouncement, DemoReset, OfficeServices, RequestServices, SalesServices, CallServices, EveningServices, HouseServices],
  exports: [DemoPeople],
})
export class DemoModule {}
