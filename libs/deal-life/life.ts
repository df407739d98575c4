import { liveStages, type CommissionEffect, type DealAct, type DealStage, type UnitState } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';

/** A deal as the next step finds it; null before its deposit. */
export interface LifeNow {
  readonly stage: DealStage | null;
  /** Epoch ms; the end of a soft deposit, null where it does not end. */
  readonly softUntil: number | null;
  /** The agreed price, in 分. */
  readonly priceFen: number;
}

export interface LifeMoment {
  readonly at: number;
  /** Of an exchange: the price of the other unit, in 分. */
  readonly otherPriceFen?: number;
}

/** Where a step leads. */
export interface LifeStep {
  readonly stage: DealStage;
  /** How the deal's unit stands from now on; `available` frees it. */
  readonly unit: UnitState;
  readonly commission: CommissionEffect;
  /** In 分; 0 where the step costs nothing. */
  readonly feeFen: number;
}

export type LifeRefusal = 'deal_not_at_that_stage' | 'deposit_not_over' | 'cancellation_not_allowed' | 'exchange_not_allowed' | 'exchange_cheaper';

export type LifeAnswer = { readonly refused: LifeRefusal } | { readonly refused: null; readonly step: LifeStep };

/** From which stages an act may be done at all; what the policy adds stands below. */
const from: Readonly<Record<DealAct, readonly (DealStage | null)[]>> = {
  soft_deposit: [null],
  firm_deposit: [null, 'soft_deposit'],
  subscription: ['firm_deposit'],
  contract: ['firm_deposit', 'subscription'],
  delivery: ['contract'],
  exchange: ['soft_deposit', 'firm_deposit', 'subscription', 'contract'],
  name_change: ['soft_deposit', 'firm_deposit', 'subscription', 'contract'],
  cancellation: ['soft_deposit', 'firm_deposit', 'subscription', 'contract'],
  forfeiture: ['soft_deposit', 'firm_deposit', 'subscription', 'contract'],
  lapse: ['soft_deposit'],
};

const unitAt: Readonly<Record<DealStage, UnitState>> = {
  soft_deposit: 'soft_deposit', firm_deposit: 'firm_deposit', subscription: 'firm_deposit', contract: 'contract', delivered: 'delivered', closed: 'contract',
  lapsed: 'available', cancelled: 'available', forfeited: 'available',
};

/** How the unit of a deal at a stage stands on the board. */
export const unitStateAt = (stage: DealStage): UnitState => unitAt[stage];

export const isLive = (stage: DealStage): boolean => (liveStages as readonly DealStage[]).includes(stage);

/** A commission stands from the firm deposit on: a soft deposit may be taken back (定金 binds, 订金 does not). */
const hasCommission = (stage: DealStage | null): boolean => stage === 'firm_deposit' || stage === 'subscription' || stage === 'contract' || stage === 'delivered' || stage === 'closed';

function ruleAgainst(act: DealAct, stage: DealStage | null, now: LifeNow, values: PolicyValues['deals'], moment: LifeMoment): LifeRefusal | null {
  if (!from[act].includes(stage)) return 'deal_not_at_that_stage';
  const isSigned = stage === 'contract';
  if (act === 'lapse') return now.softUntil !== null && moment.at >= now.softUntil ? null : 'deposit_not_over';
  // 订金 is the customer's own: it may be taken back whatever the policy says of a binding deposit.
  if (act === 'cancellation' && stage !== 'soft_deposit') return values.cancellation === 'none' || (values.cancellation === 'before_contract' && isSigned) ? 'cancellation_not_allowed' : null;
  if (act === 'exchange') {
    if (values.exchange === 'none' || (isSigned && !values.exchange_after_contract)) return 'exchange_not_allowed';
    return values.exchange === 'not_cheaper' && (moment.otherPriceFen ?? 0) < now.priceFen ? 'exchange_cheaper' : null;
  }
  return null;
}

const target: Readonly<Partial<Record<DealAct, DealStage>>> = {
  soft_deposit: 'soft_deposit', firm_deposit: 'firm_deposit', subscription: 'subscription', contract: 'contract', delivery: 'delivered', cancellation: 'cancelled', forfeiture: 'forfeited', lapse: 'lapsed',
};

function effectOf(act: DealAct, stage: DealStage | null, values: PolicyValues['deals']): CommissionEffect {
  switch (act) {
    case 'firm_deposit': return 'accrue';
    case 'exchange': return hasCommission(stage) ? 'recompute' : 'none';
    case 'cancellation': return hasCommission(stage) ? 'take_back' : 'none';
    case 'forfeiture': return hasCommission(stage) && values.forfeited_commission === 'taken_back' ? 'take_back' : 'none';
    default: return 'none';
  }
}

/**
 * The next step of a deal, or why there is none (rulebook S3-39 … S3-47). An exchange before the contract puts a signed
 * subscription back to the firm deposit: its copies name the other unit, so a new one is signed. Pure.
 * @param now the deal as it stands; `stage` null where there is none yet
 */
export function nextStep(act: DealAct, now: LifeNow, values: PolicyValues['deals'], moment: LifeMoment): LifeAnswer {
  const refused = ruleAgainst(act, now.stage, now, values, moment);
  if (refused !== null) return { refused };
  const kept = now.stage ?? 'soft_deposit';
  const stage = target[act] ?? (act === 'exchange' && kept === 'subscription' ? 'firm_deposit' : kept);
  const feeFen = act === 'name_change' && now.stage === 'contract' ? Math.round(values.name_change_fee_yuan * 100) : 0;
  return { refused: null, step: { stage, unit: unitStateAt(stage), commission: effectOf(act, now.stage, values), feeFen } };
}

/** What may be done with a deal now, by the rules alone; an exchange that depends on the other unit counts as possible. */
export function actsOf(now: LifeNow, values: PolicyValues['deals'], at: number): readonly DealAct[] {
  return (Object.keys(from) as DealAct[]).filter((act) => now.stage !== null && nextStep(act, now, values, { at, otherPriceFen: now.priceFen }).refused === null);
}
