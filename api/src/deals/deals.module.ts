import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttributionModule } from '../attribution/attribution.module';
import { RulingsModule } from '../attribution/rulings.module';
import { AuditModule } from '../audit/audit.module';
import { CustomersModule } from '../customers/customers.module';
import { FloorModule } from '../floor/floor.module';
import { JobsModule } from '../jobs/jobs.module';
import { OfficeTimeModule } from '../offices/office-time.module';
import { PenaltiesModule } from '../penalties/penalties.module';
import { RegisterModule } from '../register/register.module';
import { StaffModule } from '../staff/staff.module';
import { UnitsModule } from '../units/units.module';
import { Adjustments } from './adjustments';
import { CommissionLedger } from './commission-ledger';
import { CommissionReleases } from './commission-releases';
import { CommissionPosting, Deal, DealEvent } from './deal.entity';
import { DealChangePapers } from './deal-change-papers';
import { DealChanges } from './deal-changes';
import { DealContests } from './deal-contests';
import { DealHistory } from './deal-history';
import { DealLife } from './deal-life';
import { DealLifeController } from './deal-life.controller';
import { DealPages } from './deal-pages';
import { DealSheetFiles } from './deal-sheet-files';
import { DealSheets } from './deal-sheets';
import { DealSheetsController } from './deal-sheets.controller';
import { DealSuccession } from './deal-succession';
import { DealSigning } from './deal-signing';
import { DealSteps } from './deal-steps';
import { Deals } from './deals';
import { DealsClock } from './deals-clock';
import { DealsController } from './deals.controller';
import { DisputedDeals } from './disputed-deals';
import { Dues } from './dues';
import { LeaversCommission } from './leavers-commission';
import { MoneyController } from './money.controller';
import { Instalment, PaymentDemand, Receipt, Subscription } from './money.entity';
import { MonthTiers } from './month-tiers';
import { Payments } from './payments';
import { PayoutSheets } from './payout-sheets';
import { Receipts } from './receipts';
import { Statements } from './statements';
import { RegisteredSteps } from './registered-steps';
import { StoredDeals } from './stored-deals';

/** Deals, their life from the deposit on, their money, and the commission they bring. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Deal, DealEvent, CommissionPosting, Subscription, Instalment, Receipt, PaymentDemand]), AttributionModule, RulingsModule, AuditModule, CustomersModule, FloorModule, JobsModule, OfficeTimeModule, PenaltiesModule, RegisterModule, StaffModule,
    UnitsModule,
  ],
  controllers: [DealSheetsController, DealsController, DealLifeController, MoneyController],
  providers: [
    Adjustments, CommissionLedger, CommissionReleases, DealChangePapers, DealChanges, DealContests, DealHistory, DealLife, DealPages, Deals, DealsClock, DealSheetFiles, DealSheets, DealSigning, DealSteps, DealSuccession, DisputedDeals, Dues, LeaversCommission, MonthTiers, Payments, PayoutSheets, Receipts, RegisteredSteps,
    Statements, StoredDeals,
  ],
  exports: [Adjustments, CommissionLedger, DealChanges, DealLife, Deals, DealsClock, DealSigning, DisputedDeals, Receipts],
})
export class DealsModule {}
