import type { CustomerListPage, CustomerSearchView, CustomerView, TimelinePage } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, receptionOf, refusal, type SalesOffice } from '../reception/testing/sales-office';
import { customerOf, matchesOf } from './testing/customer-office';

const name = '孙晓明';
const notes = { desk: '朋友介绍来的', agent: '想买三居，电话 13812345678', other: '另一位顾问写的' };

/** What somebody sees of one customer: `own` notes are those they wrote. */
interface Sees {
  readonly page: 'open' | 'customer_not_yours' | 'not_permitted';
  readonly name: boolean;
  readonly phone: boolean;
  readonly notes: readonly string[];
  readonly listed: boolean | 'not_permitted';
  readonly phoneSeen: boolean;
}

const nothing = { name: false, phone: false, notes: [], listed: false, phoneSeen: false } as const;
const everything: Sees = { page: 'open', name: true, phone: true, notes: ['朋友介绍来的', '另一位顾问写的', '想买三居，电话 …'], listed: true, phoneSeen: true };

/** While wang's claim is valid; li received the customer once, zhao never. */
const valid: Readonly<Record<string, Sees>> = {
  wang: everything,
  li: { ...nothing, page: 'open', notes: ['另一位顾问写的'] },
  zhao: { ...nothing, page: 'customer_not_yours' },
  manager: everything,
  supervisor: everything,
  desk: { ...nothing, page: 'open', name: true, phone: true, listed: 'not_permitted' },
  auditor: { ...nothing, page: 'open', name: true, phone: true, listed: true, phoneSeen: true },
  admin: { ...nothing, page: 'not_permitted', listed: 'not_permitted' },
};

/** When it has lapsed: the owner of before is listed with them, and reads what they wrote themselves. */
const lapsed: Readonly<Record<string, Sees>> = {
  ...valid,
  wang: { ...nothing, page: 'open', notes: ['想买三居，电话 …'], listed: true },
};

describeOnBothDatabases('what each role sees of a customer', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let customer = '';

  const read = async <T>(account: string, path: string): Promise<T> => granted<T>(await (await office.as(account)).get(office.at(path)));

  beforeAll(async () => {
    test = await open();
    office = await everybodyIn(test, { policy: presets['ownership-rules'] });
    const first = await office.arrives({ name, phone: '13812345678', note: notes.desk, says: { firstVisit: 'yes' } });
    customer = customerOf(first);
    granted(await office.does('wang', `/receptions/${receptionOf(first)}/end`, { outcome: 'interested', note: notes.agent }));
    granted(await office.does('wang', '/presence/out', { reason: 'official' }));
    const again = await office.arrives({ phone: '13812345678', says: { firstVisit: 'no' } });
    expect(again.visit.receiver?.id).toBe(office.idOf('li'));
    granted(await office.does('li', `/receptions/${receptionOf(again)}/end`, { outcome: 'interested', note: notes.other }));
    granted(await office.does('wang', `/customers/${customer}/phone`, { reason: '回访' }));
  });

  const seen = async (account: string): Promise<Sees> => {
    const caller = await office.as(account);
    const [page, timeline, list] = [await caller.get(office.at(`/customers/${customer}`)), await caller.get(office.at(`/customers/${customer}/timeline`)), await caller.get(office.at('/customers'))];
    expect([page.body, timeline.body, list.body].join()).not.toMatch(/1?3812345678|12345678/);
    const listed = list.statusCode === 200 ? list.json<CustomerListPage>().rows.filter(({ id }) => id === customer) : null;
    const view = page.statusCode === 200 ? page.json<CustomerView>() : null;
    for (const row of listed ?? []) expect([row.name, row.phoneMasked]).toEqual([view?.name ?? null, view?.phones?.[0]?.masked ?? null]);
    if (view?.name === null) expect([page.body, timeline.body, list.body].join()).not.toMatch(/晓明/);
    return {
      page: view ? 'open' : page.json<{ code: Sees['page'] }>().code, name: view?.name === name, phone: view?.phones?.[0]?.masked === '*** **** 5678',
      notes: timeline.statusCode === 200 ? timeline.json<TimelinePage>().rows.flatMap(({ note }) => note ?? []).sort() : [],
      listed: listed === null ? 'not_permitted' : listed.length === 1, phoneSeen: (view?.phoneSeen?.length ?? 0) > 0,
    };
  };

  it.each(Object.keys(valid))('%s, while the claim is valid', async (account) => {
    expect(await seen(account)).toEqual({ ...valid[account], notes: [...valid[account]?.notes ?? []].sort() });
  });

  it.each(['wang', 'li', 'zhao', 'desk', 'manager', 'supervisor', 'auditor'])('%s finds them by number, masked', async (account) => {
    for (const text of ['13812345678', '5678', '999995678']) {
      const found = granted<CustomerSearchView>(await office.does(account, '/customers/search', { text })).customers;
      expect(found).toMatchObject([{ id: customer, label: '孙*', phoneMasked: '*** **** 5678', owner: { id: office.idOf('wang') } }]);
      expect(JSON.stringify(found)).not.toMatch(/晓明|12345678/);
    }
  });

  it('lets nobody find by name whose names they may not read', async () => {
    const finds = async (account: string, text: string): Promise<number> => granted<CustomerSearchView>(await office.does(account, '/customers/search', { text })).customers.length;
    const asked = ['孙', '孙晓明', 'sunxiao', 'sxm'];
    expect(await Promise.all(asked.map((text) => finds('wang', text)))).toEqual([1, 1, 1, 1]);
    expect(await Promise.all(asked.map((text) => finds('li', text)))).toEqual([0, 0, 0, 0]);
    expect(await Promise.all(asked.map((text) => finds('desk', text)))).toEqual([1, 1, 1, 1]);
    expect(JSON.stringify(await matchesOf(office, { name }, 'zhao'))).not.toMatch(/晓明/);
  });

  it('refuses to sort or filter by what may be masked', async () => {
    const manager = await office.as('manager');
    for (const query of ['sort=name', 'sort=phone', 'sort=pinyin', 'phone=5678', 'name=孙', 'order=desc,name', 'text=13812345678', 'text=345678', 'after=0']) {
      expect([query, ...refusal(await manager.get(office.at(`/customers?${query.replace('孙', encodeURIComponent('孙'))}`)))]).toEqual([query, 400, 'invalid_request']);
    }
  });

  it('closes the page to who has left, at once', async () => {
    const li = await office.as('li');
    expect((await li.get(office.at(`/customers/${customer}`))).statusCode).toBe(200);
    granted(await (await office.as('manager')).patch(office.at(`/people/${office.idOf('li')}`), { state: 'left' }));
    for (const path of [`/customers/${customer}`, `/customers/${customer}/timeline`, '/customers']) expect([401, 404]).toContain((await li.get(office.at(path))).statusCode);
    expect([401, 404]).toContain((await li.post(office.at('/customers/search'), { text: '5678' })).statusCode);
  });

  describe('when the claim has lapsed', () => {
    beforeAll(() => office.sets('2027-02-01', '10:00'));

    it.each(Object.keys(lapsed).filter((account) => account !== 'li'))('%s', async (account) => {
      expect(await seen(account)).toEqual({ ...lapsed[account], notes: [...lapsed[account]?.notes ?? []].sort() });
    });

    it('tells the owner of before no name by a filter of their list', async () => {
      expect((await read<CustomerListPage>('wang', '/customers')).rows).toMatchObject([{ id: customer, label: '孙*', name: null, phoneMasked: null, state: 'lapsed' }]);
      for (const text of ['孙', '孙晓明', 'sxm', 'sun', '5678']) expect([text, (await read<CustomerListPage>('wang', `/customers?text=${encodeURIComponent(text)}`)).rows]).toEqual([text, []]);
      expect((await read<CustomerListPage>('manager', `/customers?text=${encodeURIComponent('孙晓')}`)).rows).toHaveLength(1);
    });
  });
});
