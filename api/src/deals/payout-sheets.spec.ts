import { payoutColumnTexts, payoutEntries, type AuditPage, type Language, type PayoutRow, type PayoutSheet } from '@lunjie/contracts';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import { granted, type SalesOffice } from '../reception/testing/sales-office';
import { readSheet } from './testing/read-sheet';
import { sellingOffice } from './testing/selling-office';

const month = '2026-11';
const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** A row as form 14 has it: what the page shows of the same data. */
const expected = (row: PayoutRow): readonly string[] => [
  row.unit ?? '', row.customer.label, yuan(row.priceFen ?? 0), yuan(row.receivedFen), yuan(row.commissionFen), `${(row.commissionFen * 1_000 / (row.priceFen ?? 1)).toFixed(2)}‰`, row.agent?.name ?? '', `${(row.points / 100).toFixed(2)}%`, yuan(row.earnedFen),
  yuan(row.releasedFen), yuan(row.releasedBeforeFen), yuan(row.clawedBackFen), payoutEntries(row), '',
];

describeOnBothDatabases('the pay-out sheet as a file (form 14)', (open) => {
  let office: SalesOffice;

  beforeAll(async () => {
    const selling = await sellingOffice(await open(), 'payout', { deals: { cancellation: 'any' } });
    office = selling.office;
    const [first = '', second = ''] = await selling.units({ 1203: 1_000_001, 1204: 900_000 });
    for (const [agent, unit] of [['wang', first], ['li', second]] as const) {
      const deal = await selling.deposit(agent, unit);
      granted(await selling.step(agent, deal, 'subscription'));
      granted(await selling.step(agent, deal, 'contract', { contractNumber: `HT-${agent}` }));
      granted(await selling.pays(deal, agent === 'wang' ? 1_000_001 : 900_000));
      if (agent === 'li') granted(await selling.step('manager', deal, 'cancellation', { reason: '客户要求' }));
    }
  });

  it.each<[Language, 'xlsx' | 'csv']>([['zh', 'xlsx'], ['en', 'xlsx'], ['zh', 'csv']])('has in %s as .%s in every cell what the page reads', async (language, format) => {
    const finance = await office.as('finance');
    const { rows } = granted<PayoutSheet>(await finance.get(office.at(`/commission/payout?month=${month}`)));
    expect(rows.map(({ unit }) => unit)).toContain('8-1203');
    const file = await finance.get(office.at(`/commission/payout/file?month=${month}&format=${format}&language=${language}`));
    expect(file.headers).toMatchObject({ 'cache-control': 'no-store', 'content-disposition': `attachment; filename="lunjie-payout-${month}.${format}"` });
    const [watermark, head, ...cells] = await readSheet(file.rawPayload, format);
    expect(watermark).toEqual([language === 'zh' ? `结佣表 ${month} · payout-finance` : `Pay-out sheet ${month} · payout-finance`]);
    expect(head).toEqual(Object.values(payoutColumnTexts).map((texts) => texts[language]));
    // In a .csv an apostrophe keeps a spreadsheet from computing what begins like a formula.
    expect(cells).toEqual(rows.map(expected).map((row) => row.map((cell) => format === 'csv' ? cell.replace(/^(?=-)/, '\'') : cell)));
    expect(rows.some(({ clawedBackFen }) => clawedBackFen < 0)).toBe(true);
    const { entries } = granted<AuditPage>(await (await office.as('auditor')).get(office.at('/audit?kind=payout_exported')));
    expect(entries[0]).toMatchObject({ data: { month, rows: rows.length, format } });
  });
});
