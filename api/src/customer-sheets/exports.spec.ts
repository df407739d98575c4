import { exportColumns, exportKeptHours, type CustomerListPage, type CustomerListRow, type ExportFilters, type ExportFormat, type ExportList, type ExportView } from '@lunjie/contracts';
import { presets } from '@lunjie/policy';
import ExcelJS from 'exceljs';
import { DueWork } from '../jobs/due-work';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, type SalesOffice } from '../reception/testing/sales-office';
import { cellsOfRow } from './export-sheets';
import { exportWork } from './exports';
import { imported } from './testing/sheet-sender';

const whole = { columns: [...exportColumns], language: 'zh', reason: '月度核对' } as const;

describeOnBothDatabases('the customers exported', (open) => {
  let test: TestApp;
  let office: SalesOffice;

  beforeAll(async () => {
    test = await open();
    office = await everybodyIn(test, { policy: presets['ownership-rules'] });
    await imported(office, [
      ['=HYPERLINK("http://evil")', '13800000001', '', '女', 'A', 'wang', '', '来访'], ['+孙明', '13800000002', '', '男', 'B', 'li', '', '来电'], ['周洁', '13800000003', '', '', '', ''],
      ...Array.from({ length: 8 }, (_, index) => [`赵${'甲乙丙丁戊己庚辛'[index] ?? ''}`, `1390000000${index}`, '', '', 'C', index % 2 === 0 ? 'wang' : 'li']),
    ]);
  });

  const asks = async (account: string, filters: ExportFilters = {}, format: ExportFormat = 'csv'): Promise<string> => {
    const { id } = granted<{ id: string }>(await office.does(account, '/customers/exports', { ...whole, filters, format }));
    await test.app.get(DueWork, { strict: false }).settled(exportWork);
    return id;
  };
  const fetched = async (account: string, id: string) => (await office.as(account)).get(office.at(`/customers/exports/${id}/file`));
  const listed = async (account: string, filters: ExportFilters): Promise<readonly CustomerListRow[]> =>
    granted<CustomerListPage>(await (await office.as(account)).get(office.at(`/customers?${new URLSearchParams(filters as Record<string, string>).toString()}`))).rows;
  const views = async (account: string): Promise<readonly ExportView[]> => granted<ExportList>(await (await office.as(account)).get(office.at('/customers/exports'))).exports;
  /** A cell of these rows holds no comma and no quote but where a formula was tried. */
  const shown = (rows: readonly CustomerListRow[]): readonly string[] => rows.map((row) => cellsOfRow(row, whole.columns, 'zh').join('|'));
  const inert = (cell: string): string => cell.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"').replace(/^'/, '');
  const rowsIn = (body: string): readonly string[] => body.split('\r\n').slice(2).filter(Boolean).map((line) => (line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []).slice(0, whole.columns.length).map((cell) => inert(cell.replace(/,$/, ''))).join('|'));

  it.each(['manager', 'supervisor', 'wang', 'li', 'zhao'])('are the rows of the list, masked as the list, for %s', async (account) => {
    const filtered: readonly ExportFilters[] = [{}, { grade: 'C' }, { sort: 'valid_until', order: 'asc' }, { state: 'none' }, { text: 'zhao' }];
    for (const filters of filtered) {
      const list = await listed(account, filters);
      const file = await fetched(account, await asks(account, filters));
      expect(file.headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'text/csv; charset=utf-8' });
      expect(rowsIn(file.body)).toEqual(shown(list));
      expect(file.body).not.toMatch(/1?3[89]00000000/);
    }
    expect((await listed('manager', {})).length).toBe(11);
    expect((await listed('wang', {})).length).toBe(5);
  });

  it('say who took them along, when and from which office, and hold no formula', async () => {
    const csv = (await fetched('manager', await asks('manager'))).body;
    expect(csv.split('\r\n')[0]).toMatch(/^\uFEFF轮接 · 静安售楼处 · manager导出 · 2026-11-21 09:\d\d · 编号 [0-9a-f-]{36}$/);
    expect(csv.split('\r\n')[1]).toBe('客户,电话,性别,等级,归属,归属状态,有效期至,来源,建档日期,最近联系,来访次数');
    for (const line of csv.split('\r\n')) expect(line).not.toMatch(/(^|,)"?[=+@-]/);
    const id = await asks('manager', {}, 'xlsx');
    const { cookie } = await office.as('manager');
    const file = await test.inject({ method: 'GET', url: `/api${office.at(`/customers/exports/${id}/file`)}`, headers: { cookie } });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file.rawPayload as unknown as ExcelJS.Buffer);
    const [sheet] = workbook.worksheets;
    expect(sheet?.getCell(1, 1).text).toContain('静安售楼处');
    expect([sheet?.headerFooter.oddHeader, sheet?.headerFooter.oddFooter].every((text) => text?.includes('manager导出'))).toBe(true);
    const rows = (sheet?.getSheetValues() ?? []).slice(3).map((row) => (row as (string | undefined)[]).slice(1));
    expect(rows.map((row) => whole.columns.map((_, index) => row[index] ?? '').join('|'))).toEqual(shown(await listed('manager', {})));
    sheet?.eachRow((row) => row.eachCell((cell) => expect(cell.type).toBe(ExcelJS.ValueType.String)));
  });

  it('are fetched by who asked and by managers, and every time it is recorded', async () => {
    const id = await asks('wang', { text: 'zhao' });
    expect(refusal(await fetched('li', id))).toEqual([404, 'export_not_found']);
    expect(refusal(await fetched('desk', id))).toEqual([403, 'not_permitted']);
    granted(await (await office.as('manager')).get(office.at('/customers/exports')));
    expect((await fetched('manager', id)).statusCode).toBe(200);
    expect((await views('li')).map((each) => each.id)).not.toContain(id);
    expect((await views('manager')).find((each) => each.id === id)).toMatchObject({ state: 'done', by: { id: office.idOf('wang') }, rows: 4, total: 4, reason: '月度核对' });
    const { entries } = (await (await office.as('admin')).get(office.at('/audit'))).json<{ entries: { kind: string; data: Record<string, unknown>; person: { id: string } }[] }>();
    expect(entries.find(({ kind, data }) => kind === 'export_downloaded' && data['export'] === id)).toMatchObject({ person: { id: office.idOf('manager') }, data: { rows: 4, by: office.idOf('wang') } });
    expect(entries.find(({ kind, data }) => kind === 'export_made' && data['export'] === id)?.data).toMatchObject({ format: 'csv', filters: ['text'], reason: '月度核对' });
    expect(JSON.stringify(entries.map(({ data }) => data))).not.toContain('zhao');
    const stored = await test.transactions.read(async (reading) => (await reading.run<{ asked: string; sealed: string }>('SELECT x.asked, p.sealed FROM customer_export x JOIN export_part p ON p.export_id = x.id WHERE x.id = ?', [id])).rows);
    expect(JSON.stringify(stored)).not.toMatch(/zhao|月度|赵/);
  });

  it('need a reason, known columns and filters', async () => {
    for (const wrong of [{ reason: ' ' }, { columns: [] }, { columns: ['phone_hash'] }, { filters: { owner: 'x' } }, { filters: { text: '13800000001' } }, { filters: { where: '1=1' } }, { format: 'pdf' }]) {
      expect(refusal(await office.does('manager', '/customers/exports', { ...whole, filters: {}, format: 'csv', ...wrong }))).toEqual([400, 'invalid_request']);
    }
  });

  it('are begun anew where a worker died in the middle, and taken by nobody else before', async () => {
    const id = await asks('manager', { grade: 'C' });
    const expected = (await fetched('manager', id)).body;
    const half = (until: number): Promise<void> => test.transactions.transaction((tx) => tx.write("UPDATE customer_export SET state = 'due', taken_by = id, taken_until = ?, rows_done = 3 WHERE id = ?", [until, id]));
    const due = test.app.get(DueWork, { strict: false });
    await half(test.clock.now() + 1);
    await due.settled(exportWork);
    expect(refusal(await fetched('manager', id))).toEqual([409, 'export_not_ready']);
    await half(test.clock.now() - 1);
    await due.settled(exportWork);
    expect((await fetched('manager', id)).body).toBe(expected);
  });

  it('are deleted when their time is over', async () => {
    const id = await asks('manager');
    test.clock.advance(exportKeptHours * 3_600_000);
    office.sets('2026-11-22', '12:00');
    expect(refusal(await fetched('manager', id))).toEqual([410, 'export_expired']);
    await test.app.get(DueWork, { strict: false }).settled(exportWork);
    expect(await test.transactions.read(async (reading) => (await reading.run('SELECT id FROM export_part WHERE export_id = ?', [id])).rows)).toEqual([]);
    expect((await views('manager')).find((each) => each.id === id)).toMatchObject({ state: 'expired' });
  });
});
