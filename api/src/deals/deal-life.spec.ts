import type { ArrearsList, DuesList, DealList, PayoutSheet, ReceiptList, ReceiptRow } from '@lunjie/contracts';
import { describeOnBothDatabases, testBegins } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { granted, refusal, untouched } from '../reception/testing/sales-office';
import { DealsClock } from './deals-clock';
import { sellingOffice, type SellingOffice } from './testing/selling-office';

const inParts = { rates: [{ from_yuan: 0, per_ten_thousand: 40 }], release: [{ milestone: 'receipt', percent: 70 }, { milestone: 'loan', percent: 20 }, { milestone: 'delivery', percent: 10 }], minimum_receipt_percent: 30 } as const;
const reason = { reason: '客户要求' };

describeOnBothDatabases('the life of a deal (003 §(六), §(九))', (open) => {
  let test: TestApp;
  let selling: SellingOffice;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });
  beforeEach(async () => {
    test.clock.set(testBegins);
    offices += 1;
    selling = await sellingOffice(test, `life${offices}`, { commission: inParts });
    test.clock.advance(60_000);
  });
  afterEach(async () => expect(await selling.office.verification()).toMatchObject(untouched));

  it('goes from the deposit to the handing over, and releases the commission as money comes (P143)', async () => {
    const [unit = ''] = await selling.units({ 1203: 1_000_001 });
    const deal = await selling.deposit('wang', unit, 'soft');
    expect((await selling.page(deal)).accounts).toEqual([]);
    granted(await selling.step('wang', deal, 'firm-deposit', { depositFen: 12_000_000 }));
    granted(await selling.step('wang', deal, 'subscription'));
    expect(refusal(await selling.step('wang', deal, 'subscription'))).toEqual([409, 'deal_not_at_that_stage']);
    granted(await selling.pays(deal, 100_000, 'deposit'));
    expect(refusal(await selling.step('wang', deal, 'contract', { contractNumber: 'X', instalments: [{ dueOn: '2026-12-01', fen: 1, kind: 'own' }] }))).toEqual([422, 'plan_not_the_price']);
    granted(await selling.step('wang', deal, 'contract', { contractNumber: '2026-0815', instalments: [{ dueOn: '2026-12-01', fen: 30_000_100, kind: 'own' }, { dueOn: '2027-01-15', fen: 70_000_000, kind: 'loan' }] }));
    expect(await selling.accounts(deal)).toEqual({ wang: [400_000, 0] });
    granted(await selling.pays(deal, 200_001));
    expect(await selling.accounts(deal)).toEqual({ wang: [400_000, 280_000] });
    granted(await selling.pays(deal, 700_000, 'loan'));
    expect((await selling.unit(unit)).state).toBe('contract');
    granted(await selling.step('manager', deal, 'delivery'));
    expect(await selling.accounts(deal)).toEqual({ wang: [400_000, 400_000] });
    const page = await selling.page(deal, 'wang');
    expect(page).toMatchObject({ stage: 'delivered', money: { openFen: 0, overdueFen: 0, receivedFen: 100_000_100 }, subscriptions: [{ number: 1, copies: [{ number: '000001-1', holder: 'customer' }, { holder: 'finance' }, { holder: 'sales' }, { holder: 'sales' }], terms: { unit: '8-1203', priceFen: 100_000_100 } }] });
    expect(page.history.map(({ kind }) => kind)).toEqual(['soft_deposit', 'firm_deposit', 'accrual', 'subscription', 'receipt', 'contract', 'plan', 'receipt', 'release', 'receipt', 'release', 'delivery', 'release']);
    // The slip says what was agreed on then, whatever was agreed on later.
    expect(page.softDeposit).toMatchObject({ date: '2026-11-21', unit: '8-1203', priceFen: 100_000_100, depositFen: 10_000_000, until: expect.any(Number), by: { id: selling.office.idOf('wang') }, entry: page.history[0]?.entry, entryHash: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect(await selling.statement('wang', '2026-11')).toMatchObject({ sums: { accruedFen: 400_000, releasedFen: 400_000 }, openAfterFen: 0, payableFen: 400_000, credit: { deals: 1, priceFen: 100_000_100 } });
    const read = async <T>(by: string, path: string) => granted<T>(await (await selling.office.as(by)).get(selling.office.at(path)));
    expect(await read<PayoutSheet>('finance', '/commission/payout?month=2026-11')).toMatchObject({ releasedFen: 400_000, rows: [{ unit: '8-1203', points: 10_000, earnedFen: 400_000 }] });
    expect((await read<DealList>('li', '/deals')).deals).toEqual([]);
    const of = async (agent: string) => (await read<DealList>('manager', `/deals?agent=${selling.office.idOf(agent)}`)).deals.map(({ id }) => id);
    expect([await of('wang'), await of('li')]).toEqual([[deal], []]);
    const file = await (await selling.office.as('finance')).get(selling.office.at('/commission/payout/file?month=2026-11&format=csv'));
    expect(file.body).toContain('8-1203,');
  });

  it('takes money from finance alone, in numbered receipts that are taken back and never edited', async () => {
    const [unit = ''] = await selling.units({ 1203: 1_000_000 });
    const deal = await selling.deposit('wang', unit);
    for (const by of ['wang', 'manager', 'desk', 'admin']) expect(refusal(await selling.step(by, deal, 'receipts', { kind: 'deposit', fen: 1, method: 'cash', paidOn: '2026-11-21' }))).toEqual([403, 'not_permitted']);
    const wrong = granted<ReceiptRow>(await selling.pays(deal, 900_000));
    expect((await selling.accounts(deal))['wang']).toEqual([400_000, 280_000]);
    granted(await selling.office.does('finance', `/receipts/${wrong.id}/withdrawal`, reason));
    expect(refusal(await selling.office.does('finance', `/receipts/${wrong.id}/withdrawal`, reason))).toEqual([409, 'receipt_withdrawn']);
    granted(await selling.pays(deal, 90_000));
    expect((await selling.accounts(deal))['wang']).toEqual([400_000, 0]);
    const list = granted<ReceiptList>(await (await selling.office.as('finance')).get(selling.office.at('/receipts?from=2026-11-01&to=2026-11-30')));
    expect([list.receipts.map(({ number, fen, withdraws, withdrawnBy }) => [number, fen, withdraws, withdrawnBy]), list.receivedFen]).toEqual([[[3, 9_000_000, null, null], [2, -90_000_000, 1, null], [1, 90_000_000, null, 2]], 9_000_000]);
  });

  it('exchanges the unit and counts the commission anew; the buyer\'s name costs once the contract is signed', async () => {
    const [small = '', large = '', cheap = ''] = await selling.units({ 1201: 1_000_000, 1202: 1_500_000, 1203: 900_000 });
    const deal = await selling.deposit('wang', small);
    granted(await selling.step('wang', deal, 'subscription'));
    expect(refusal(await selling.step('manager', deal, 'exchange', { unit: cheap, ...reason }))).toEqual([409, 'exchange_cheaper']);
    granted(await selling.step('manager', deal, 'exchange', { unit: large, ...reason }));
    expect([(await selling.unit(small)).state, (await selling.unit(large)).state]).toEqual(['available', 'firm_deposit']);
    expect(await selling.accounts(deal)).toEqual({ wang: [600_000, 0] });
    expect((await selling.page(deal)).history.find(({ kind }) => kind === 'exchange')?.data).toMatchObject({ from: '8-1201', to: '8-1202', differenceFen: 50_000_000 });
    const other = await selling.customerOf('li');
    granted(await selling.step('manager', deal, 'name-change', { buyer: other, ...reason }));
    granted(await selling.step('wang', deal, 'contract', { contractNumber: '1' }));
    expect((await selling.page(deal)).money.feesOpenFen).toBe(0);
    granted(await selling.step('manager', deal, 'name-change', { buyer: other, ...reason }));
    expect(await selling.page(deal)).toMatchObject({ buyer: { id: other }, money: { feesOpenFen: 100_000 }, shares: [{ agent: { id: selling.office.idOf('wang') } }] });
    expect(refusal(await selling.step('manager', deal, 'exchange', { unit: small, ...reason }))).toEqual([409, 'exchange_not_allowed']);
    expect(refusal(await selling.step('manager', deal, 'cancellation', reason))).toEqual([409, 'cancellation_not_allowed']);
  });

  it('takes the commission back with a cancellation and a forfeiture, and frees the unit', async () => {
    const [unit = ''] = await selling.units({ 1203: 1_000_000 });
    const cancelled = await selling.deposit('wang', unit);
    granted(await selling.pays(cancelled, 300_000));
    granted(await selling.step('manager', cancelled, 'cancellation', reason));
    expect(await selling.page(cancelled)).toMatchObject({ stage: 'cancelled', accounts: [], money: { toRefundFen: 30_000_000, openFen: 0 } });
    expect((await selling.statement('wang', '2026-11')).sums).toEqual({ accruedFen: 400_000, reversedFen: -400_000, adjustedFen: 0, releasedFen: 280_000, clawedBackFen: -280_000 });
    expect(refusal(await selling.pays(cancelled, 1))).toEqual([409, 'deal_over']);
    expect(refusal(await selling.pays(cancelled, 300_001, 'refund'))).toEqual([422, 'refund_too_large']);
    granted(await selling.pays(cancelled, 300_000, 'refund'));
    const forfeited = await selling.deposit('li', unit);
    granted(await selling.pays(forfeited, 100_000, 'deposit'));
    granted(await selling.step('manager', forfeited, 'forfeiture', reason));
    expect(refusal(await selling.pays(forfeited, 1, 'refund'))).toEqual([422, 'refund_too_large']);
    expect([(await selling.unit(unit)).state, (await selling.page(forfeited)).accounts]).toEqual(['available', []]);
    expect(JSON.stringify(await selling.office.entries())).not.toContain('客户要求');
  });

  it('demands what is overdue once, and declares a breach after the policy\'s two months (003 §(六)3)', async () => {
    const [unit = ''] = await selling.units({ 1203: 1_000_000 });
    const deal = await selling.deposit('wang', unit);
    granted(await selling.step('wang', deal, 'contract', { contractNumber: '1', instalments: [{ dueOn: '2026-11-25', fen: 30_000_000, kind: 'own' }, { dueOn: '2027-03-01', fen: 70_000_000, kind: 'own' }] }));
    const clock = test.app.get(DealsClock, { strict: false });
    const on = async (date: string) => {
      selling.office.sets(date, '10:00');
      return clock.officeDue(selling.office.id);
    };
    expect([await on('2026-11-25'), await on('2026-11-26'), await on('2026-11-27'), await on('2027-01-24'), await on('2027-01-25'), await on('2027-01-26')]).toEqual([0, 1, 0, 0, 1, 0]);
    expect((await selling.page(deal)).money).toMatchObject({ overdueFen: 30_000_000, overdueSince: '2026-11-25', instalments: [{ demandedOn: '2026-11-26', breachedOn: '2027-01-25' }, { demandedOn: null }] });
    const { deals } = granted<ArrearsList>(await (await selling.office.as('finance')).get(selling.office.at('/arrears')));
    expect(deals).toMatchObject([{ deal, since: '2026-11-25', breachedOn: '2027-01-25' }]);
    const due = async () => granted<DuesList>(await (await selling.office.as('finance')).get(selling.office.at('/dues')));
    expect(await due()).toMatchObject({ dues: [{ deal, kind: 'own', number: 1, openFen: 30_000_000, overdue: true }, { deal, number: 2, dueOn: '2027-03-01', openFen: 70_000_000, overdue: false }], overdueFen: 30_000_000, openFen: 100_000_000 });
    granted(await selling.pays(deal, 300_000));
    expect((await selling.page(deal)).money.overdueFen).toBe(0);
    const [other = ''] = await selling.units({ 1204: 1_000_000 });
    const agreed = await selling.deposit('li', other, 'soft');
    expect((await due()).dues).toMatchObject([{ deal: agreed, kind: 'deposit', number: null, openFen: 10_000_000, overdue: false }, { deal, number: 2 }]);
  });

  it('moves commission by a ruling and never its sum, and says what each share rests on', async () => {
    const [unit = ''] = await selling.units({ 1203: 1_000_000 });
    const deal = await selling.deposit('wang', unit);
    const { payee } = (await selling.page(deal)).accounts[0] ?? { payee: 'owner' };
    const adjusts = (fen: number, by = 'manager') => selling.step(by, deal, 'adjustment', { from: { payee, agent: selling.office.idOf('wang') }, to: { payee: 'assistant', agent: selling.office.idOf('li') }, fen, ...reason });
    expect(refusal(await adjusts(400_001))).toEqual([422, 'adjustment_too_large']);
    expect(refusal(await adjusts(1, 'supervisor'))).toEqual([403, 'not_permitted']);
    granted(await adjusts(80_000));
    expect(await selling.accounts(deal)).toEqual({ wang: [320_000, 0], li: [80_000, 0] });
    expect((await selling.page(deal)).postings.map(({ kind, agent, fen }) => [kind, selling.office.nameOf(agent?.id), fen])).toEqual([['accrual', 'wang', 400_000], ['adjustment', 'wang', -80_000], ['adjustment', 'li', 80_000]]);
    expect((await selling.page(deal, 'li')).split).toMatchObject({ commissionFen: 400_000, shares: [{ agent: { id: selling.office.idOf('wang') }, fen: 400_000, points: 10_000 }] });
  });
});
