import type { AwaitingClaims, ClaimRow, CustomerClaims, NoticesView, PoolPage } from '@lunjie/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TimeOrderedIds } from '../platform/clock/ids';
import { createApp } from '../platform/server/create-app';
import { describeOnBothDatabases, testBegins } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { granted, refusal, untouched } from '../reception/testing/sales-office';
import { ClaimsClock } from './claims-clock';
import { claimedOffice, type ClaimedOffice } from './testing/claimed-office';

const days = (amount: number) => ({ amount, unit: 'day' as const });
const validity = { visit: days(10), warn_before: days(3) };

describeOnBothDatabases('a claim whose last day is over (P69)', (open) => {
  let test: TestApp;
  let second: NestFastifyApplication | undefined;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
    // Another process with its own connections; an SQLite file has one server.
    if (test.database === 'MariaDB') second = await createApp({ config: test.config, clock: test.clock, ids: new TimeOrderedIds() });
  }, 60_000);

  afterAll(() => second?.close());

  beforeEach(() => test.clock.set(testBegins));

  const start = (after: 'claim_lapses' | 'new' | 'public_pool' | 'manager' | 'reassign', pool: object = { who: 'agents', retention: days(5) }, agents: readonly string[] = ['wang', 'li', 'zhao']): Promise<ClaimedOffice> =>
    claimedOffice(test, `expiry${offices += 1}`, { validity: { ...validity, on_expiry: after }, pool }, agents);
  const clocks = (): readonly ClaimsClock[] => [test.app, ...second ? [second] : []].map((app) => app.get(ClaimsClock, { strict: false }));
  /** What the clock of this process does every half minute by itself too. */
  const dueWork = async (): Promise<number> => test.app.get(ClaimsClock, { strict: false }).allDue();
  const claimOf = async ({ office }: ClaimedOffice, customer: string): Promise<ClaimRow | undefined> =>
    granted<CustomerClaims>(await (await office.as('manager')).get(office.at(`/customers/${customer}/claims`))).claims[0];

  it('holds on its last day, and lapses the day after: readable as the last owner\'s', async () => {
    const claimed = await start('claim_lapses');
    const { office } = claimed;
    const [customer = ''] = await claimed.owned('wang', 1);
    office.sets('2026-12-01', '23:59');
    expect(await dueWork()).toBe(0);
    expect(await claimOf(claimed, customer)).toMatchObject({ standing: 'in_force', until: '2026-12-01', daysLeft: 0, expiring: true });
    office.sets('2026-12-02', '00:00');
    await dueWork();
    expect(await claimOf(claimed, customer)).toMatchObject({ standing: 'lapsed', agent: { id: office.idOf('wang') }, daysLeft: null, endedAt: null });
    expect((await office.entries()).at(-1)).toMatchObject({ kind: 'claim_lapsed', content: { awaits: null } });
    expect(await dueWork()).toBe(0);
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('makes a new customer, or a customer of the pool, who leaves it again when their time there is over', async () => {
    const [anew, pooled] = [await start('new'), await start('public_pool')];
    const [one = ''] = await anew.owned('wang', 1);
    const [other = ''] = await pooled.owned('wang', 1);
    pooled.office.sets('2026-12-02', '08:00');
    anew.office.sets('2026-12-02', '08:00');
    await dueWork();
    expect(await claimOf(anew, one)).toMatchObject({ standing: 'ended', endedBecause: 'expired' });
    expect(await claimOf(pooled, other)).toMatchObject({ standing: 'ended', endedBecause: 'pooled' });
    const inPool = async () => granted<PoolPage>(await (await pooled.office.as('li')).get(pooled.office.at('/pool'))).customers;
    expect(await inPool()).toMatchObject([{ customer: other, untilDate: '2026-12-07' }]);
    pooled.office.sets('2026-12-08', '08:00');
    await dueWork();
    expect(await inPool()).toEqual([]);
    for (const each of [anew, pooled]) expect(await each.office.verification()).toMatchObject(untouched);
  });

  it('of a partner\'s report goes on by itself where the rules renew it, to its cap; a deposit protects it, and its deal is beyond dispute for a time (P122, P126)', async () => {
    const { office } = await claimedOffice(test, 'channels', {
      register: { creates_claim_for: { visit: 'claim', call: 'none', online: 'none', channel: 'claim' } }, disputes: { window: null },
      channel: { mode: 'report_deal', report_protect: days(3), renew: 'auto', hard_cap: days(8), deal_protect: days(5), performance_protect: days(30) },
    }, ['wang', 'li']);
    const { customer } = granted<{ customer: string }>(await office.does('wang', '/customers', { name: '孙明', phone: '13700000001', agentId: office.idOf('wang'), source: 'channel' }));
    const until = async () => { const claim = await claimOf({ office } as ClaimedOffice, customer); return [claim?.standing, claim?.until]; };
    expect(await until()).toEqual(['in_force', '2026-11-24']);
    office.sets('2026-11-25', '00:10');
    await Promise.all(clocks().map((clock) => clock.allDue()));
    expect(await until()).toEqual(['in_force', '2026-11-27']);
    expect((await office.entries()).filter(({ kind }) => kind === 'claim_refreshed')).toHaveLength(1);
    granted(await office.does('manager', '/deals', { customer, closer: office.idOf('wang'), commissionFen: 1_000_000 }));
    expect(await until()).toEqual(['in_force', '2026-11-29']);
    const contest = () => office.does('manager', `/customers/${customer}/disputes`, { against: [office.idOf('wang'), office.idOf('li')], statement: '我先接待的' });
    expect((await contest()).json()).toMatchObject({ status: 409, code: 'credit_protected', detail: expect.stringContaining('2026-12-25') as string });
    office.sets('2026-11-30', '00:10');
    await dueWork();
    expect(await until()).toEqual(['lapsed', '2026-11-29']);
    office.sets('2026-12-26', '09:00');
    granted(await contest());
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('waits for a manager, who sees it and hands the customer over', async () => {
    const claimed = await start('manager');
    const { office } = claimed;
    const [customer = '', own = ''] = await claimed.owned('wang', 2);
    office.sets('2026-12-02', '08:00');
    await dueWork();
    const awaiting = granted<AwaitingClaims>(await (await office.as('manager')).get(office.at('/claims/awaiting')));
    expect(awaiting).toMatchObject({ claims: [{ customer: { id: customer }, standing: 'lapsed', awaitsManager: true }, { customer: { id: own } }], next: null });
    const kinds = async (account: string) => granted<NoticesView>(await (await office.as(account)).get(office.at('/notices'))).notices.map(({ kind, count }) => [kind, count]);
    expect(await kinds('manager')).toContainEqual(['claims_awaiting', 2]);
    expect(await claimed.handsOver([customer, own], 'li')).toMatchObject({ moved: [customer, own], unchanged: [] });
    expect(await kinds('manager')).toEqual([]);
    expect(await kinds('li')).toContainEqual(['customers_received', 2]);
    expect(await claimed.handsOver([customer], 'li')).toEqual({ entry: null, moved: [], unchanged: [customer] });
    expect(await claimOf(claimed, own)).toMatchObject({ source: 'hand_over', agent: { id: office.idOf('li') }, until: '2026-12-12' });
    expect(JSON.stringify(await office.entries())).not.toContain('客户要求换人');
    await expect(claimed.handsOver([customer], 'desk')).rejects.toMatchObject({ code: 'not_an_agent_here' });
    await expect(claimed.handsOver([office.id], 'li')).rejects.toMatchObject({ code: 'customer_not_found' });
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('goes to the agent with the fewest, never back; to a manager where nobody else is here', async () => {
    const claimed = await start('reassign');
    const { office } = claimed;
    const lost = await claimed.owned('wang', 3);
    office.sets('2026-11-25', '09:00');
    await claimed.owned('li', 2);
    office.sets('2026-12-02', '08:00');
    await dueWork();
    expect(await Promise.all(lost.map((customer) => claimed.ownerOf(customer)))).toEqual(['zhao', 'zhao', 'li']);
    const alone = await start('reassign', {}, ['wang']);
    const [customer = ''] = await alone.owned('wang', 1);
    alone.office.sets('2026-12-20', '08:00');
    await dueWork();
    expect(await claimOf(alone, customer)).toMatchObject({ standing: 'lapsed', awaitsManager: true });
    for (const each of [claimed, alone]) expect(await each.office.verification()).toMatchObject(untouched);
  });

  it('is carried out once, however many processes look at the same moment', async () => {
    const several = [await start('public_pool'), await start('claim_lapses'), await start('reassign')];
    for (const claimed of several) await claimed.owned('wang', 25);
    const [first] = several;
    first?.office.sets('2026-12-02', '08:00');
    await Promise.all(Array.from({ length: 6 }, () => clocks()).flat().map((clock) => clock.allDue()));
    for (const claimed of several) {
      claimed.office.sets('2026-12-02', '08:00');
      const entries = await claimed.office.entries();
      expect(entries.filter(({ kind, content }) => kind === 'claim_pooled' || kind === 'claim_lapsed' || content['because'] === 'reassigned')).toHaveLength(25);
      expect(await claimed.office.verification()).toMatchObject(untouched);
    }
  }, 60_000);

  it('is told to its owner beforehand, and to nobody else (P71)', async () => {
    const claimed = await start('public_pool');
    const { office } = claimed;
    await claimed.owned('wang', 1);
    const told = async (account: string) => granted<NoticesView>(await (await office.as(account)).get(office.at('/notices'))).notices;
    office.sets('2026-11-27', '09:00');
    expect(await told('wang')).toEqual([]);
    office.sets('2026-11-28', '09:00');
    expect(await told('wang')).toMatchObject([{ kind: 'claim_expiring', open: true, count: 3, customer: '客*' }]);
    for (const other of ['li', 'manager', 'supervisor', 'desk']) expect((await told(other)).map(({ kind }) => kind)).not.toContain('claim_expiring');
    office.sets('2026-12-02', '09:00');
    await dueWork();
    expect(await told('wang')).toMatchObject([{ kind: 'customer_pooled', open: false, customer: '客*' }]);
  });
});

describeOnBothDatabases('contacts (回访)', (open) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await open();
  });

  const rules = { validity: { ...validity, start: 'last_effective_followup', effective_contact: ['connected', 'logged'], min_contacts: 3 } } as const;

  it('keep the claim alive where they are effective and the owner\'s own (P62, P67, P68)', async () => {
    const claimed = await claimedOffice(test, 'contacts', rules, ['wang', 'li']);
    const { office } = claimed;
    const [customer = ''] = await claimed.owned('wang', 1);
    const log = (account: string, body: object) => office.does(account, `/customers/${customer}/contacts`, body);
    office.sets('2026-11-25', '09:00');
    expect((await log('wang', { way: 'phone', connected: true })).json()).toMatchObject({ contact: { effective: false, personal: true, note: null }, claim: { until: '2026-12-01', refreshed: 0 }, contactsDone: 0, contactsAsked: 3 });
    expect((await log('wang', { way: 'phone', connected: true, note: '周末带家人来看' })).json()).toMatchObject({ contact: { effective: true, note: '周末带家人来看' }, claim: { until: '2026-12-05' }, contactsDone: 1 });
    office.sets('2026-11-27', '09:00');
    expect((await log('manager', { way: 'message', connected: true, note: '经理问候' })).json()).toMatchObject({ contact: { effective: true, personal: false }, claim: { until: '2026-12-05' } });
    expect(refusal(await log('li', { way: 'phone', connected: true }))).toEqual([403, 'not_your_customer']);
    expect(refusal(await log('wang', { way: 'pigeon', connected: true }))).toEqual([400, 'invalid_request']);
    expect((await office.entries()).filter(({ kind }) => kind === 'claim_refreshed')).toMatchObject([{ content: { events: ['follow_up', 'effective_contact', 'activity'], until: '2026-12-05', before: { until: '2026-12-01' } } }]);
    const seen = async (account: string) => granted<CustomerClaims>(await (await office.as(account)).get(office.at(`/customers/${customer}/claims`)));
    expect((await seen('wang')).contacts.map(({ note }) => note)).toEqual(['经理问候', '周末带家人来看', null]);
    expect((await seen('li')).contacts.map(({ note }) => note)).toEqual([null, null, null]);
    const stored = JSON.stringify([await office.entries(), await test.dataSource.query('SELECT * FROM contact')]);
    expect(stored).not.toMatch(/周末|问候/);
    expect(await office.verification()).toMatchObject(untouched);
  });
});
