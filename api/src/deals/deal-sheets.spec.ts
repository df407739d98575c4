import { dealRegisters, dealSheetColumns, dealSheetText, nobodysName, type AuditPage, type DealPage, type DealSheet } from '@lunjie/contracts';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { granted, refusal, type SalesOffice } from '../reception/testing/sales-office';
import { readSheet } from './testing/read-sheet';
import { sellingOffice, type SellingOffice } from './testing/selling-office';

describeOnBothDatabases('sheets of units and deals (forms no. 7 to 10 and 16)', (open) => {
  let office: SalesOffice;
  let selling: SellingOffice;
  let test: TestApp;

  beforeAll(async () => {
    test = await open();
    selling = await sellingOffice(test, 'paper');
    office = selling.office;
    const [soft = '', firm = '', signed = ''] = await selling.units({ 1203: 1_000_000, 1204: 900_000, 1205: 800_000, 1206: 700_000 });
    await selling.deposit('wang', soft, 'soft');
    const made = await selling.deposit('li', firm, 'soft');
    granted(await selling.step('li', made, 'firm-deposit', { priceFen: 89_100_000, depositFen: 5_000_000 }));
    granted(await selling.pays(made, 30_000, 'deposit'));
    const deal = await selling.deposit('wang', signed);
    granted(await selling.step('wang', deal, 'subscription'));
    granted(await selling.step('wang', deal, 'contract', { contractNumber: 'HT-1', instalments: [{ dueOn: '2026-12-01', fen: 30_000_000, kind: 'own' }, { dueOn: '2027-01-15', fen: 50_000_000, kind: 'loan' }] }));
    granted(await selling.pays(deal, 200_000, 'loan'));
  });

  const read = async <T>(path: string, by: string) => granted<T>(await (await office.as(by)).get(office.at(path)));
  const told = async (path: string, by = 'manager') => {
    const { kind, rows } = await read<DealSheet>(path, by);
    return rows.map((row) => Object.fromEntries(dealSheetColumns[kind].map(({ name }, index) => [name, row[index]])));
  };

  it('list every unit, and hide whose customer has it from others', async () => {
    const ledger = await told('/units/ledger');
    expect(ledger.map(({ number, code, state, customer, agent }) => [number, code, state, customer, agent])).toEqual([
      [1, '8-1203', 'soft_deposit', '史*', 'paper-wang'], [2, '8-1204', 'firm_deposit', '史*', 'paper-li'], [3, '8-1205', 'contract', '史*', 'paper-wang'], [4, '8-1206', 'available', null, null],
    ]);
    expect(ledger[0]).toMatchObject({ building: '8', entrance: null, floor: 12, room: '1203', grossArea: 11_850, netArea: 9_240, sharedArea: 2_610, unitPrice: 843_882, listPrice: 100_000_000 });
    const seenBy = async (by: string) => (await told('/units/ledger', by)).map(({ customer }) => customer);
    expect(await seenBy('wang')).toEqual(['史*', nobodysName, '史*', null]);
    expect(await seenBy('desk')).toEqual([nobodysName, nobodysName, nobodysName, null]);
  });

  it('list the deposits and contracts as their entries say, an agent only their own', async () => {
    const softs = await told('/deals/registers/soft_deposits');
    expect(softs).toMatchObject([{ number: 1, unit: '8-1203', phone: expect.stringMatching(/^\*{3} \*{4} \d{4}$/), price: 100_000_000, deposit: 10_000_000, until: expect.stringMatching(/^2026-\d\d-\d\d \d\d:\d\d$/), outcome: null }, { number: 2, unit: '8-1204', agent: 'paper-li', outcome: 'to_firm' }]);
    expect(await told('/deals/registers/firm_deposits')).toMatchObject([
      { unit: '8-1204', price: 89_100_000, deposit: 5_000_000, paid: 3_000_000, discount: '99.00%', payment: null, signedOn: null, outcome: null }, { unit: '8-1205', discount: null, payment: 'mortgage', signedOn: '2026-11-21', outcome: 'signed' },
    ]);
    expect(await told('/deals/registers/contracts')).toMatchObject([{ contract: 'HT-1', area: 11_850, dueOn: '2027-01-15', overdue: 0, own: 30_000_000, loan: 50_000_000, price: 80_000_000, lent: 20_000_000, toLend: 30_000_000, agent: 'paper-wang' }]);
    expect((await told('/deals/registers/firm_deposits')).map(({ signBy, late }) => [signBy, late])).toEqual([[null, null], [null, null]]);
    expect((await told('/deals/registers/firm_deposits', 'wang')).map(({ unit }) => unit)).toEqual(['8-1205']);
    expect(refusal(await (await office.as('manager')).get(office.at('/deals/registers/others')))).toEqual([404, 'deal_not_found']);
  });

  it('list exchanges, changes of name and cancellations with the reason, what was paid, and what became of the commission', async () => {
    const [small = '', large = ''] = await selling.units({ 1207: 600_000, 1208: 700_000 });
    const deal = await selling.deposit('wang', small);
    granted(await selling.pays(deal, 20_000, 'deposit'));
    granted(await selling.step('manager', deal, 'exchange', { unit: large, reason: '换大一户型' }));
    const { customer: buyer } = granted<{ customer: string }>(await office.does('desk', '/customers', { name: '顾盼', phone: '13700099901', agentId: office.idOf('wang') }));
    granted(await selling.step('manager', deal, 'name-change', { buyer, reason: '加名' }));
    granted(await selling.step('manager', deal, 'cancellation', { reason: '贷款不成' }));
    const changes = await told('/deals/registers/changes');
    expect(changes).toMatchObject([
      { number: 1, date: '2026-11-21', change: 'exchange', customer: '史*', unit: '8-1207', newUnit: '8-1208', difference: 10_000_000, reason: '换大一户型', paid: 2_000_000, approvedBy: 'paper-manager', handling: 'recomputed', moved: 40_000, clawedBack: 0, entry: expect.stringMatching(/^\d+ · [0-9a-f]{4}( [0-9a-f]{4}){3}$/) },
      { number: 2, change: 'name_change', customer: expect.stringMatching(/^史\* → 顾\*$/), unit: '8-1208', newUnit: null, reason: '加名', handling: 'unchanged', moved: 0 },
      { number: 3, change: 'cancellation', customer: '顾*', unit: '8-1208', reason: '贷款不成', paid: 2_000_000, handling: 'taken_back', moved: -280_000 },
    ]);
    const { changes: [exchange] } = await read<DealPage>(`/deals/${deal}`, 'wang');
    expect(exchange).toMatchObject({ kind: 'exchange', reversedFen: -240_000, accruedFen: 280_000, entryHash: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect(await told('/deals/registers/changes', 'li')).toEqual([]);
  });

  it('are the same cell for cell as files, and who took them is recorded', async () => {
    for (const path of ['/units/ledger', ...dealRegisters.map((one) => `/deals/registers/${one}`)]) {
      const sheet = await read<DealSheet>(path, 'finance');
      const columns = dealSheetColumns[sheet.kind];
      for (const format of ['xlsx', 'csv'] as const) {
        const file = await (await office.as('finance')).get(office.at(`${path}/file?format=${format}&language=zh`));
        expect(file.headers['content-disposition']).toMatch(new RegExp(`^attachment; filename="lunjie-.*-2026-11-21\\.${format}"$`));
        const [watermark, ...cells] = await readSheet(file.rawPayload, format);
        expect(watermark?.[0]).toContain('2026-11-21 · paper-finance');
        // In a .csv an apostrophe keeps a spreadsheet from computing what begins like a formula.
        const kept = (text: string): string => format === 'csv' ? text.replace(/^(?=-)/, '\'') : text;
        expect(cells).toEqual([columns.map(({ texts }) => texts.zh), ...sheet.rows.map((row) => columns.map((column, index) => kept(dealSheetText(column, row[index] ?? null, 'zh'))))]);
      }
      expect(refusal(await (await office.as('wang')).get(office.at(`${path}/file`)))).toEqual([403, 'not_permitted']);
    }
    const { entries } = await read<AuditPage>('/audit?kind=deal_sheet_exported', 'auditor');
    expect(entries.map(({ data }) => data['sheet'])).toEqual(['changes', 'changes', 'contracts', 'contracts', 'firm_deposits', 'firm_deposits', 'soft_deposits', 'soft_deposits', 'ledger', 'ledger']);
  });

  it('say by when a firm deposit is to be signed and how late it is, where the office sets a time', async () => {
    const other = await sellingOffice(test, 'signs', { deals: { sign_within: { amount: 7, unit: 'day' } } });
    const [late = '', signed = '', over = ''] = await other.units({ 1203: 1_000_000, 1204: 900_000, 1205: 800_000 });
    const waits = await other.deposit('wang', late, 'soft');
    const [first, gone] = [await other.deposit('wang', signed), await other.deposit('wang', over)];
    other.office.sets('2026-11-22', '10:00');
    // The time runs from the firm deposit, not from the soft one before it.
    granted(await other.step('wang', waits, 'firm-deposit', { depositFen: 5_000_000 }));
    expect((await other.page(waits)).signing).toEqual({ dueOn: '2026-11-29', daysLate: null });
    granted(await other.step('manager', gone, 'cancellation', { reason: '贷款不成' }));
    other.office.sets('2026-11-30', '10:00');
    granted(await other.step('wang', first, 'contract', { contractNumber: 'HT-2', instalments: [{ dueOn: '2026-12-09', fen: 90_000_000, kind: 'own' }] }));
    granted(await other.step('wang', waits, 'subscription'));
    other.office.sets('2026-12-02', '10:00');
    const { kind, rows } = granted<DealSheet>(await (await other.office.as('manager')).get(other.office.at('/deals/registers/firm_deposits')));
    const names = dealSheetColumns[kind].map(({ name }) => name);
    const told = (row: DealSheet['rows'][number]) => ['unit', 'signBy', 'signedOn', 'late', 'outcome'].map((name) => row[names.indexOf(name)]);
    expect(rows.map(told)).toEqual([['8-1204', '2026-11-28', '2026-11-30', 2, 'signed'], ['8-1205', '2026-11-28', null, null, 'cancelled'], ['8-1203', '2026-11-29', null, 3, null]]);
    expect((await other.page(waits, 'wang')).signing).toEqual({ dueOn: '2026-11-29', daysLate: 3 });
    expect([(await other.page(first)).signing, (await other.page(gone)).signing]).toEqual([null, null]);
  });
});
