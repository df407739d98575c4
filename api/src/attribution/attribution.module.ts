import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FloorModule } from '../floor/floor.module';
import { StaffModule } from '../staff/staff.module';
import { Claim } from './claim.entity';
import { ClaimRefreshes } from './claim-refreshes';
import { ClaimRows } from './claim-rows';
import { Claims } from './claims';
import { StoredClaimsCheck } from './claims-check';
import { Contacts } from './contacts';
import { Contact } from './contact.entity';
import { OpenClaims } from './open-claims';
import { Pool } from './pool';
import { PoolStay } from './pool-stay.entity';
import { Redistribution } from './redistribution.entity';

/** Whose customer: claims, until when, and why. */
@Module({
  imports: [TypeOrmModule.forFeature([Claim, Contact, PoolStay, Redistribution]), FloorModule, StaffModule],
  providers: [ClaimRefreshes, ClaimRows, Claims, Contacts, OpenClaims, Pool, StoredClaimsCheck],
  exports: [ClaimRefreshes, Claims, Contacts, Pool],
})
export class AttributionModule {}
