import type { Notice, NoticesView } from '@lunjie/contracts';
import { sellingOffice, type SellingOffice } from '../deals/testing/selling-office';
import { DealsClock } from '../deals/deals-clock';
import { describeOnBothDatabases, testBegins } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { granted } from '../reception/testing/sales-office';

const hour = 3_600_000;

describeOnBothDatabases('what is told of units, deposits and payments', (open) => {
  let test: TestApp;
  let selling: SellingOffice;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });
  beforeEach(async () => {
    test.clock.set(testBegins);
    offices += 1;
    selling = await sellingOffice(test, `told${offices}`);
  });

  const due = () => test.app.get(DealsClock, { strict: false }).officeDue(selling.office.id);
  /** What somebody is told of deals: kind, unit and whose it is. */
  const told = async (account: string): Promise<readonly (readonly [Notice['kind'], string | null, boolean])[]> => {
    const { notices } = granted<NoticesView>(await (await selling.office.as(account)).get(selling.office.at('/notices')));
    return notices.filter(({ kind }) => /^(soft_deposit|unit_hold|payment)/.test(kind)).map(({ kind, unit, open: isOpen }) => [kind, unit, isOpen]);
  };

  it('warns whoever took a soft deposit or holds a unit before it ends, and tells them alone that it has', async () => {
    const [taken = '', held = ''] = await selling.units({ 1201: 1_000_000, 1202: 1_000_000 });
    await selling.deposit('wang', taken, 'soft');
    granted(await selling.office.does('li', `/units/${held}/hold`, { reason: '客户在路上' }));
    expect([await told('wang'), await told('li')]).toEqual([[], []]);
    test.clock.advance(23 * hour);
    expect([await told('wang'), await told('li')]).toEqual([[], [['unit_hold_ending', '8-1202', true]]]);
    test.clock.advance(hour);
    await due();
    expect(await told('li')).toEqual([['unit_hold_lapsed', '8-1202', false]]);
    test.clock.advance(25 * hour);
    expect(await told('wang')).toEqual([['soft_deposit_ending', '8-1201', true]]);
    test.clock.advance(24 * hour);
    await due();
    expect([await told('wang'), await told('manager')]).toEqual([[['soft_deposit_lapsed', '8-1201', false]], []]);
  });

  it('tells finance what is due today, the agent from the day after, and who leads once it is a breach (003 §(六)3)', async () => {
    const [unit = ''] = await selling.units({ 1203: 1_000_000 });
    const deal = await selling.deposit('wang', unit);
    granted(await selling.step('wang', deal, 'contract', { contractNumber: '1', instalments: [{ dueOn: '2026-11-25', fen: 30_000_000, kind: 'own' }, { dueOn: '2027-03-01', fen: 70_000_000, kind: 'own' }] }));
    const on = async (date: string, time = '10:00') => {
      selling.office.sets(date, time);
      await due();
      return Promise.all(['wang', 'li', 'manager', 'finance'].map(told));
    };
    expect(await on('2026-11-25')).toEqual([[], [], [], [['payments_due', null, true]]]);
    expect(await on('2026-11-26')).toEqual([[['payment_demanded', '8-1203', true]], [], [], []]);
    expect(await on('2027-01-25')).toEqual([[['payment_breached', '8-1203', true]], [], [['payment_breached', '8-1203', true]], []]);
    granted(await selling.pays(deal, 300_000));
    expect(await on('2027-01-25', '11:00')).toEqual([[], [], [], []]);
  });
});
