import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RulingsModule } from '../attribution/rulings.module';
import { CustomersModule } from '../customers/customers.module';
import { FloorModule } from '../floor/floor.module';
import { JobsModule } from '../jobs/jobs.module';
import { StaffModule } from '../staff/staff.module';
import { UnitsModule } from '../units/units.module';
import { CommissionLedger } from './commission-ledger';
import { CommissionPosting, Deal, DealEvent } from './deal.entity';
import { DealHistory } from './deal-history';
import { DealLife } from './deal-life';
import { DealLifeController } from './deal-life.controller';
import { Deals } from './deals';
import { DealsClock } from './deals-clock';
import { DealsController } from './deals.controller';
import { DisputedDeals } from './disputed-deals';
import { StoredDeals } from './stored-deals';

/** Deals, their life from the deposit on, and the commission they bring. */
@Module({
  imports: [TypeOrmModule.forFeature([Deal, DealEvent, CommissionPosting]), RulingsModule, CustomersModule, FloorModule, JobsModule, StaffModule, UnitsModule],
  controllers: [DealsController, DealLifeController],
  providers: [CommissionLedger, DealHistory, DealLife, Deals, DealsClock, DisputedDeals, StoredDeals],
  exports: [Deals, DealLife, DealsClock, DisputedDeals],
})
export class DealsModule {}
