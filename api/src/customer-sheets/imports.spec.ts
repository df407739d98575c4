import ExcelJS from 'exceljs';
import { commaSeparatedType, largestImport, mostImported, sheetType, type CustomerSearchView, type ImportRead, type ImportTrial, type ImportView } from '@lunjie/contracts';
import { registered } from '../customers/testing/customer-office';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, untouched, type SalesOffice } from '../reception/testing/sales-office';
import { headings, imported, pasted, sends, settled, tried, viewOf } from './testing/sheet-sender';

describeOnBothDatabases('customers imported from a sheet', (open) => {
  let test: TestApp;
  let offices = 0;

  beforeAll(async () => {
    test = await open();
  });

  const newOffice = async (): Promise<SalesOffice> => {
    offices += 1;
    return everybodyIn(test, { called: `sheets${offices}` });
  };
  /** An agent's account, by which a sheet may name them. */
  const agent = (account: string): string => `sheets${offices}-${account}`;
  const found = async (office: SalesOffice, text: string): Promise<CustomerSearchView['customers']> => granted<CustomerSearchView>(await office.does('manager', '/customers/search', { text })).customers;
  const rowsOf = async <Row>(sql: string, parameters: readonly unknown[]): Promise<readonly Row[]> => test.transactions.read(async (reading) => (await reading.run<Row>(sql, parameters)).rows);

  it('are read with their columns known by the headings, in either language and any kind of file', async () => {
    const office = await newOffice();
    const text = granted<ImportRead>(await sends(office, pasted([headings, ['孙明', '13800000001']])));
    expect(text).toMatchObject({ rows: 1, columns: 9, headed: true, sample: [['孙明', '13800000001']], mapping: ['name', 'phone', 'second_phone', 'gender', 'grade', 'agent', 'registered_on', 'source', 'note'] });
    const comma = granted<ImportRead>(await sends(office, Buffer.from('\uFEFFName,Phone,Floor\r\n"Sun, Ming",13800000001,3\r\n'), { type: `${commaSeparatedType}; charset=utf-8` }));
    expect(comma).toMatchObject({ rows: 1, mapping: ['name', 'phone', null], sample: [['Sun, Ming', '13800000001', '3']] });
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('客户');
    sheet.addRow(['姓名', '电话', '登记日期']);
    sheet.addRow([]);
    sheet.addRow(['孙明', 13800000001, 46086]);
    const excel = granted<ImportRead>(await sends(office, Buffer.from(await workbook.xlsx.writeBuffer()), { type: sheetType }));
    expect(excel).toMatchObject({ rows: 1, mapping: ['name', 'phone', 'registered_on'], sample: [['孙明', '13800000001', '46086']] });
    expect(granted<ImportRead>(await sends(office, pasted([['孙明', '13800000001', '看三房']])))).toMatchObject({ rows: 1, headed: false, mapping: ['name', 'phone', null] });
    expect(await rowsOf("SELECT 1 FROM import_row WHERE sealed LIKE '%13800000001%' OR sealed LIKE '%孙明%'", [])).toEqual([]);
    expect(await rowsOf("SELECT answer FROM idempotency_key WHERE answer LIKE '%13800000001%' OR answer LIKE '%孙明%'", [])).toEqual([]);
  });

  it('are refused where the file is too large, empty or none', async () => {
    const office = await newOffice();
    expect(refusal(await sends(office, pasted(Array.from({ length: mostImported + 2 }, (_, index) => ['孙明', String(index)]))))).toEqual([413, 'import_too_large']);
    expect(refusal(await sends(office, pasted([Array.from({ length: 41 }, () => 'x')])))).toEqual([413, 'import_too_large']);
    expect(refusal(await sends(office, Buffer.alloc(largestImport + 1, 'x')))).toEqual([413, 'import_too_large']);
    expect(refusal(await sends(office, Buffer.from('\n \n')))).toEqual([422, 'import_empty']);
    expect(refusal(await sends(office, Buffer.from('PK\x03\x04\0\0'), { type: commaSeparatedType }))).toEqual([400, 'import_unreadable']);
    expect(refusal(await sends(office, Buffer.from('no sheet'), { type: sheetType }))).toEqual([400, 'import_unreadable']);
    expect(refusal(await sends(office, Buffer.from('{}'), { type: 'application/json' }))).toEqual([415, 'unsupported_media_type']);
    expect(refusal(await sends(office, pasted([['孙明']]), { as: 'desk' }))).toEqual([403, 'not_permitted']);
  });

  it('are tried first: which row, which field, why, and whom the register knows', async () => {
    const office = await newOffice();
    const wang = agent('wang');
    const li = agent('li');
    const known = await registered(office, '孙明', '13800000001');
    const { read, trial } = await tried(office, [
      ['孙明', '13800000001', '', '', '', li], ['周洁', '13900000002', '', '女', 'A', wang, '2026/3/5'], ['', '123', '', '', 'Z', '无此人'], ['孙明', '13800000001', '', '', '', wang], ['郑和', '13700000003'],
    ]);
    expect(trial).toMatchObject({ counts: { enter: 2, again: 1, skip: 1, faulty: 1 }, nobodys: 1, notedInAll: 3 });
    expect(trial.noted).toMatchObject([
      { row: 2, outcome: 'again', name: '孙明', phoneMasked: '*** **** 0001', remarks: [{ field: 'phone', reason: 'another_agents' }], known: { customer: { id: known, label: '孙*' }, owner: { id: office.idOf('wang') } } },
      { row: 4, outcome: 'faulty', remarks: [{ field: 'name', reason: 'is_missing' }, { field: 'phone', reason: 'is_phone_number' }, { field: 'grade', reason: 'unknown_grade' }, { field: 'agent', reason: 'unknown_agent' }] },
      { row: 5, outcome: 'skip', remarks: [{ field: 'phone', reason: 'already_theirs' }] },
    ]);
    expect(JSON.stringify(trial)).not.toContain('13800000001');
    const sheet = await (await office.as('manager')).get(office.at(`/customers/imports/${read.id}/remarks`));
    expect(sheet.headers['content-disposition']).toContain('attachment');
    expect(sheet.body.split('\r\n').slice(0, 3)).toEqual([
      '\uFEFF行,结果,Result,栏目,Column,原因,Why', '2,记为重复建档,Noted as registered again,电话,Phone,电话已登记，归另一位顾问,The phone is known as another agent\'s customer',
      '4,有误，不导入,"Faulty, left out",姓名,Name,没有填写,is missing',
    ]);
    expect(await found(office, '周洁')).toEqual([]);
    expect(refusal(await office.does('manager', `/customers/imports/${read.id}/trial`, { mapping: ['name'], headed: true }))).toEqual([422, 'import_mapping_wrong']);
    expect(refusal(await office.does('manager', `/customers/imports/${read.id}/trial`, { mapping: ['name', 'password'], headed: true }))).toEqual([400, 'invalid_request']);
  });

  it('become customers with their entries and claims from today, each once, and the same sheet again enters nobody', async () => {
    const office = await newOffice();
    const wang = agent('wang');
    const li = agent('li');
    const known = await registered(office, '吴磊', '13600000009');
    const rows = [
      ...Array.from({ length: 45 }, (_, index) => [`客户${index}`, `138000001${String(index).padStart(2, '0')}`, '', '', 'B', wang, '2026-03-05', '来电', '要南向']),
      ['周洁', '13900000002', '13900000003', '女', 'A', '', '', '', ''], ['吴磊', '13600000009', '', '', '', li], ['坏', '1'],
    ];
    const done = await imported(office, rows);
    expect(done).toMatchObject({ state: 'done', rows: 48, done: 48, counts: { enter: 46, again: 1, skip: 0, faulty: 1 }, stayed: [], again: [{ row: expect.any(Number) as number, customer: { id: known }, agent: { id: office.idOf('li') } }] });
    const [first] = await found(office, '客户7');
    expect(first).toMatchObject({ phoneMasked: '*** **** 0107', owner: { id: office.idOf('wang') }, visits: 0 });
    expect(await found(office, '13900000003')).toMatchObject([{ label: '周女士', owner: null }]);
    expect(await rowsOf('SELECT gender, grade, source FROM customer WHERE office_id = ? AND name = ?', [office.id, '客户7'])).toEqual([{ gender: null, grade: 'B', source: 'call' }]);
    const entries = (await office.entries()).filter(({ kind }) => ['customer_imported', 'registration', 'registered_again', 'customers_imported'].includes(kind));
    expect(entries.filter(({ kind }) => kind === 'customer_imported')).toHaveLength(47);
    expect(entries.find(({ kind }) => kind === 'customer_imported')?.content).toMatchObject({ row: 2, registeredOn: '2026-03-05', source: 'call', agent: office.idOf('wang') });
    expect(entries.find(({ kind }) => kind === 'registered_again')?.content).toMatchObject({ agent: office.idOf('li') });
    expect(entries.at(-1)).toMatchObject({ kind: 'customers_imported', content: { enter: 46, again: 1, skip: 0, faulty: 1 } });
    expect(JSON.stringify(entries)).not.toMatch(/客户7|1380000|要南向/);
    expect(await rowsOf('SELECT from_date FROM claim k JOIN customer c ON c.id = k.customer_id WHERE c.office_id = ? AND c.name = ?', [office.id, '客户7'])).toEqual([{ from_date: '2026-11-21' }]);
    expect(await rowsOf("SELECT agent_id FROM happening WHERE customer_id = ? AND kind = 'registered_again'", [known])).toEqual([{ agent_id: office.idOf('li') }]);
    expect(await office.verification()).toMatchObject(untouched);

    const { read, trial } = await tried(office, rows);
    expect(trial.counts).toEqual({ enter: 0, again: 0, skip: 47, faulty: 1 });
    expect(refusal(await office.does('manager', `/customers/imports/${read.id}/carry-out`, { digest: trial.digest }))).toEqual([422, 'import_nothing_to_do']);
    expect((await (await office.as('admin')).get(office.at('/audit'))).json().entries.map(({ kind }: { kind: string }) => kind)).toContain('customers_imported');
  });

  it('are exactly those of the trial: what changed in between is refused', async () => {
    const office = await newOffice();
    const { read, trial } = await tried(office, [['孙明', '13800000001', '', '', '', agent('wang')]]);
    const path = `/customers/imports/${read.id}`;
    expect(refusal(await office.does('manager', `${path}/carry-out`, { digest: '0'.repeat(64) }))).toEqual([409, 'import_changed']);
    const other = granted<ImportTrial>(await office.does('manager', `${path}/trial`, { mapping: read.mapping.map((field) => field === 'agent' ? null : field), headed: true }));
    expect(other.digest).not.toBe(trial.digest);
    expect(refusal(await office.does('manager', `${path}/carry-out`, { digest: trial.digest }))).toEqual([409, 'import_changed']);
    await registered(office, '孙明', '13800000001', 'li');
    expect(refusal(await office.does('manager', `${path}/carry-out`, { digest: other.digest }))).toEqual([409, 'import_changed']);
    const again = granted<ImportTrial>(await office.does('manager', `${path}/trial`, { mapping: read.mapping, headed: true }));
    expect(again.counts).toMatchObject({ again: 1 });
    const key = 'the-same-press';
    const answers = [await office.does('manager', `${path}/carry-out`, { digest: again.digest }, key), await office.does('manager', `${path}/carry-out`, { digest: again.digest }, key)].map((answer) => granted<ImportView>(answer));
    expect(answers[0]).toEqual(answers[1]);
    expect(refusal(await office.does('manager', `${path}/carry-out`, { digest: again.digest }))).toEqual([409, 'import_started']);
    expect(refusal(await office.does('manager', `${path}/trial`, { mapping: read.mapping, headed: true }))).toEqual([409, 'import_started']);
    await settled(office);
    const elsewhere = await newOffice();
    expect(refusal(await elsewhere.does('manager', `${path}/undo`, { reason: '错' }))).toEqual([404, 'import_not_found']);
  });

  it('are withdrawn by an undo, but for those something has happened to; the register holds', async () => {
    const office = await newOffice();
    const wang = agent('wang');
    await registered(office, '吴磊', '13600000009');
    const rows = Array.from({ length: 25 }, (_, index) => [`客户${index}`, `138000001${String(index).padStart(2, '0')}`, '', '', '', wang]);
    const { id } = await imported(office, [...rows, ['客户3', '13800000103', '', '', '', agent('li')], ['吴磊', '13600000009', '', '', '', agent('li')]]);
    const [visited] = await found(office, '客户5');
    await office.receives({ phone: '13800000105', name: '客户5', says: { firstVisit: 'unclear' } });
    const [linked] = await found(office, '客户6');
    granted(await office.does('manager', `/customers/${await registered(office, '客户六哥', '13600000008')}/household`, { other: linked?.id, relation: 'sibling' }));
    granted(await office.does('manager', `/customers/imports/${id}/undo`, { reason: '导错了文件' }));
    await settled(office);
    const undone = await viewOf(office, id);
    expect(undone).toMatchObject({ state: 'undone', rows: 27, done: 27, withdrawn: 25, undoUntil: null });
    expect(new Set(undone.stayed.map((each) => each.id))).toEqual(new Set([visited?.id, linked?.id]));
    expect(await found(office, '客户7')).toEqual([]);
    expect(await found(office, '13800000107')).toEqual([]);
    expect(await found(office, '客户5')).toHaveLength(1);
    expect(await rowsOf("SELECT 1 FROM happening WHERE kind = 'registered_again' AND office_id = ?", [office.id])).toEqual([]);
    const [claim] = await rowsOf<{ ended_because: string }>('SELECT k.ended_because FROM claim k JOIN import_row r ON r.customer_id = k.customer_id WHERE r.batch_id = ? AND r.line = 9', [id]);
    expect(claim).toEqual({ ended_because: 'withdrawn' });
    expect((await office.entries()).filter(({ kind }) => kind === 'customer_withdrawn')).toHaveLength(23);
    expect(await office.verification()).toMatchObject(untouched);
    expect(refusal(await office.does('manager', `/customers/imports/${id}/undo`, { reason: '再来' }))).toEqual([409, 'import_not_undoable']);
    // Who was withdrawn can be entered again.
    expect(await imported(office, rows)).toMatchObject({ state: 'done', counts: { enter: 23, skip: 2 } });
  });

  it('can be undone for a day, and the cells are kept no longer', async () => {
    const office = await newOffice();
    const { id } = await imported(office, [['孙明', '13800000001']]);
    const { read } = await tried(office, [['周洁', '13800000002']]);
    office.sets('2026-11-22', '10:00');
    await settled(office);
    expect(refusal(await office.does('manager', `/customers/imports/${id}/undo`, { reason: '晚了' }))).toEqual([409, 'import_not_undoable']);
    expect(await rowsOf('SELECT sealed FROM import_row WHERE batch_id = ? AND sealed IS NOT NULL', [id])).toEqual([]);
    expect(refusal(await (await office.as('manager')).get(office.at(`/customers/imports/${read.id}`)))).toEqual([404, 'import_not_found']);
    expect((await viewOf(office, id)).counts).toMatchObject({ enter: 1 });
    office.sets('2026-11-21', '10:00');
  });
});
