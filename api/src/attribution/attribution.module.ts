import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FloorModule } from '../floor/floor.module';
import { StaffModule } from '../staff/staff.module';
import { Claim } from './claim.entity';
import { ClaimRefreshes } from './claim-refreshes';
import { Claims } from './claims';
import { StoredClaimsCheck } from './claims-check';
import { Contact } from './contact.entity';
import { OpenClaims } from './open-claims';
import { PoolStay } from './pool-stay.entity';
import { Redistribution } from './redistribution.entity';

/** Whose customer: claims, until when, and why. */
@Module({
  imports: [TypeOrmModule.forFeature([Claim, Contact, PoolStay, Redistribution]), FloorModule, StaffModule],
  providers: [ClaimRefreshes, Claims, OpenClaims, StoredClaimsCheck],
  exports: [ClaimRefreshes, Claims],
})
export class AttributionModule {}
