import type { PolicyDocument } from '@lunjie/policy';
import { describeOnBothDatabases, testBegins } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { Policies } from '../policies/policies';
import { granted, untouched } from '../reception/testing/sales-office';
import { ClaimsClock } from './claims-clock';
import { claimedOffice, rulesWith, type ClaimedOffice } from './testing/claimed-office';

const days = (amount: number) => ({ amount, unit: 'day' as const });

describeOnBothDatabases('a change of policy and the claims there are (P149)', (open) => {
  let test: TestApp;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });

  beforeEach(() => test.clock.set(testBegins));

  const validity = { visit: days(10), refresh_events: ['effective_contact'], refresh_by: days(8), effective_contact: ['connected'] } as const;
  const start = (): Promise<ClaimedOffice> => claimedOffice(test, `change${offices += 1}`, { validity }, ['wang', 'li']);
  const changed = (effect: 'new_only' | 'active_recomputed' | 'all', visit = days(20)): PolicyDocument => rulesWith({ validity: { ...validity, visit }, change: { effect, deal_tested_on: 'deal_date' } });
  const publish = (claimed: ClaimedOffice, policy: PolicyDocument, effectiveFrom?: number): Promise<number> => test.transactions.transaction((tx) =>
    test.app.get(Policies, { strict: false }).publish(tx, { officeId: claimed.office.id, policy, note: '', by: claimed.office.idOf('admin'), effectiveFrom }));
  const dueWork = () => test.app.get(ClaimsClock, { strict: false }).allDue();
  const lastDays = async (claimed: ClaimedOffice, customers: readonly string[]) => Promise.all(customers.map(async (customer) => (await claimed.claimsOf(customer)).at(-1)?.['until_date']));
  const recomputed = async ({ office }: ClaimedOffice) => (await office.entries()).filter(({ kind }) => kind === 'claims_recomputed');

  it('leaves them alone where it holds for new ones only', async () => {
    const claimed = await start();
    const customers = await claimed.owned('wang', 2);
    await publish(claimed, changed('new_only'));
    await dueWork();
    expect(await lastDays(claimed, customers)).toEqual(['2026-12-01', '2026-12-01']);
    expect(await lastDays(claimed, await claimed.owned('wang', 1))).toEqual(['2026-12-11']);
    expect(await recomputed(claimed)).toEqual([]);
  });

  it('computes those that hold anew, with all that happened since, and enters what moved', async () => {
    const claimed = await start();
    const { office } = claimed;
    const [quiet = '', called = '', lapsed = ''] = await claimed.owned('wang', 3);
    office.sets('2026-11-28', '09:00');
    granted(await office.does('wang', `/customers/${called}/contacts`, { way: 'phone', connected: true }));
    office.sets('2026-12-02', '09:00');
    granted(await office.does('wang', `/customers/${called}/contacts`, { way: 'phone', connected: true }));
    await dueWork();
    expect(await lastDays(claimed, [quiet, called, lapsed])).toEqual(['2026-12-01', '2026-12-10', '2026-12-01']);
    const [fresh = ''] = await claimed.owned('li', 1);
    const version = await publish(claimed, changed('active_recomputed', days(15)));
    await dueWork();
    // The lapsed ones stay as they are; the called one had its two prolongations in the longer life too.
    expect(await lastDays(claimed, [quiet, called, lapsed, fresh])).toEqual(['2026-12-01', '2026-12-10', '2026-12-01', '2026-12-17']);
    expect(await recomputed(claimed)).toMatchObject([{ content: { version, effect: 'active_recomputed', claims: [{ customer: called, until: '2026-12-10', refreshed: 1 }, { customer: fresh, before: '2026-12-12', until: '2026-12-17' }] } }]);
    await dueWork();
    expect(await recomputed(claimed)).toHaveLength(1);
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('wakes what has lapsed where it holds for all, from the day it takes effect', async () => {
    const claimed = await start();
    const { office } = claimed;
    const customers = await claimed.owned('wang', 2);
    office.sets('2026-12-02', '09:00');
    await dueWork();
    expect((await claimed.claimsOf(customers[0] ?? ''))[0]).toMatchObject({ standing: 'lapsed' });
    await publish(claimed, changed('all'), test.clock.now() + 3_600_000);
    await dueWork();
    expect(await lastDays(claimed, customers)).toEqual(['2026-12-01', '2026-12-01']);
    test.clock.advance(3_600_000);
    await dueWork();
    expect(await lastDays(claimed, customers)).toEqual(['2026-12-11', '2026-12-11']);
    expect((await claimed.claimsOf(customers[0] ?? ''))[0]).toMatchObject({ standing: 'in_force', lapsed_entry: null });
    expect(await office.verification()).toMatchObject(untouched);
    // And a shorter one ends them at once.
    await publish(claimed, changed('active_recomputed', days(5)));
    await dueWork();
    expect((await claimed.claimsOf(customers[0] ?? ''))[0]).toMatchObject({ standing: 'lapsed', until_date: '2026-11-26' });
    expect(await office.verification()).toMatchObject(untouched);
  });
});
