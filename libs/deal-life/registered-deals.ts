import type { DealDispute, DealStage } from '@lunjie/contracts';
import { unitStateAt } from './life';
import { namesIn, numberIn, sumIn, textIn, type Entered } from './registered';
import { RegisteredDisputes } from './registered-disputes';
import { RegisteredUnits } from './registered-units';

/** A deal as the register alone tells it. What no entry says is undefined. */
export interface RegisteredDeal {
  readonly id: string;
  readonly customerId: string | null;
  readonly closerId: string | null;
  readonly handlerId: string | null;
  readonly closedAt: number;
  readonly businessDate: string;
  readonly entry: number;
  unit: string | null;
  unitId: string | null;
  liveUnit: string | null;
  stage: DealStage;
  buyerId: string | null;
  listFen: number | null;
  priceFen: number | null;
  depositFen: number | null;
  softUntil: number | null;
  depositDate: string | null;
  signedDate: string | null;
  deliveredDate: string | null;
  endedDate: string | null;
  dispute: DealDispute;
  rulingId: string | null | undefined;
  commissionFen: number | undefined;
  last: number;
}

/** Kinds of entries the fold of units, deals and disputes reads. */
export const moneyEntryKinds = [
  'units_entered', 'units_withdrawn', 'unit_changed', 'unit_held', 'unit_withheld', 'unit_released', 'unit_hold_lapsed', 'soft_deposit', 'soft_deposit_lapsed', 'firm_deposit', 'subscription_signed', 'contract_signed', 'unit_delivered', 'unit_exchanged',
  'buyer_name_changed', 'deal_cancelled', 'deal_forfeited', 'deal_closed', 'deal_settlement', 'payment_plan', 'receipt_recorded', 'receipt_withdrawn', 'payment_demanded', 'payment_breached', 'commission_accrued', 'commission_reversed',
  'commission_adjusted', 'commission_released', 'commission_clawed_back', 'ruling', 'dispute_opened', 'dispute_statement', 'dispute_consented', 'dispute_moved_up', 'dispute_reminded', 'dispute_settled', 'dispute_appealed', 'dispute_appeal_heard',
  'dispute_closed', 'penalty', 'penalty_appealed', 'penalty_appeal_heard', 'check_entered', 'check_published', 'check_corrected', 'praise', 'shift_handed_over', 'shift_taken_over',
] as const;

/** Folds what the register says of units, deals and disputes, in the order of its entries. Pure. */
export class RegisteredMoney {
  readonly units = new RegisteredUnits();
  readonly disputes = new RegisteredDisputes();
  readonly deals = new Map<string, RegisteredDeal>();

  take(entry: Entered): void {
    this.units.take(entry);
    this.disputes.take(entry);
    this.weigh(entry);
    const deal = this.deals.get(textIn(entry, 'deal') ?? entry.subject ?? '');
    if (entry.kind === 'deal_closed' || entry.kind === 'soft_deposit' || (entry.kind === 'firm_deposit' && !deal)) this.begin(entry);
    else if (deal) this.step(deal, entry);
  }

  private begin(entry: Entered): void {
    const isClosed = entry.kind === 'deal_closed';
    const [closer, code, until] = [textIn(entry, 'closer'), textIn(entry, 'unit'), numberIn(entry, 'until')];
    const unitId = isClosed ? null : this.units.named(code)?.id ?? null;
    const open = this.disputes.openOf(entry.subject);
    const deal: RegisteredDeal = {
      id: textIn(entry, 'deal') ?? '', customerId: entry.subject, closerId: closer, handlerId: isClosed ? closer : closer ?? entry.by, closedAt: entry.at, businessDate: entry.date, entry: entry.number, unit: code, unitId, liveUnit: unitId,
      stage: isClosed ? 'closed' : entry.kind === 'soft_deposit' ? 'soft_deposit' : 'firm_deposit', buyerId: null, listFen: numberIn(entry, 'listFen'), priceFen: numberIn(entry, 'priceFen'), depositFen: numberIn(entry, 'depositFen'),
      softUntil: until, depositDate: entry.date, signedDate: isClosed ? entry.date : null, deliveredDate: null, endedDate: null, dispute: namesIn(entry, 'claimedBy').length > 1 || open.length > 0 ? 'open' : 'none',
      rulingId: entry.kind === 'soft_deposit' ? null : undefined, commissionFen: isClosed ? numberIn(entry, 'commissionFen') ?? undefined : entry.kind === 'soft_deposit' ? 0 : undefined, last: entry.number,
    };
    this.deals.set(deal.id, deal);
    if (deal.dispute === 'open') for (const one of open) one.dealId ??= deal.id;
    this.stands(deal, entry);
  }

  private step(deal: RegisteredDeal, entry: Entered): void {
    deal.last = entry.number;
    switch (entry.kind) {
      case 'firm_deposit':
        Object.assign(deal, { stage: 'firm_deposit', priceFen: numberIn(entry, 'priceFen'), depositFen: numberIn(entry, 'depositFen'), softUntil: null, rulingId: undefined, commissionFen: undefined });
        return this.stands(deal, entry);
      case 'subscription_signed': deal.stage = 'subscription'; return this.stands(deal, entry);
      case 'contract_signed': Object.assign(deal, { stage: 'contract', signedDate: entry.date }); return this.stands(deal, entry);
      case 'unit_delivered': Object.assign(deal, { stage: 'delivered', deliveredDate: entry.date }); return this.stands(deal, entry);
      case 'unit_exchanged': return this.exchange(deal, entry);
      case 'buyer_name_changed': deal.buyerId = textIn(entry, 'to'); return;
      case 'deal_cancelled': return this.end(deal, 'cancelled', entry);
      case 'deal_forfeited': return this.end(deal, 'forfeited', entry);
      case 'soft_deposit_lapsed': return this.end(deal, 'lapsed', entry);
      case 'commission_accrued': Object.assign(deal, { commissionFen: sumIn(entry, 'amounts'), rulingId: textIn(entry, 'ruling') }); return;
      // Between payees it moves nothing of the whole; a month's tier does.
      case 'commission_adjusted': if (deal.commissionFen !== undefined) deal.commissionFen += sumIn(entry, 'amounts'); return;
      case 'deal_settlement': return settled(deal, textIn(entry, 'result'));
    }
  }

  /** What a dispute does to the deals it is about (P102, P103). */
  private weigh(entry: Entered): void {
    const one = this.disputes.all.get(textIn(entry, 'dispute') ?? '');
    if (!one) return;
    const deal = this.deals.get(one.dealId ?? '');
    const outcome = one.outcome === 'quarrel' || one.outcome === 'refusal' ? one.outcome : 'none';
    const isRuled = entry.kind === 'dispute_settled' || (entry.kind === 'dispute_appeal_heard' && entry.content['upheld'] === true);
    if (deal && (entry.kind === 'dispute_opened' || entry.kind === 'dispute_appealed')) deal.dispute = 'open';
    if (deal && entry.kind === 'dispute_appeal_heard' && !isRuled) deal.dispute = outcome;
    if (isRuled) for (const each of this.deals.values()) if (each.customerId === one.customerId && each.dispute === 'open') each.dispute = outcome;
  }

  private exchange(deal: RegisteredDeal, entry: Entered): void {
    const unit = this.units.named(textIn(entry, 'to'));
    this.units.stands(deal.unitId, ['available', null, null], entry);
    // The copies of a signed subscription name the other unit: a new one is signed.
    const stage = deal.stage === 'subscription' ? 'firm_deposit' : deal.stage;
    Object.assign(deal, { unit: unit?.code ?? null, unitId: unit?.id ?? null, liveUnit: unit?.id ?? null, listFen: unit?.listPriceFen ?? null, priceFen: numberIn(entry, 'toFen'), stage });
    this.stands(deal, entry);
  }

  private end(deal: RegisteredDeal, stage: DealStage, entry: Entered): void {
    Object.assign(deal, { stage, liveUnit: null, endedDate: entry.date });
    this.units.stands(deal.unitId, ['available', null, null], entry);
  }

  private stands(deal: RegisteredDeal, entry: Entered): void {
    this.units.stands(deal.unitId, [unitStateAt(deal.stage), deal.handlerId, deal.stage === 'soft_deposit' ? deal.softUntil : null], entry);
  }
}

function settled(deal: RegisteredDeal, result: string | null): void {
  if (result === 'agreed') deal.dispute = 'none';
  if ((result === 'quarrel' || result === 'refusal') && deal.endedDate === null) deal.dispute = result;
}
