import type { DisputesView } from '@lunjie/contracts';
import { describeOnBothDatabases, testBegins } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { granted, untouched } from '../reception/testing/sales-office';
import { DealsClock } from './deals-clock';
import { sellingOffice, type SellingOffice } from './testing/selling-office';

const commission = { rates: [{ from_yuan: 0, per_ten_thousand: 40 }], release: [{ milestone: 'deposit', percent: 10 }, { milestone: 'contract', percent: 60 }, { milestone: 'delivery', percent: 30 }], minimum_receipt_percent: 10 } as const;

describeOnBothDatabases('commission that waits, and commission of who is gone', (open) => {
  let test: TestApp;
  let selling: SellingOffice;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });
  const founded = async (cutoff: 'signed' | 'signed_and_paid' = 'signed') => {
    test.clock.set(testBegins);
    offices += 1;
    selling = await sellingOffice(test, `withheld${offices}`, { commission: { ...commission, departure_cutoff: cutoff } });
    test.clock.advance(60_000);
  };
  afterEach(async () => expect(await selling.office.verification()).toMatchObject(untouched));

  const sums = async (deal: string): Promise<readonly [number, number]> => Object.values(await selling.accounts(deal)).reduce<readonly [number, number]>(([earned, released], [more, paid]) => [earned + more, released + paid], [0, 0]);
  const leaves = async (who: string) => granted(await (await selling.office.as('admin')).patch(selling.office.at(`/people/${selling.office.idOf(who)}`), { state: 'left' }));

  it('pays nothing of a unit in dispute whatever it reaches, and at the ruling what is due by the ruling\'s shares, to the 分 (P103)', async () => {
    await founded();
    const [unit = ''] = await selling.units({ 1203: 1_000_002 });
    const customer = await selling.customerOf('wang');
    const deal = await selling.deposit('wang', unit, 'firm', customer);
    expect(await selling.accounts(deal)).toEqual({ wang: [400_001, 0] });
    granted(await selling.office.does('manager', `/customers/${customer}/disputes`, { against: [selling.office.idOf('wang'), selling.office.idOf('li')], statement: '两人都说是自己的客户' }));
    granted(await selling.pays(deal, 1_000_002));
    granted(await selling.step('wang', deal, 'contract', { contractNumber: '1' }));
    expect(await selling.accounts(deal)).toEqual({ wang: [400_001, 0] });
    const [{ id = '' } = {}] = granted<DisputesView>(await (await selling.office.as('manager')).get(selling.office.at('/disputes'))).disputes;
    for (const who of ['wang', 'supervisor']) granted(await selling.office.does(who, `/disputes/${id}/move-up`, { reason: '谈不拢' }));
    granted(await selling.office.does('manager', `/disputes/${id}/ruling`, { outcome: 'shared', owner: selling.office.idOf('wang'), shares: [{ agent: selling.office.idOf('wang'), percent: 66.67 }, { agent: selling.office.idOf('li'), percent: 33.33 }], reason: '各有功劳' }));
    expect(await selling.accounts(deal)).toEqual({ wang: [266_681, 186_676], li: [133_320, 93_324] });
    granted(await selling.step('manager', deal, 'delivery'));
    expect([await selling.accounts(deal), await sums(deal)]).toEqual([{ wang: [266_681, 266_681], li: [133_320, 133_320] }, [400_001, 400_001]]);
  });

  it('gives the department what somebody who left before the signing is not paid; what was released to them stays (P145)', async () => {
    await founded();
    const [early = '', signed = ''] = await selling.units({ 1201: 1_000_000, 1202: 1_000_000 });
    const running = await selling.deposit('wang', early);
    const done = await selling.deposit('wang', signed);
    for (const deal of [running, done]) granted(await selling.pays(deal, 100_000, 'deposit'));
    granted(await selling.step('wang', done, 'contract', { contractNumber: '1' }));
    expect([await selling.accounts(running), await selling.accounts(done)]).toEqual([{ wang: [400_000, 40_000] }, { wang: [400_000, 280_000] }]);
    await leaves('wang');
    selling.office.sets('2026-11-23', '10:00');
    granted(await selling.step('manager', running, 'contract', { contractNumber: '2' }));
    granted(await selling.step('manager', done, 'delivery'));
    expect(await selling.accounts(running)).toEqual({ wang: [40_000, 40_000], department: [360_000, 252_000] });
    expect(await selling.accounts(done)).toEqual({ wang: [400_000, 400_000] });
    expect(await sums(running)).toEqual([400_000, 292_000]);
    expect((await selling.page(running)).history.find(({ kind }) => kind === 'adjustment')?.data).toEqual({ fen: 0, because: 'departure' });
  });

  it('gives who takes over the customers of one who leaves their part of what is not released yet, and the department the rest (P91, P145)', async () => {
    test.clock.set(testBegins);
    selling = await sellingOffice(test, 'succession', { commission: { ...commission, departure_cutoff: 'signed' }, attribution: { agent_leave_method: 'rotation', agent_leave_deal_percent: 25 } }, ['wang', 'li']);
    test.clock.advance(60_000);
    const { office } = selling;
    const [unit = '', other = ''] = await selling.units({ 1201: 1_000_000, 1202: 1_000_000 });
    const customer = await selling.customerOf('wang');
    const [running, alien] = [await selling.deposit('wang', unit, 'firm', customer), await selling.deposit('li', other)];
    for (const deal of [running, alien]) granted(await selling.pays(deal, 100_000, 'deposit'));
    await leaves('wang');
    const request = { from: office.idOf('wang'), reason: 'left' };
    const { listHash } = granted<{ listHash: string }>(await office.does('manager', '/draws/preview', request));
    const given = await Promise.all([1, 2].map(() => office.does('manager', '/draws', { ...request, listHash })));
    expect(given.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
    expect([await selling.accounts(running), await selling.accounts(alien)]).toEqual([{ wang: [310_000, 40_000], li: [90_000, 9_000] }, { li: [400_000, 40_000] }]);
    expect((await selling.page(running)).history.find(({ kind }) => kind === 'adjustment')?.data).toEqual({ fen: 0, because: 'succession' });
    office.sets('2026-11-23', '10:00');
    await test.app.get(DealsClock, { strict: false }).allDue();
    expect(await selling.accounts(running)).toEqual({ wang: [40_000, 40_000], li: [90_000, 9_000], department: [270_000, 27_000] });
    expect(await sums(running)).toEqual([400_000, 76_000]);
  });

  it('gives it to the department as their last day is over, once, with no step of the deal; of a deal in dispute at its ruling (P145, P103)', async () => {
    await founded();
    const [running = '', signed = '', disputed = ''] = await selling.units({ 1201: 1_000_000, 1202: 1_000_000, 1203: 1_000_000 });
    const contested = await selling.customerOf('wang');
    const deals = [await selling.deposit('wang', running), await selling.deposit('wang', signed), await selling.deposit('wang', disputed, 'firm', contested)] as const;
    granted(await selling.pays(deals[0], 100_000, 'deposit'));
    granted(await selling.step('wang', deals[1], 'contract', { contractNumber: '1' }));
    granted(await selling.office.does('manager', `/customers/${contested}/disputes`, { against: [selling.office.idOf('wang'), selling.office.idOf('li')], statement: '两人都说是自己的客户' }));
    await leaves('wang');
    const clock = selling.test.app.get(DealsClock, { strict: false });
    const due = () => clock.officeDue(selling.office.id);
    const stands = async () => [await selling.accounts(deals[0]), await selling.accounts(deals[1]), await selling.accounts(deals[2])];
    const before = [{ wang: [400_000, 40_000] }, { wang: [400_000, 0] }, { wang: [400_000, 0] }];
    expect([await due(), await stands()]).toEqual([0, before]);
    test.clock.set('2026-11-22T00:01:00+08:00');
    const known = (await selling.office.entries()).length;
    await Promise.all([due(), due()]);
    const entered = (await selling.office.entries()).slice(known).map(({ kind }) => kind);
    expect([await due(), entered.filter((kind) => kind === 'commission_adjusted'), await stands()]).toEqual([0, ['commission_adjusted'], [{ wang: [40_000, 40_000], department: [360_000, 36_000] }, before[1], before[2]]]);
    expect((await selling.page(deals[0])).history.find(({ kind }) => kind === 'adjustment')?.data).toEqual({ fen: 0, because: 'departure' });
  });

  it('asks for the whole price by their last day where the office does (P145)', async () => {
    await founded('signed_and_paid');
    const [open_ = '', paid = ''] = await selling.units({ 1201: 1_000_000, 1202: 1_000_000 });
    const deals = [await selling.deposit('li', open_), await selling.deposit('li', paid)] as const;
    for (const [index, deal] of deals.entries()) {
      granted(await selling.pays(deal, index === 0 ? 999_999 : 1_000_000));
      granted(await selling.step('li', deal, 'contract', { contractNumber: `${index}` }));
    }
    await leaves('li');
    selling.office.sets('2026-11-23', '10:00');
    for (const deal of deals) granted(await selling.step('manager', deal, 'delivery'));
    expect([await selling.accounts(deals[0]), await selling.accounts(deals[1])]).toEqual([{ li: [280_000, 280_000], department: [120_000, 120_000] }, { li: [400_000, 400_000] }]);
  });
});
