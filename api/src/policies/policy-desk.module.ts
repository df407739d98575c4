import { Module } from '@nestjs/common';
import { FloorModule } from '../floor/floor.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { ReceptionModule } from '../reception/reception.module';
import { StaffModule } from '../staff/staff.module';
import { DraftCheck } from './draft-check';
import { DraftsController } from './drafts.controller';
import { PoliciesModule } from './policies.module';
import { Replay } from './replay';
import { ToldArrivals } from './told-arrivals';
import { Trial } from './trial';

/** Where a draft is tried before it is published. Apart from PoliciesModule, which the floor it is tried on needs. */
@Module({
  imports: [PoliciesModule, FloorModule, ReceptionModule, StaffModule, OfficeTimeModule],
  controllers: [DraftsController],
  providers: [DraftCheck, Replay, ToldArrivals, Trial],
  exports: [Replay],
})
export class PolicyDeskModule {}
