import type { CallAnswer, CompanyReport, CompanyRows, ReportRows, ReportView } from '@lunjie/contracts';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { sellingOffice, type SellingOffice } from '../deals/testing/selling-office';
import { granted, receptionOf, refusal } from '../reception/testing/sales-office';

describeOnBothDatabases('the statistics', (open) => {
  let test: TestApp;
  let selling: SellingOffice;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });

  beforeEach(async () => {
    test.clock.set('2026-11-21T09:00:00+08:00');
    offices += 1;
    selling = await sellingOffice(test, `reports${offices}`, { deals: { exchange: 'any', exchange_after_contract: true, cancellation: 'any' } });
    test.clock.advance(60_000);
  });

  const report = async (query = 'period=week', by = 'manager'): Promise<ReportView> => granted(await (await selling.office.as(by)).get(selling.office.at(`/reports?${query}`)));
  const rows = async (query: string, by = 'manager'): Promise<ReportRows> => granted(await (await selling.office.as(by)).get(selling.office.at(`/reports/rows?${query}`)));

  it('count who came and called, by the ways they heard of the project, and take back what was undone', async () => {
    const { office } = selling;
    const first = await office.arrives({ name: '孙丽', phone: '13800000001' });
    granted(await (await office.as(office.nameOf(first.visit.receiver?.id) ?? '')).put(office.at(`/receptions/${receptionOf(first)}/form`), { awareness_source: ['billboard', 'internet'], grade: 'A', home_area: '城东' }));
    await office.ends(first);
    const undone = await office.arrives({ name: '吴刚', phone: '13800000002' });
    granted(await office.does('desk', `/arrivals/${undone.visit.id}/undo`));
    granted<CallAnswer>(await office.does('desk', '/calls', { says: { firstVisit: 'unclear' }, name: '郑和', phone: '13800000003', form: { awareness_source: ['internet'], layout: 'two_rooms' } }));
    test.clock.advance(60_000);
    await office.receives({ name: '郑和', phone: '13800000003' });
    test.clock.advance(60_000);
    await office.receives({ phone: '13800000001', says: { firstVisit: 'no' } });
    const { total, lines, span, countedTo } = await report();
    expect(span).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(countedTo).toBe((await office.entries()).length);
    expect(total.now).toMatchObject({ calls: 1, firstCalls: 1, visits: 3, firstVisits: 2, visitsAfterCall: 1, returnVisits: 1 });
    expect(lines.channel?.map(({ value, now }) => [value, now.calls, now.firstVisits, now.returnVisits])).toEqual([['billboard', 0, 1, 1], ['internet', 1, 1, 0]]);
    expect(lines.layout?.map(({ value, now }) => [value, now.visits])).toEqual([['', 2], ['two_rooms', 1]]);
    expect(lines.home_area?.map(({ value, now }) => [value, now.visits])).toEqual([['', 1], ['城东', 2]]);
    expect(lines.hour?.map(({ value }) => value)).toEqual(['6-09']);
    const opened = await rows('period=week&figure=firstVisits&channel=billboard');
    expect(opened).toMatchObject({ inAll: 1, rows: [{ kind: 'first_visit', entry: first.visit.entry, customer: { label: first.visit.customerLabel } }] });
    expect((await report('period=week&channel=internet')).total.now).toMatchObject({ calls: 1, visits: 1 });
  });

  it('count deals and money with the unit and the price of their day, and 净签约 as the form says', async () => {
    const [one = '', two = ''] = await selling.units({ 1201: 1_000_000, 1202: 1_200_000 });
    const deal = await selling.deposit('wang', one);
    for (const [act, body] of [['subscription', {}], ['contract', { contractNumber: 'X-1' }], ['exchange', { unit: two, reason: '换' }]] as const) granted(await selling.step('manager', deal, act, body));
    granted(await selling.pays(deal, 300_000));
    granted(await selling.step('manager', await selling.deposit('li', one, 'soft'), 'firm-deposit', { depositFen: 5_000_000 }));
    test.clock.set('2026-11-24T10:00:00+08:00');
    const { office } = selling;
    office.sets('2026-11-24', '10:00');
    granted(await selling.step('manager', deal, 'cancellation', { reason: '退' }));
    const earlier = await report('period=week&date=2026-11-21');
    expect(earlier.total.now).toMatchObject({
      softDeposits: 1, firmDeposits: 2, contracts: 1, exchanges: 1, contractFen: 100_000_000, contractArea: 11_850, netContracts: 1, netFen: 120_000_000, receivedFen: 30_000_000, contractsCancelled: 0,
    });
    const { total, lines } = await report('period=week');
    expect([total.now.contractsCancelled, total.now.netContracts, total.now.netFen, total.before]).toEqual([1, -1, -120_000_000, earlier.total.now]);
    expect(lines.price?.map(({ value }) => value)).toEqual(['100_150']);
    expect(earlier.lines.layout?.find(({ value }) => value === 'three_rooms')?.now.contracts).toBe(1);
    const day = await report('period=day&date=2026-11-24');
    expect([day.upTo?.week.netContracts, day.upTo?.month.netContracts, day.upTo?.ever.contracts]).toEqual([-1, 0, 1]);
    expect((await rows('period=day&date=2026-11-24&figure=contracts&upTo=2026-11-24')).rows.map(({ kind, date }) => [kind, date])).toEqual([['contract', '2026-11-21']]);
    expect((await rows('period=day&date=2026-11-24&figure=contracts&upTo=2026-11-20')).inAll).toBe(0);
    expect((await rows('period=month&figure=netContracts&date=2026-11-21')).rows.map(({ kind, unit, fen }) => [kind, unit, fen])).toEqual([['contract_cancelled', '8-1202', 120_000_000], ['contract', '8-1202', 100_000_000]]);
  });

  it('tell an agent their own line and the office\'s sums, and refuse days that do not fit', async () => {
    const { office } = selling;
    const arrived = await office.receives({ name: '孙丽', phone: '13800000001' });
    const mine = office.nameOf(arrived.visit.receiver?.id) ?? '';
    const other = mine === 'wang' ? 'li' : 'wang';
    expect((await report('period=week', mine)).lines.agent).toMatchObject([{ value: office.idOf(mine), now: { firstVisits: 1 } }]);
    const seen = await report('period=week', other);
    expect([seen.total.now.firstVisits, seen.lines.agent, seen.lines.channel, seen.names]).toEqual([1, [], undefined, {}]);
    expect((await rows('period=week&figure=visits', other)).rows).toEqual([]);
    expect(refusal(await (await office.as('manager')).get(office.at('/reports?period=range&from=2026-11-02&to=2026-11-01')))).toEqual([422, 'report_span']);
  });

  it('tell an admin every office of theirs from the kept sums, and when they were counted', async () => {
    const { office } = selling;
    await office.receives({ name: '孙丽', phone: '13800000001' });
    const company = async (): Promise<CompanyReport> => granted(await (await office.as('admin')).get('/reports?period=week'));
    expect(await company()).toMatchObject({ countedAt: null, total: { now: { firstVisits: 0 } } });
    await report();
    expect(await company()).toMatchObject({ countedAt: test.clock.now(), total: { now: { firstVisits: 1 } }, offices: [{ office: { id: office.id }, now: { firstVisits: 1 } }], channels: [{ value: '', now: { visits: 1 } }] });
    const behind = async (query: string) => (await office.as('admin')).get(`/reports/rows?period=week&${query}`);
    expect(granted<CompanyRows>(await behind('figure=firstVisits&channel='))).toMatchObject({ inAll: 1, rows: [{ kind: 'first_visit', office: { id: office.id }, customer: {}, agent: { name: expect.stringMatching(/./) as string } }] });
    expect(granted<CompanyRows>(await behind(`figure=firstVisits&channel=sms&office=${office.id}`)).inAll).toBe(0);
    expect(refusal(await behind('figure=visits&office=00000000-0000-7000-8000-999999999999'))).toEqual([404, 'office_not_found']);
  });
});
