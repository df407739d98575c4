import type { NoticesView, StoredSheet, StoredSheetPage, StoredSheets } from '@lunjie/contracts';
import { digestOf } from '@lunjie/register';
import ExcelJS from 'exceljs';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, receptionOf, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';
import { sha256 } from '../register/sha256';
import { Teams } from '../staff/teams';
import { CountingCheck } from './counting-check';
import { ReportSheets } from './report-sheets';

describeOnBothDatabases('sheets that are stored (P148)', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });

  beforeEach(async () => {
    test.clock.set('2026-11-21T09:00:00+08:00');
    offices += 1;
    office = await everybodyIn(test, { called: `sheets${offices}`, also: ['finance'] });
    test.clock.advance(60_000);
  });

  const sheets = () => test.app.get(ReportSheets, { strict: false });
  const make = () => sheets().makeDue(office.id);
  const read = async <T>(path: string, by = 'manager'): Promise<T> => granted<T>(await (await office.as(by)).get(office.at(path)));
  const list = async () => (await read<StoredSheets>('/reports/sheets')).sheets;

  it('are made once when they are due, by several processes at once too, fixed by an entry and announced', async () => {
    await office.receives({ name: '孙丽', phone: '13800000001' });
    office.sets('2026-11-22', '09:29');
    expect(await make()).toBe(0);
    office.sets('2026-11-22', '09:30');
    await Promise.all([make(), make(), make(), make()]);
    const [sheet, ...others] = await list();
    expect(others).toEqual([]);
    expect(sheet).toMatchObject({ period: 'day', span: { from: '2026-11-21', to: '2026-11-21' }, madeAt: test.clock.now() });
    const stored = await read<StoredSheet>(`/reports/sheets/${sheet?.id ?? ''}`);
    expect([stored.view.total.now.firstVisits, stored.corrections, stored.digest]).toEqual([1, [], digestOf([stored.view], sha256)]);
    const entry = (await office.entries()).find(({ number }) => number === sheet?.entry);
    expect(entry).toMatchObject({ kind: 'report_stored', content: { period: 'day', from: '2026-11-21', to: '2026-11-21', digest: sheet?.digest } });
    expect((await read<NoticesView>('/notices')).notices).toContainEqual(expect.objectContaining({ kind: 'report_stored', reason: 'day', count: sheet?.entry }));
    office.sets('2026-11-23', '09:30');
    expect(await make()).toBe(1);
    expect((await list()).map(({ period, span }) => [period, span.from])).toEqual([['week', '2026-11-16'], ['day', '2026-11-21']]);
    office.sets('2026-12-02', '09:30');
    expect([await make(), (await list())[0]?.period]).toEqual([1, 'month']);
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('stay as they were; what was added later is told beside them with both numbers', async () => {
    const arrived = await office.receives({ name: '孙丽', phone: '13800000001' });
    office.sets('2026-11-22', '10:00');
    await make();
    const id = (await list())[0]?.id ?? '';
    const before = await read<StoredSheet>(`/reports/sheets/${id}`);
    granted(await (await office.as(office.nameOf(arrived.visit.receiver?.id) ?? '')).put(office.at(`/receptions/${receptionOf(arrived)}/form`), { awareness_source: ['internet'] }));
    const after = await read<StoredSheet>(`/reports/sheets/${id}`);
    expect(after.view).toEqual(before.view);
    expect(after.corrections.filter(({ figure }) => figure === 'firstVisits')).toEqual([
      { dimension: 'channel', value: '', figure: 'firstVisits', then: 1, now: 0 }, { dimension: 'channel', value: 'internet', figure: 'firstVisits', then: 0, now: 1 },
    ]);
    const page = await read<StoredSheetPage>('/reports/stored?period=day');
    expect(page).toMatchObject({ sheets: [{ id, digest: before.digest, corrected: after.corrections.filter(({ dimension }) => dimension !== 'hour').length }], next: null });
    expect((await read<StoredSheetPage>(`/reports/stored?before=${before.entry}`)).sheets).toEqual([]);
    const lines = (await (await office.as('manager')).get(office.at(`/reports/sheets/${id}/file?format=csv`))).body.split('\r\n');
    expect(lines.filter((line) => line.startsWith('途径,')).map((line) => line.split(',')[1])).toEqual(['未填', '未填']);
    expect(refusal(await (await office.as('manager')).get(office.at('/reports/sheets/-')))).toEqual([404, 'sheet_not_found']);
  });

  it('leave as a file with the figures of the page, in the reader\'s language, and who took it is recorded', async () => {
    await office.receives({ name: '孙丽', phone: '13800000001' });
    const csv = (await (await office.as('manager')).get(office.at('/reports/file?period=week&format=csv'))).body;
    expect(csv.split('\r\n').filter((line) => line.includes('合计')).map((line) => line.split(',').slice(0, 8))).toEqual([
      ['合计', '', '本期 2026-11-16 – 2026-11-22', '0', '0', '1', '1', '0'], ['合计', '', '上期 2026-11-09 – 2026-11-15', '0', '0', '0', '0', '0'],
    ]);
    const workbook = new ExcelJS.Workbook();
    const { rawPayload } = await (await office.as('manager')).get(office.at('/reports/file?period=day&language=en'));
    await workbook.xlsx.load(rawPayload as unknown as ExcelJS.Buffer);
    const rows = (workbook.worksheets[0]?.getSheetValues() ?? []).flatMap((row) => Array.isArray(row) ? [row.slice(1)] : []);
    expect(rows[1]?.slice(0, 7)).toEqual(['By', 'Item', 'Period', 'Calls', 'First calls', 'Visits', 'First visits']);
    expect(rows.slice(2, 7).map((row) => row.slice(2, 7))).toEqual([
      ['This period 2026-11-21 – 2026-11-21', '0', '0', '1', '1'], ['The one before 2026-11-20 – 2026-11-20', '0', '0', '0', '0'], ['Week', '0', '0', '1', '1'], ['Month', '0', '0', '1', '1'], ['In all', '0', '0', '1', '1'],
    ]);
    const { rows: audited } = await test.transactions.read((reading) => reading.run('SELECT kind FROM audit_entry WHERE office_id = ? AND kind = ?', [office.id, 'report_exported']));
    expect(audited).toHaveLength(2);
  });

  it('count by the team somebody was in that day, also where that is entered afterwards', async () => {
    const arrived = await office.receives({ name: '孙丽', phone: '13800000001' });
    const teams = async () => (await read<StoredSheet['view']>('/reports?period=week')).lines.team?.map(({ value, now }) => [value, now.firstVisits]);
    expect(await teams()).toEqual([['', 1]]);
    test.clock.advance(60_000);
    await test.transactions.transaction((tx) => test.app.get(Teams, { strict: false }).join(tx, { officeId: office.id, personId: arrived.visit.receiver?.id ?? '', team: '一组', from: '2026-11-20', today: '2026-11-21', by: null, at: test.clock.now() }));
    expect(await teams()).toEqual([['一组', 1]]);
    expect(await test.app.get(CountingCheck, { strict: false }).faults(office.id)).toEqual([]);
  });
});
