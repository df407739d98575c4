import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FloorModule } from '../floor/floor.module';
import { StaffModule } from '../staff/staff.module';
import { Penalties } from './penalties';
import { PenaltiesController } from './penalties.controller';
import { Penalty } from './penalty.entity';

/** Slips and penalties by the policy's schedule. */
@Module({
  imports: [TypeOrmModule.forFeature([Penalty]), FloorModule, StaffModule],
  controllers: [PenaltiesController],
  providers: [Penalties],
  exports: [Penalties],
})
export class PenaltiesModule {}
