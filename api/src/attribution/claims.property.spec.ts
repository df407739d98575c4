import { claimsAt, overlapping, ownerIn, type ClaimEntry } from '@lunjie/attribution';
import type { ArrivalAnswer } from '@lunjie/contracts';
import type { PolicyDocument } from '@lunjie/policy';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describeOnBothDatabases, testBegins } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { Policies } from '../policies/policies';
import { everybodyIn, granted, untouched, type SalesOffice } from '../reception/testing/sales-office';
import { ClaimExpiry } from './claim-expiry';
import { ClaimRecomputing } from './claim-recomputing';
import { ClaimedOffice, rulesWith } from './testing/claimed-office';

const day = 86_400_000;
const agents = ['wang', 'li', 'zhao'];
const phones = ['13900000001', '13900000002', '13900000003'];
const days = (amount: number) => ({ amount, unit: 'day' as const });

type Act =
  | { readonly do: 'arrive' | 'mistake' | 'undo' | 'contact' | 'claim' | 'reclaim' | 'hand_over' | 'end'; readonly who: number; readonly customer: number }
  | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'publish'; readonly policy: number };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constantFrom('arrive' as const, 'mistake' as const, 'mistake' as const, 'undo' as const, 'contact' as const, 'claim' as const, 'reclaim' as const, 'hand_over' as const, 'end' as const), who: fc.nat(agents.length - 1), customer: fc.nat(phones.length - 1) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('publish' as const), policy: fc.nat(4) }) },
);

const life = { visit: days(5), refresh_events: ['visit', 'effective_contact'], refresh_by: days(4), hard_cap: days(12), effective_contact: ['connected'] } as const;
const pool = { who: 'agents', grab_limit: null, cool_down: null, retention: days(7) } as const;
const policies = (['claim_lapses', 'new', 'public_pool', 'manager', 'reassign'] as const).map((after, index) => rulesWith({
  validity: { ...life, visit: days(4 + index), on_expiry: after, start: index % 2 === 0 ? 'last_visit' : 'first_filing' }, pool,
  change: { effect: (['active_recomputed', 'all', 'new_only'] as const)[index % 3] ?? 'new_only', deal_tested_on: 'deal_date' },
}));

/** Carries acts out one after the other; what the rules refuse now is simply not done. */
class Story {
  private readonly visits: string[] = [];

  constructor(
    private readonly test: TestApp,
    private readonly claimed: ClaimedOffice,
    private readonly customers: readonly string[],
  ) {}

  private get office(): SalesOffice { return this.claimed.office; }

  async play(one: Act): Promise<void> {
    this.test.clock.advance(60_000);
    switch (one.do) {
      case 'arrive': await this.arrive(one); break;
      case 'undo': await this.undo(); break;
      // Entered for the wrong customer, and taken back at once.
      case 'mistake': await this.endAll(); await this.arrive(one); await this.undo(); break;
      case 'end': await this.endAll(); break;
      case 'contact': await this.office.does(agents[one.who] ?? '', `/customers/${this.customers[one.customer] ?? ''}/contacts`, { way: 'phone', connected: true }); break;
      case 'claim': await this.office.does(agents[one.who] ?? '', `/pool/${this.customers[one.customer] ?? ''}/claim`); break;
      case 'reclaim': await this.office.does('manager', `/pool/${this.customers[one.customer] ?? ''}/reclaim`, { reason: '测试' }); break;
      case 'hand_over': await this.claimed.handsOver([this.customers[one.customer] ?? ''], agents[one.who] ?? ''); break;
      case 'wait': await this.wait(one.days); break;
      case 'publish': await this.publish(policies[one.policy] ?? rulesWith({})); break;
    }
  }

  private async arrive({ who, customer }: { readonly who: number; readonly customer: number }): Promise<void> {
    const answer = await this.office.does('desk', '/arrivals', { name: '客', phone: phones[customer], says: { firstVisit: 'no', requests: this.office.idOf(agents[who] ?? ''), refuses: agents.slice(who + 1).map((agent) => this.office.idOf(agent)) } });
    if (answer.statusCode === 201) this.visits.push(answer.json<ArrivalAnswer>().visit.id);
  }

  private async undo(): Promise<void> {
    const last = this.visits.pop();
    if (last !== undefined) await this.office.does('desk', `/arrivals/${last}/undo`);
  }

  private async endAll(): Promise<void> {
    for (const { id } of (await this.office.board()).receiving) await this.office.does('desk', `/receptions/${id}/end`, { outcome: 'interested' });
  }

  private async wait(length: number): Promise<void> {
    this.office.sets(DateTime.fromMillis(this.test.clock.now() + length * day, { zone: 'Asia/Shanghai' }).toFormat('yyyy-MM-dd'), '09:00');
    await this.dueWork();
    for (const agent of agents) await this.office.does(agent, '/presence/sign-in');
  }

  private async publish(policy: PolicyDocument): Promise<void> {
    const store = this.test.app.get(Policies, { strict: false });
    await this.test.transactions.transaction((tx) => store.publish(tx, { officeId: this.office.id, policy, note: 'test', by: this.office.idOf('admin') }));
    await this.dueWork();
  }

  private async dueWork(): Promise<void> {
    await this.test.app.get(ClaimRecomputing, { strict: false }).recomputeDue(this.office.id);
    await this.test.app.get(ClaimExpiry, { strict: false }).expireDue(this.office.id);
  }
}

/** Whose each customer is by the rows, at a moment. */
interface Owners {
  readonly at: number;
  readonly date: string;
  readonly owners: readonly (string | null)[];
}

describeOnBothDatabases('claims, whatever happens to them', (open) => {
  let test: TestApp;
  let stories = 0;

  beforeAll(async () => {
    test = await open();
  });

  const begin = async (): Promise<{ readonly claimed: ClaimedOffice; readonly customers: readonly string[] }> => {
    test.clock.set(testBegins);
    const office = await everybodyIn(test, { called: `story${stories += 1}`, policy: policies[stories % policies.length] ?? rulesWith({}), agents });
    const customers: string[] = [];
    for (const [index, phone] of phones.entries()) customers.push(granted<{ customer: string }>(await office.does('desk', '/customers', { name: `客户${index}`, phone, agentId: office.idOf(agents[index] ?? '') })).customer);
    return { claimed: new ClaimedOffice(office, test), customers };
  };

  const ownersNow = async (customers: readonly string[]): Promise<Owners> => {
    const at = test.clock.now();
    const date = DateTime.fromMillis(at, { zone: 'Asia/Shanghai' }).toFormat('yyyy-MM-dd');
    const { rows } = await test.transactions.read((reading) => reading.run<{ customer_id: string; agent_id: string }>(
      `SELECT customer_id, agent_id FROM claim WHERE customer_id IN (?, ?, ?) AND kind = 'claim' AND standing = 'in_force' AND (until_date IS NULL OR until_date >= ?)`, [...customers, date]));
    expect(new Set(rows.map((row) => row.customer_id)).size).toBe(rows.length);
    return { at, date, owners: customers.map((customer) => rows.find((row) => row.customer_id === customer)?.agent_id ?? null) };
  };

  const entriesOf = async (officeId: string): Promise<readonly ClaimEntry[]> => test.transactions.read(async (reading) => {
    const { rows } = await reading.run<{ number: number | string; at: number | string; kind: string; subject_id: string | null; content: string }>(
      'SELECT number, at, kind, subject_id, content FROM register_entry WHERE office_id = ? ORDER BY number', [officeId]);
    return rows.map((row) => ({ number: Number(row.number), at: Number(row.at), kind: row.kind, subject: row.subject_id, content: JSON.parse(row.content) as unknown }));
  });

  it('never overlap, and the register alone tells whose a customer was at any time', async () => {
    const kinds = new Set<string>();
    await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 25, maxLength: 40 }), async (acts) => {
      const { claimed, customers } = await begin();
      const story = new Story(test, claimed, customers);
      const seen: Owners[] = [await ownersNow(customers)];
      for (const one of acts) {
        await story.play(one);
        seen.push(await ownersNow(customers));
      }
      const entries = await entriesOf(claimed.office.id);
      for (const { kind } of entries) kinds.add(kind);
      for (const { at, date, owners } of seen) {
        const told = claimsAt(entries, at);
        expect(customers.map((customer) => ownerIn(told, customer, date)?.agent ?? null)).toEqual(owners);
      }
      expect(overlapping(claimsAt(entries).claims.values())).toEqual([]);
      expect(await claimed.office.verification()).toMatchObject(untouched);
    }), { seed: 20, numRuns: 6, endOnFailure: true });
    // What the stories were about.
    for (const kind of ['registration', 'claim_refreshed', 'claim_lapsed', 'claim_ended', 'claim_restored', 'claim_pooled', 'claims_recomputed', 'contact_logged', 'handed_over', 'visit_undone']) expect(kinds).toContain(kind);
  }, 240_000);

  it('do not verify once a row was altered, removed or added past the register', async () => {
    const { claimed, customers: [customer = ''] } = await begin();
    const { office } = claimed;
    const check = async (): Promise<string | null> => (await office.verification()).claims.fault?.fault ?? null;
    const altered = async (sql: string, back: string): Promise<string | null> => {
      await test.dataSource.query(sql);
      const found = await check();
      await test.dataSource.query(back);
      expect(await check()).toBeNull();
      return found;
    };
    const [row] = await claimed.claimsOf(customer);
    const id = String(row?.['id']);
    expect(await altered(`UPDATE claim SET until_date = '2030-01-01' WHERE id = '${id}'`, `UPDATE claim SET until_date = '${String(row?.['until_date'])}' WHERE id = '${id}'`)).toBe('claim_differs');
    expect(await altered(`UPDATE claim SET agent_id = '${office.idOf('li')}' WHERE id = '${id}'`, `UPDATE claim SET agent_id = '${office.idOf('wang')}' WHERE id = '${id}'`)).toBe('claim_differs');
    expect(await altered(`UPDATE claim SET entry_number = 9999 WHERE id = '${id}'`, `UPDATE claim SET entry_number = ${Number(row?.['entry_number'])} WHERE id = '${id}'`)).toBe('claim_not_entered');
    expect(await altered(`UPDATE claim SET office_id = 'elsewhere' WHERE id = '${id}'`, `UPDATE claim SET office_id = '${office.id}' WHERE id = '${id}'`)).toBe('claim_missing');
    await office.does('manager', `/pool/${customer}/reclaim`, { reason: '测试' });
    expect(await altered(`UPDATE pool_stay SET left_at = 1 WHERE customer_id = '${customer}'`, `UPDATE pool_stay SET left_at = NULL WHERE customer_id = '${customer}'`)).toBe('pool_differs');
  });
});
