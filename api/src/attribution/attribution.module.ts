import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OfficeTimeModule } from '../offices/office-time.module';
import { FollowUpTasksModule } from '../follow-up/follow-up-tasks.module';
import { FloorModule } from '../floor/floor.module';
import { RegisterModule } from '../register/register.module';
import { JobsModule } from '../jobs/jobs.module';
import { StaffModule } from '../staff/staff.module';
import { Claim } from './claim.entity';
import { ClaimExpiry } from './claim-expiry';
import { ClaimRecomputing } from './claim-recomputing';
import { ClaimMerges } from './claim-merges';
import { ClaimRefreshes } from './claim-refreshes';
import { Draw } from '../platform/clock/draw';
import { ClaimRows } from './claim-rows';
import { ClaimsController } from './claims.controller';
import { ClaimsPages } from './claims-pages';
import { ClaimTransfers } from './claim-transfers';
import { Claims } from './claims';
import { ClaimsClock } from './claims-clock';
import { StoredClaimsCheck } from './claims-check';
import { Contacts } from './contacts';
import { Contact } from './contact.entity';
import { DrawLists } from './draw-lists';
import { DrawRecords } from './draw-records';
import { Draws } from './draws';
import { DrawsController } from './draws.controller';
import { NextContacts } from './next-contacts';
import { OpenClaims } from './open-claims';
import { Pool } from './pool';
import { PoolController } from './pool.controller';
import { PoolPages } from './pool-pages';
import { PoolStay } from './pool-stay.entity';
import { Redistribution } from './redistribution.entity';
import { SuccessionNews } from './succession-news';

/** Whose customer: claims, until when, and why. */
@Module({
  imports: [TypeOrmModule.forFeature([Claim, Contact, PoolStay, Redistribution]), FloorModule, FollowUpTasksModule, JobsModule, OfficeTimeModule, RegisterModule, StaffModule],
  controllers: [ClaimsController, DrawsController, PoolController],
  providers: [ClaimExpiry, ClaimMerges, ClaimRecomputing, ClaimRefreshes, ClaimRows, Claims, ClaimsClock, ClaimsPages, ClaimTransfers, Contacts, Draw, DrawLists, DrawRecords, Draws, NextContacts, OpenClaims, Pool, PoolPages, StoredClaimsCheck, SuccessionNews],
  exports: [ClaimMerges, ClaimRefreshes, Claims, ClaimTransfers, Contacts, Draws, Pool, SuccessionNews],
})
export class AttributionModule {}
