import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StaffModule } from '../staff/staff.module';
import { Claim } from './claim.entity';
import { Claims } from './claims';
import { OpenClaims } from './open-claims';

/** Whose customer: claims, until when, and why. */
@Module({
  imports: [TypeOrmModule.forFeature([Claim]), StaffModule],
  providers: [Claims, OpenClaims],
  exports: [Claims],
})
export class AttributionModule {}
