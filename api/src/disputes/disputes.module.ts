import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttributionModule } from '../attribution/attribution.module';
import { RulingsModule } from '../attribution/rulings.module';
import { DealsModule } from '../deals/deals.module';
import { FloorModule } from '../floor/floor.module';
import { JobsModule } from '../jobs/jobs.module';
import { OfficesModule } from '../offices/offices.module';
import { RegisterModule } from '../register/register.module';
import { StaffModule } from '../staff/staff.module';
import { Dispute, DisputeActRow, DisputeParty } from './dispute.entity';
import { DisputeFiles } from './dispute-files';
import { DisputeOpenings } from './dispute-openings';
import { DisputePrecedents } from './dispute-precedents';
import { DisputeRows } from './dispute-rows';
import { DisputesClock } from './disputes-clock';
import { DisputesController } from './disputes.controller';
import { DisputeSettlements } from './dispute-settlements';
import { DisputeSteps } from './dispute-steps';
import { DisputeViews } from './dispute-views';
import { StepTimes } from './step-times';

/** Cases in which several agents call one customer, or one deal, theirs: evidence, ladder, ruling, appeal (003 §(五)4). */
@Module({
  imports: [TypeOrmModule.forFeature([Dispute, DisputeParty, DisputeActRow]), AttributionModule, RulingsModule, DealsModule, FloorModule, JobsModule, OfficesModule, RegisterModule, StaffModule],
  controllers: [DisputesController],
  providers: [DisputeFiles, DisputeOpenings, DisputePrecedents, DisputeRows, DisputesClock, DisputeSettlements, DisputeSteps, DisputeViews, StepTimes],
  exports: [DisputeOpenings, DisputeRows, DisputeSteps, DisputeViews, DisputesClock],
})
export class DisputesModule {}
