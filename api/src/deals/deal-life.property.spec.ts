import { liveStages, type CommissionPostingKind, type DealStage } from '@lunjie/contracts';
import fc from 'fast-check';
import { describeOnBothDatabases, testBegins } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { granted, untouched } from '../reception/testing/sales-office';
import { DealsClock } from './deals-clock';
import { sellingOffice, type SellingOffice } from './testing/selling-office';

const agents = ['wang', 'li'];
const rooms = { 1201: 1_000_001, 1202: 1_500_003, 1203: 2_200_007 };
const steps = ['firm-deposit', 'subscription', 'contract', 'delivery', 'exchange', 'name-change', 'cancellation', 'forfeiture', 'adjustment'] as const;

type Act =
  | { readonly do: 'deposit'; readonly who: number; readonly unit: number; readonly kind: 'soft' | 'firm'; readonly disputed: boolean }
  | { readonly do: 'step'; readonly step: (typeof steps)[number]; readonly deal: number; readonly unit: number }
  | { readonly do: 'pay'; readonly deal: number; readonly part: number; readonly kind: string }
  | { readonly do: 'settle'; readonly deal: number; readonly result: string }
  | { readonly do: 'withdraw' }
  | { readonly do: 'wait' };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('deposit' as const), who: fc.nat(1), unit: fc.nat(2), kind: fc.constantFrom('soft' as const, 'firm' as const), disputed: fc.boolean() }) },
  { weight: 9, arbitrary: fc.record({ do: fc.constant('step' as const), step: fc.constantFrom(...steps, 'adjustment' as const, 'firm-deposit' as const, 'contract' as const), deal: fc.nat(2), unit: fc.nat(2) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('pay' as const), deal: fc.nat(3), part: fc.integer({ min: 1, max: 9 }), kind: fc.constantFrom('deposit', 'price', 'loan', 'fee', 'refund') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settle' as const), deal: fc.nat(3), result: fc.constantFrom('agreed', 'quarrel') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('withdraw' as const, 'wait' as const) }) },
);

const policies = [
  { commission: { release: [{ milestone: 'deposit', percent: 30 }, { milestone: 'receipt', percent: 40 }, { milestone: 'delivery', percent: 30 }], minimum_receipt_percent: 10, team_pool_percent: 25, clawback: 'full' } },
  { commission: { release: [{ milestone: 'contract', percent: 70 }, { milestone: 'loan', percent: 30 }], clawback: 'next_month', floor_mode: 'shared_equal' }, deals: { exchange: 'any', exchange_after_contract: true, cancellation: 'any' } },
  {
    commission: { rates: [{ from_yuan: 0, per_ten_thousand: 40 }, { from_yuan: 2_500_000, per_ten_thousand: 55 }], tiers_over: 'whole_month', release: [{ milestone: 'deposit', percent: 60 }, { milestone: 'contract', percent: 40 }], clawback: 'full' },
    deals: { exchange: 'any', exchange_after_contract: true, cancellation: 'any' },
  },
  { commission: { release: [{ milestone: 'receipt', percent: 100 }], clawback: 'none' }, deals: { forfeited_commission: 'kept', cancellation: 'any' }, validity: { tested_on: 'signing' } },
] as const;

/** Carries acts out one after the other; what the rules refuse now is simply not done. */
class Story {
  readonly deals: string[] = [];
  private readonly receipts: string[] = [];
  done = 0;

  constructor(
    private readonly test: TestApp,
    private readonly selling: SellingOffice,
    private readonly units: readonly string[],
    private readonly customers: readonly string[],
  ) {}

  async play(one: Act): Promise<void> {
    const { office } = this.selling;
    this.test.clock.advance(60_000);
    const deal = 'deal' in one ? this.deals.at(-1 - one.deal) : undefined;
    if (one.do === 'deposit') {
      const claimedBy = one.disputed ? agents.map((agent) => office.idOf(agent)) : [];
      const answer = await office.does('manager', `/units/${this.units[one.unit] ?? ''}/deposits`, { kind: one.kind, customer: this.customers[one.who], closer: office.idOf(agents[1 - one.who] ?? ''), depositFen: 5_000_000, claimedBy });
      if (this.counts(answer.statusCode)) this.deals.push(answer.json<{ deal: string }>().deal);
    } else if (one.do === 'withdraw') {
      const last = this.receipts.pop();
      if (last !== undefined) this.counts((await office.does('finance', `/receipts/${last}/withdrawal`, { reason: '记错' })).statusCode);
    } else if (one.do === 'wait') {
      office.sets(new Date(this.test.clock.now() + 4 * 86_400_000).toISOString().slice(0, 10), '10:00');
      await this.test.app.get(DealsClock, { strict: false }).officeDue(office.id);
    } else if (deal !== undefined) {
      if (one.do === 'pay') {
        const answer = await this.selling.pays(deal, one.part * 150_000, one.kind);
        if (this.counts(answer.statusCode)) this.receipts.push(answer.json<{ id: string }>().id);
      } else if (one.do === 'settle') this.counts((await office.does('manager', `/deals/${deal}/settlement`, { step: 'department', result: one.result, reason: '-' })).statusCode);
      else this.counts((await this.selling.step('manager', deal, one.step, await this.bodyOf(one.step, deal, one.unit))).statusCode);
    }
  }

  private async bodyOf(step: (typeof steps)[number], deal: string, unit: number): Promise<object> {
    switch (step) {
      case 'firm-deposit': return { depositFen: 5_000_000 };
      case 'contract': return { contractNumber: 'X-1' };
      case 'exchange': return { unit: this.units[unit], reason: '换' };
      case 'name-change': return { buyer: this.customers[unit % 2], reason: '更名' };
      case 'adjustment': {
        const [first] = (await this.selling.page(deal)).accounts;
        return { from: { payee: first?.payee ?? 'owner', agent: first?.agent?.id ?? null }, to: { payee: 'house' }, fen: Math.max(1, Math.floor((first?.earnedFen ?? 0) / 3)), reason: '裁定' };
      }
      default: return { reason: '测试' };
    }
  }

  private counts(status: number): boolean {
    if (status >= 500) throw new Error(`the server failed: ${status}`);
    if (status < 300) this.done += 1;
    return status < 300;
  }
}

describeOnBothDatabases('deals, whatever happens to them', (open) => {
  let test: TestApp;
  let stories = 0;

  beforeAll(async () => {
    test = await open();
  });

  const rows = <Row>(sql: string, officeId: string) => test.transactions.read(async (reading) => (await reading.run<Row>(sql, [officeId])).rows);

  /** What must hold after every act: a unit has one live deal at most and stands as that deal does; no account is below nothing. */
  const mustHold = async (officeId: string): Promise<void> => {
    const deals = await rows<{ stage: DealStage; unit_id: string; live_unit: string | null; state: string; id: string; commission_fen: number | string }>('SELECT d.id, d.stage, d.unit_id, d.live_unit, u.state, d.commission_fen FROM deal d JOIN unit u ON u.id = d.unit_id WHERE d.office_id = ?', officeId);
    const live = deals.filter(({ stage }) => (liveStages as readonly string[]).includes(stage));
    expect(new Set(live.map(({ unit_id: unit }) => unit)).size).toBe(live.length);
    for (const deal of deals) expect(deal.live_unit).toBe(live.includes(deal) ? deal.unit_id : null);
    for (const { stage, state } of live) expect(state).toBe(stage === 'delivered' ? 'delivered' : stage === 'subscription' ? 'firm_deposit' : stage);
    const postings = await rows<{ deal_id: string; payee: string; agent_id: string | null; kind: CommissionPostingKind; fen: number | string }>('SELECT deal_id, payee, agent_id, kind, fen FROM commission_posting WHERE office_id = ?', officeId);
    const sum = (given: typeof postings, ...kinds: CommissionPostingKind[]) => given.filter(({ kind }) => kinds.includes(kind)).reduce((total, { fen }) => total + Number(fen), 0);
    for (const deal of deals) {
      const own = postings.filter(({ deal_id: id }) => id === deal.id);
      const earned = sum(own, 'accrual', 'reversal', 'adjustment');
      if (live.includes(deal)) expect([deal.id, earned]).toEqual([deal.id, own.length === 0 ? 0 : Number(deal.commission_fen)]);
      for (const name of new Set(own.map(({ payee, agent_id: agent }) => `${payee}/${agent ?? ''}`))) {
        const account = own.filter(({ payee, agent_id: agent }) => `${payee}/${agent ?? ''}` === name);
        const [has, released] = [sum(account, 'accrual', 'reversal', 'adjustment'), sum(account, 'release', 'clawback')];
        expect([name, has >= 0, released >= 0, released <= has]).toEqual([name, true, true, true]);
      }
    }
  };

  it('never sell a unit twice, and the ledger comes to what the statements say, to the 分', async () => {
    const kinds = new Set<string>();
    await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 30, maxLength: 45 }), fc.nat(policies.length - 1), async (acts, policy) => {
      test.clock.set(testBegins);
      const selling = await sellingOffice(test, `story${stories += 1}`, policies[policy], agents);
      const story = new Story(test, selling, await selling.units(rooms), [await selling.customerOf('wang'), await selling.customerOf('li')]);
      for (const one of acts) {
        await story.play(one);
        await mustHold(selling.office.id);
      }
      const postings = await rows<{ agent_id: string | null; kind: CommissionPostingKind; fen: number | string }>('SELECT agent_id, kind, fen FROM commission_posting WHERE office_id = ?', selling.office.id);
      for (const { kind } of postings) kinds.add(kind);
      for (const agent of agents) {
        const own = postings.filter(({ agent_id: id }) => id === selling.office.idOf(agent));
        const total = (...wanted: CommissionPostingKind[]) => own.filter(({ kind }) => wanted.includes(kind)).reduce((sum, { fen }) => sum + Number(fen), 0);
        const told = { accruedFen: 0, reversedFen: 0, adjustedFen: 0, releasedFen: 0, clawedBackFen: 0 };
        for (const month of ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03']) {
          const { sums } = await selling.statement(agent, month);
          for (const name of Object.keys(told) as (keyof typeof told)[]) told[name] += sums[name];
        }
        expect(told).toEqual({ accruedFen: total('accrual'), reversedFen: total('reversal'), adjustedFen: total('adjustment'), releasedFen: total('release'), clawedBackFen: total('clawback') });
      }
      expect(granted(await (await selling.office.as('manager')).get(selling.office.at('/units')))).toBeDefined();
      expect(await selling.office.verification()).toMatchObject(untouched);
    }), { seed: 7, numRuns: 8, endOnFailure: true });
    // What the stories were about.
    expect([...kinds].sort()).toEqual(['accrual', 'adjustment', 'clawback', 'release', 'reversal']);
  }, 120_000);
});
