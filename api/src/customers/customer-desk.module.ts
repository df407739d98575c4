import { Module } from '@nestjs/common';
import { RulingsModule } from '../attribution/rulings.module';
import { FloorModule } from '../floor/floor.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { CustomerMatches } from './customer-matches';
import { CustomersModule } from './customers.module';
import { Households } from './households';
import { MatchesController } from './matches.controller';
import { PhoneActs } from './phone-acts';
import { TiesController } from './ties.controller';

/** What is done with customers beside receiving them. */
@Module({
  imports: [CustomersModule, FloorModule, OfficeTimeModule, RulingsModule],
  controllers: [MatchesController, TiesController],
  providers: [CustomerMatches, Households, PhoneActs],
})
export class CustomerDeskModule {}
