import { dealActs, dealStages, type DealAct, type DealStage } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import { actsOf, arrearsOf, coveredBy, dateAfter, demandsDue, isLive, nextStep, refusalOfUnit, replanned, unitActsOf } from './index';

const { deals } = presets.standard.values;
const now = (stage: DealStage | null, softUntil: number | null = null) => ({ stage, softUntil, priceFen: 1_000 });
const step = (act: DealAct, stage: DealStage | null, values = deals, otherPriceFen = 1_000) => {
  const answer = nextStep(act, now(stage, 5), values, { at: 5, otherPriceFen });
  return answer.refused ?? [answer.step.stage, answer.step.unit, answer.step.commission, answer.step.feeFen];
};

describe('the next step of a deal', () => {
  it('leads from the deposit to the handing over, and the commission begins with the firm deposit', () => {
    expect([step('soft_deposit', null), step('firm_deposit', 'soft_deposit'), step('subscription', 'firm_deposit'), step('contract', 'subscription'), step('delivery', 'contract')]).toEqual([
      ['soft_deposit', 'soft_deposit', 'none', 0], ['firm_deposit', 'firm_deposit', 'accrue', 0], ['subscription', 'firm_deposit', 'none', 0], ['contract', 'contract', 'none', 0], ['delivered', 'delivered', 'none', 0]]);
  });

  it('goes nowhere from a deal that is over', () => {
    for (const stage of ['lapsed', 'cancelled', 'forfeited'] as const) expect(actsOf(now(stage), deals, 5)).toEqual([]);
  });

  it('keeps a unit for every live stage and frees it with every other', () => {
    for (const act of dealActs) for (const stage of dealStages) {
      const answer = nextStep(act, now(stage, 5), { ...deals, cancellation: 'any', exchange: 'any', exchange_after_contract: true }, { at: 5 });
      if (answer.refused === null) expect([act, stage, answer.step.unit === 'available']).toEqual([act, stage, !isLive(answer.step.stage)]);
    }
  });

  it('follows the policy in cancelling, exchanging and renaming (003 §(六))', () => {
    expect([step('cancellation', 'subscription'), step('cancellation', 'contract'), step('cancellation', 'contract', { ...deals, cancellation: 'any' }), step('cancellation', 'soft_deposit', { ...deals, cancellation: 'none' })])
      .toEqual([['cancelled', 'available', 'take_back', 0], 'cancellation_not_allowed', ['cancelled', 'available', 'take_back', 0], ['cancelled', 'available', 'none', 0]]);
    expect([step('exchange', 'subscription'), step('exchange', 'firm_deposit', deals, 999), step('exchange', 'contract'), step('exchange', 'soft_deposit', { ...deals, exchange: 'none' })])
      .toEqual([['firm_deposit', 'firm_deposit', 'recompute', 0], 'exchange_cheaper', 'exchange_not_allowed', 'exchange_not_allowed']);
    expect([step('name_change', 'subscription'), step('name_change', 'contract')]).toEqual([['subscription', 'firm_deposit', 'none', 0], ['contract', 'contract', 'none', 100_000]]);
    expect([step('forfeiture', 'firm_deposit'), step('forfeiture', 'firm_deposit', { ...deals, forfeited_commission: 'kept' })]).toEqual([['forfeited', 'available', 'take_back', 0], ['forfeited', 'available', 'none', 0]]);
  });

  it('ends a soft deposit at its instant, not before, and never one without an end', () => {
    expect([4, 5].map((at) => nextStep('lapse', now('soft_deposit', 5), deals, { at }).refused)).toEqual(['deposit_not_over', null]);
    expect(nextStep('lapse', now('soft_deposit'), deals, { at: 5 }).refused).toBe('deposit_not_over');
  });
});

describe('a unit', () => {
  it('is for whoever holds it, and for everybody while nobody does', () => {
    expect([refusalOfUnit({ state: 'available', agent: null }, ['a']), refusalOfUnit({ state: 'held', agent: 'a' }, ['b', 'a']), refusalOfUnit({ state: 'held', agent: 'a' }, ['b']), refusalOfUnit({ state: 'firm_deposit', agent: 'a' }, ['a']), refusalOfUnit({ state: 'withheld', agent: 'm' }, ['m'])])
      .toEqual([null, null, 'unit_taken', 'unit_taken', 'unit_withheld']);
  });

  it('offers each reader what they may do', () => {
    const reader = (personId: string, ...roles: Parameters<typeof unitActsOf>[1]['roles'][number][]) => ({ personId, roles });
    expect(unitActsOf({ state: 'held', agent: 'a' }, reader('a', 'agent'))).toEqual(['release', 'soft_deposit', 'firm_deposit']);
    expect(unitActsOf({ state: 'held', agent: 'a' }, reader('b', 'agent'))).toEqual([]);
    expect(unitActsOf({ state: 'withheld', agent: null }, reader('m', 'manager'))).toEqual(['release', 'change']);
    expect(unitActsOf({ state: 'contract', agent: 'a' }, reader('m', 'manager'))).toEqual([]);
  });
});

describe('what is due of a deal', () => {
  const plan = [{ number: 1, dueOn: '2026-11-30', fen: 300 }, { number: 2, dueOn: '2026-12-31', fen: 700 }];
  const after = { notice: deals.overdue_notice_after, breach: deals.overdue_breach_after };

  it('is filled from the earliest on, and overdue from the next day', () => {
    expect(coveredBy(plan, 400, '2026-12-31').map(({ paidFen, overdue }) => [paidFen, overdue])).toEqual([[300, false], [100, false]]);
    expect([arrearsOf(plan, 299, '2026-11-30'), arrearsOf(plan, 299, '2026-12-01'), arrearsOf(plan, 299, '2027-01-01')]).toEqual([{ fen: 0, since: null }, { fen: 1, since: '2026-11-30' }, { fen: 701, since: '2026-11-30' }]);
  });

  it('is demanded once and a breach after two calendar months (003 §(六)3)', () => {
    const kinds = (today: string, ...made: string[]) => demandsDue(plan, 0, today, after, new Set(made)).map(({ instalment, kind }) => `${instalment.number}/${kind}`);
    expect([kinds('2026-11-30'), kinds('2026-12-01'), kinds('2026-12-01', '1/notice'), kinds('2027-01-29', '1/notice', '2/notice'), kinds('2027-01-30', '1/notice', '2/notice')]).toEqual([[], ['1/notice'], [], [], ['1/breach']]);
    expect([dateAfter('2026-12-31', { amount: 2, unit: 'month' }), dateAfter('2026-12-31', { amount: 2, unit: 'week' })]).toEqual(['2027-02-28', '2027-01-14']);
  });

  it('is planned anew for another price, the last payment first', () => {
    expect(replanned(plan, 1_200).map(({ fen }) => fen)).toEqual([300, 900]);
    expect(replanned(plan, 200).map(({ fen }) => fen)).toEqual([200]);
  });
});
