import { randomUUID } from 'node:crypto';
import type { PoolClaimAnswer, PoolPage } from '@lunjie/contracts';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { granted, refusal, untouched } from '../reception/testing/sales-office';
import { claimedOffice } from './testing/claimed-office';

const days = (amount: number) => ({ amount, unit: 'day' as const });
const open = { who: 'agents', grab_limit: null, cool_down: null, retention: null } as const;
const minute = 60_000;

describeOnBothDatabases('the shared pool', (start) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await start();
  });

  it('shows its customers masked, longest in it first, page after page; whose they were only to who manages', async () => {
    const claimed = await claimedOffice(test, 'pages', { pool: { ...open, retention: days(30) } }, ['wang', 'li']);
    const { office } = claimed;
    const customers: string[] = [];
    for (let index = 0; index < 53; index += 1) {
      customers.push(...await claimed.pooled('wang', 1));
      if (index % 3 === 0) test.clock.advance(1_000);
    }
    const pageOf = async (account: string, after?: string | null): Promise<PoolPage> => granted(await (await office.as(account)).get(office.at(`/pool${after ? `?after=${after}` : ''}`)));
    const first = await pageOf('li');
    const second = await pageOf('li', first.next);
    expect([first.customers.length, second.customers.length, second.next]).toEqual([50, 3, null]);
    expect([...first.customers, ...second.customers].map(({ customer }) => customer).toSorted()).toEqual(customers.toSorted());
    expect(first).toMatchObject({ who: 'agents', mayClaim: true, leftToday: null });
    expect(first.customers[0]).toMatchObject({ label: '客*', phoneMasked: expect.stringMatching(/^\*\*\* \*\*\*\* \d{4}$/), previous: null });
    expect(JSON.stringify(first)).not.toContain('客户');
    expect((await pageOf('manager')).customers[0]?.previous?.id).toBe(office.idOf('wang'));
    expect(refusal(await (await office.as('li')).get(office.at('/pool?after=1;DROP')))).toEqual([400, 'invalid_request']);
    expect(refusal(await (await office.as('desk')).get(office.at('/pool')))).toEqual([403, 'not_permitted']);
  });

  it('lets an agent claim so many a day, and not at once what they have just lost (P70)', async () => {
    const claimed = await claimedOffice(test, 'limits', { pool: { ...open, grab_limit: 2, cool_down: { amount: 30, unit: 'minute' } } }, ['wang', 'li']);
    const { office } = claimed;
    const [a = '', b = '', c = ''] = await claimed.pooled('wang', 3);
    expect(refusal(await office.does('wang', `/pool/${a}/claim`))).toEqual([409, 'pool_cooling_down']);
    const seen = granted<PoolPage>(await (await office.as('wang')).get(office.at('/pool')));
    expect(seen.customers[0]?.coolsDownUntil).toBe((seen.customers[0]?.since ?? 0) + 30 * minute);
    expect(granted<PoolClaimAnswer>(await office.does('li', `/pool/${a}/claim`)).leftToday).toBe(1);
    expect(granted<PoolClaimAnswer>(await office.does('li', `/pool/${b}/claim`)).leftToday).toBe(0);
    expect(refusal(await office.does('li', `/pool/${c}/claim`))).toEqual([409, 'pool_limit_reached']);
    test.clock.advance(31 * minute);
    expect(granted<PoolClaimAnswer>(await office.does('wang', `/pool/${c}/claim`)).agent.id).toBe(office.idOf('wang'));
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('is given out by a manager where the rules say so, and closed where nobody may', async () => {
    const claimed = await claimedOffice(test, 'given', { pool: { ...open, who: 'manager' } }, ['wang', 'li']);
    const { office } = claimed;
    const [customer = ''] = await claimed.pooled('wang', 1);
    expect(refusal(await office.does('li', `/pool/${customer}/claim`))).toEqual([403, 'pool_given_out']);
    expect(refusal(await office.does('li', `/pool/${customer}/claim`, { agentId: office.idOf('li') }))).toEqual([403, 'pool_given_out']);
    expect(refusal(await office.does('manager', `/pool/${customer}/claim`))).toEqual([403, 'pool_given_out']);
    expect(refusal(await office.does('manager', `/pool/${customer}/claim`, { agentId: office.idOf('desk') }))).toEqual([422, 'not_an_agent_here']);
    granted(await office.does('manager', `/pool/${customer}/claim`, { agentId: office.idOf('li') }));
    expect(await claimed.ownerOf(customer)).toBe('li');
    const closed = await claimedOffice(test, 'closed', {}, ['wang']);
    const [kept = ''] = await closed.owned('wang', 1);
    expect(refusal(await closed.office.does('wang', `/pool/${kept}/claim`))).toEqual([403, 'pool_closed']);
    expect(refusal(await closed.office.does('manager', `/pool/${kept}/reclaim`, { reason: '测试' }))).toEqual([403, 'pool_closed']);
  });

  it('takes a customer once, keeps the reason sealed, and refuses what is not in it', async () => {
    const claimed = await claimedOffice(test, 'once', { pool: open }, ['wang', 'li']);
    const { office } = claimed;
    const [owned = '', pooled = ''] = [...await claimed.owned('wang', 1), ...await claimed.pooled('wang', 1)];
    expect(refusal(await office.does('li', `/pool/${owned}/claim`))).toEqual([409, 'pool_taken']);
    expect(refusal(await office.does('manager', `/pool/${pooled}/reclaim`, { reason: '再次' }))).toEqual([409, 'in_pool_already']);
    expect(refusal(await office.does('li', `/pool/${randomUUID()}/claim`))).toEqual([404, 'customer_not_found']);
    expect(refusal(await office.does('li', `/pool/nobody/claim`))).toEqual([404, 'customer_not_found']);
    expect(JSON.stringify(await office.entries())).not.toContain('长期未跟进');
    const key = randomUUID();
    const first = await office.does('li', `/pool/${pooled}/claim`, {}, key);
    expect((await office.does('li', `/pool/${pooled}/claim`, {}, key)).json()).toEqual(first.json());
    expect(await office.verification()).toMatchObject(untouched);
  });
});
