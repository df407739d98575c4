import { Module } from '@nestjs/common';
import { AttributionModule } from '../attribution/attribution.module';
import { RulingsModule } from '../attribution/rulings.module';
import { FloorModule } from '../floor/floor.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { RegisterModule } from '../register/register.module';
import { StaffModule } from '../staff/staff.module';
import { CustomerList } from './customer-list';
import { CustomerMatches } from './customer-matches';
import { CustomerPages } from './customer-page';
import { CustomerPagesController } from './customer-pages.controller';
import { CustomersModule } from './customers.module';
import { HandOvers } from './hand-overs';
import { HandOversController } from './hand-overs.controller';
import { Households } from './households';
import { Merges } from './merges';
import { MergesController } from './merges.controller';
import { MatchesController } from './matches.controller';
import { PersonEntries } from './person-entries';
import { PhoneActs } from './phone-acts';
import { Registrations } from './registrations';
import { ShowFlat } from './show-flat';
import { ShowFlatController } from './show-flat.controller';
import { TiesController } from './ties.controller';
import { Timeline } from './timeline';

/** What is done with customers beside receiving them, and the pages that show them. */
@Module({
  imports: [CustomersModule, AttributionModule, FloorModule, OfficeTimeModule, RegisterModule, RulingsModule, StaffModule],
  controllers: [MatchesController, MergesController, HandOversController, CustomerPagesController, ShowFlatController, TiesController],
  providers: [CustomerList, CustomerMatches, CustomerPages, HandOvers, Households, Merges, PersonEntries, PhoneActs, Registrations, ShowFlat, Timeline],
  exports: [CustomerList, Registrations],
})
export class CustomerDeskModule {}
