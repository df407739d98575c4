import { describeOnBothDatabases } from '../platform/testing/both-databases';
import { granted, untouched } from '../reception/testing/sales-office';
import { sellingOffice, type SellingOffice } from './testing/selling-office';

const month = '2026-11';
const rates = [{ from_yuan: 0, per_ten_thousand: 40 }, { from_yuan: 2_500_000, per_ten_thousand: 50 }];

describeOnBothDatabases('commission by the tiers of a month (P142)', (open) => {
  let selling: SellingOffice;
  const deals: string[] = [];

  beforeAll(async () => {
    selling = await sellingOffice(await open(), 'tiers', { commission: { rates, tiers_over: 'whole_month', release: [{ milestone: 'deposit', percent: 100 }] }, deals: { cancellation: 'any' } });
    const units = await selling.units({ 1201: 1_000_000, 1202: 1_000_000, 1203: 1_000_000, 1204: 1_000_000 });
    for (const [index, agent] of ['wang', 'li', 'wang'].entries()) deals.push(await selling.deposit(agent, units[index] ?? ''));
    deals.push(await selling.deposit('wang', units[3] ?? ''));
  });

  const commissions = async (): Promise<readonly number[]> => Promise.all(deals.map(async (deal) => (await selling.page(deal)).commissionFen / 100));
  const kinds = async (deal: string): Promise<readonly (readonly [string, number])[]> => (await selling.page(deal)).postings.map(({ kind, fen }) => [kind, fen / 100]);

  it('brings an agent\'s earlier deals to the tier the month reached, by adjustments that are paid out, and leaves others', async () => {
    // Wang's third deal brings the month to 3 million: 50 of each ten thousand for all three. Li sold one.
    expect(await commissions()).toEqual([5_000, 4_000, 5_000, 5_000]);
    expect(await kinds(deals[0] ?? '')).toEqual([['accrual', 4_000], ['release', 4_000], ['adjustment', 1_000], ['release', 1_000]]);
    expect(await kinds(deals[1] ?? '')).toEqual([['accrual', 4_000], ['release', 4_000]]);
    expect(await kinds(deals[3] ?? '')).toEqual([['accrual', 5_000], ['release', 5_000]]);
    expect((await selling.statement('wang', month)).sums).toEqual({ accruedFen: 1_300_000, reversedFen: 0, adjustedFen: 200_000, releasedFen: 1_500_000, clawedBackFen: 0 });
    expect(await selling.office.verification()).toMatchObject(untouched);
  });

  it('takes the tier away again when a deal of the month is cancelled, and no longer counts a month that is over', async () => {
    granted(await selling.step('manager', deals[2] ?? '', 'cancellation', { reason: '客户要求' }));
    expect(await commissions()).toEqual([4_000, 4_000, 5_000, 4_000]);
    expect((await kinds(deals[0] ?? '')).slice(-2)).toEqual([['adjustment', -1_000], ['clawback', -1_000]]);
    const again = granted<{ units: readonly string[] }>(await selling.office.does('manager', '/units', { units: [{ building: '8', floor: 12, room: '1209', layout: '三房', grossArea: 11_850, netArea: 9_240, listPriceFen: 100_000_000 }] })).units[0] ?? '';
    deals.push(await selling.deposit('wang', again));
    expect(await commissions()).toEqual([5_000, 4_000, 5_000, 5_000, 5_000]);
    selling.office.sets('2026-12-02', '10:00');
    granted(await selling.step('manager', deals[4] ?? '', 'cancellation', { reason: '客户要求' }));
    expect((await commissions()).slice(0, 4)).toEqual([5_000, 4_000, 5_000, 5_000]);
    expect(await selling.office.verification()).toMatchObject(untouched);
  });
});
