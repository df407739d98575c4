import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RulingsModule } from '../attribution/rulings.module';
import { FloorModule } from '../floor/floor.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { RegisterModule } from '../register/register.module';
import { StaffModule } from '../staff/staff.module';
import { Penalties } from './penalties';
import { PenaltiesController } from './penalties.controller';
import { Forfeits } from './forfeits';
import { PenaltyAppeals } from './penalty-appeals';
import { PenaltyLedger } from './penalty-ledger';
import { Penalty, PenaltyAppeal, PenaltyPosting } from './penalty.entity';
import { Praise } from './praise.entity';
import { Praises } from './praises';

/** Slips and penalties by the policy's schedule. */
@Module({
  imports: [TypeOrmModule.forFeature([Penalty, PenaltyAppeal, PenaltyPosting, Praise]), RulingsModule, FloorModule, OfficeTimeModule, RegisterModule, StaffModule],
  controllers: [PenaltiesController],
  providers: [Forfeits, Penalties, PenaltyAppeals, PenaltyLedger, Praises],
  exports: [Forfeits, Penalties, PenaltyAppeals, PenaltyLedger, Praises],
})
export class PenaltiesModule {}
