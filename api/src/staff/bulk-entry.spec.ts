import { randomUUID } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { largestSheet, sheetType, type BulkEntryAnswer, type SheetCells } from '@lunjie/contracts';
import ExcelJS from 'exceljs';
import { testOffice, testPassword, type Caller, type TestOffice } from '../auth/testing/test-office';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { granted, refusal } from '../reception/testing/sales-office';

const row = (account: string, more: object = {}): object => ({ account, name: '单雄信', roles: ['agent'], ...more });

describeOnBothDatabases('entering many people', (open) => {
  let test: TestApp;
  let office: TestOffice;
  let manager: Caller;
  let path: string;

  beforeAll(async () => {
    test = await open();
    office = await testOffice(test);
    manager = await office.as('manager');
    path = `/offices/${office.id}/people/bulk`;
  });

  const count = async (): Promise<unknown> => test.dataSource.query('SELECT COUNT(*) AS n FROM person');
  const enter = async (rows: readonly object[], key?: string): Promise<BulkEntryAnswer> => granted(await manager.post(path, { rows, dryRun: false }, key));
  const check = async (rows: readonly unknown[]): Promise<BulkEntryAnswer> => granted(await manager.post(path, { rows, dryRun: true }));

  it('makes accounts with passwords told once, in the order of the rows', async () => {
    const { entered, people } = await enter([row('lin'), row('zhou', { password: 'a password of mine' }), row('Han', { weight: 50, certifiedCalls: false })]);
    expect(entered).toBe(true);
    expect(people.map(({ account, initialPassword }) => [account, initialPassword])).toEqual([
      ['lin', expect.stringMatching(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)], ['zhou', null], ['han', expect.stringMatching(/^\S{14}$/)],
    ]);
    const signIn = async (account: string, password: string): Promise<number> => (await test.inject({ method: 'POST', url: '/api/auth/sign-in', payload: { account, password } })).statusCode;
    expect(await signIn('lin', people[0]?.initialPassword ?? '')).toBe(200);
    expect(await signIn('zhou', 'a password of mine')).toBe(200);
    const stored = JSON.stringify([await test.dataSource.query('SELECT * FROM idempotency_key'), await test.dataSource.query('SELECT * FROM audit_entry')]);
    for (const secret of [people[0]?.initialPassword, people[2]?.initialPassword, 'a password of mine']) expect(stored).not.toContain(secret);
  });

  it('answers a request that is repeated with the same people and passwords', async () => {
    const key = randomUUID();
    const first = await enter([row('again'), row('again-too')], key);
    const before = await count();
    expect(await enter([row('again'), row('again-too')], key)).toEqual(first);
    expect(await count()).toEqual(before);
    expect(refusal(await manager.post(path, { rows: [row('again')], dryRun: false }, key))).toEqual([409, 'idempotency_key_reused']);
    expect(first.people[0]?.initialPassword).not.toBe(first.people[1]?.initialPassword);
  });

  it('tells every fault where it is, and enters all or nobody', async () => {
    const before = await count();
    const rows = [row('good'), row('two words', { name: '' }), 'nonsense', row('GOOD'), row('desk'), row('chief', { roles: ['admin'] }), row('weak', { password: '123', weight: 0 }), row('odd', { salary: 1 })];
    const { entered, faults } = await check(rows);
    expect(entered).toBe(false);
    expect(faults.map((fault) => [fault.path, fault.code])).toEqual([
      ['rows.1.account', 'matches'], ['rows.1.name', 'is_not_empty'], ['rows.2', 'is_object'], ['rows.3.account', 'repeated_account'], ['rows.4.account', 'account_taken'],
      ['rows.5.roles', 'admin_only'], ['rows.6.password', 'min_length'], ['rows.6.weight', 'min'], ['rows.7.salary', 'unknown_field'],
    ]);
    expect(faults.find(({ code }) => code === 'repeated_account')?.message).toBe('账号与第 1 行重复');
    const refused = await manager.post(path, { rows, dryRun: false });
    expect(refusal(refused)).toEqual([422, 'rows_faulty']);
    // Later faults need the office's people; what is wrong with a row by itself is told first.
    expect(refused.json().errors.length).toBeGreaterThan(3);
    expect(refusal(await manager.post(path, { rows: [row('good'), row('desk')], dryRun: false }))).toEqual([422, 'rows_faulty']);
    expect(await count()).toEqual(before);
    expect((await check([row('good'), row('good-too')])).faults).toEqual([]);
    expect(await count()).toEqual(before);
  });

  it('takes 500 at once and no more', async () => {
    const many = (size: number): object[] => Array.from({ length: size }, (_, index) => row(`many-${index}`, { password: testPassword }));
    expect(refusal(await manager.post(path, { rows: many(501), dryRun: true }))).toEqual([400, 'invalid_request']);
    expect(refusal(await manager.post(path, { rows: [], dryRun: true }))).toEqual([400, 'invalid_request']);
    expect((await check(many(500))).faults).toEqual([]);
  });

  describe('from a spreadsheet', () => {
    const send = (payload: Buffer, type = sheetType, cookie = manager.cookie) => test.inject({ method: 'POST', url: `/api/offices/${office.id}/people/sheet`, payload, headers: { cookie, 'content-type': type, 'idempotency-key': randomUUID() } });
    const written = async (fill: (sheet: ExcelJS.Worksheet) => void, options: Partial<ExcelJS.XlsxWriteOptions> = {}): Promise<Buffer> => {
      const workbook = new ExcelJS.Workbook();
      fill(workbook.addWorksheet('人员'));
      return Buffer.from(await workbook.xlsx.writeBuffer({ useStyles: true, ...options }));
    };

    it.each([true, false])('answers the cells as text (shared strings: %s)', async (useSharedStrings) => {
      const file = await written((sheet) => {
        sheet.addRow(['姓名', '账号', '角色', '份额', '入职']);
        sheet.addRow([]);
        sheet.addRow(['王敏', 'wangmin', '置业顾问', 100, new Date('2026-05-01T00:00:00Z')]);
        sheet.addRow([' 李强 ', { formula: 'LOWER("LIQIANG")', result: 'liqiang' }, { richText: [{ text: '前' }, { text: '台' }] }, { error: '#N/A' }, null]);
      }, { useSharedStrings });
      const { rows } = granted<SheetCells>(await send(file));
      expect(rows[0]).toEqual(['姓名', '账号', '角色', '份额', '入职']);
      expect(rows[1]?.slice(0, 4)).toEqual(['王敏', 'wangmin', '置业顾问', '100']);
      expect(rows[2]?.slice(0, 3)).toEqual(['李强', 'liqiang', '前台']);
    });

    it('never gives a formula, only what it came to', async () => {
      const file = await written((sheet) => void sheet.addRow(['王敏', { formula: 'HYPERLINK("http://evil","x")', result: 'x' }, { formula: 'NOW()' }]));
      expect(granted<SheetCells>(await send(file)).rows).toEqual([['王敏', 'x']]);
    });

    it('refuses more rows, columns and bytes than it takes', async () => {
      expect(refusal(await send(await written((sheet) => { for (let index = 0; index < 600; index += 1) sheet.addRow(['王敏', `account-${index}`]); })))).toEqual([413, 'sheet_too_large']);
      expect(refusal(await send(await written((sheet) => { sheet.getCell(1, 16_000).value = 'far away'; })))).toEqual([413, 'sheet_too_large']);
      expect(refusal(await send(Buffer.alloc(largestSheet + 1)))).toEqual([413, 'sheet_too_large']);
    });

    it('refuses what grows beyond all measure, whatever its headers say, and what hides between entries', async () => {
      const bomb = zipped([{ name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(64 * 1024 * 1024, 'a'), claims: 100 }]);
      expect(bomb.length).toBeLessThan(largestSheet);
      expect(refusal(await send(bomb))).toEqual([413, 'sheet_too_large']);
      const hidden = zipped([{ name: 'xl/workbook.xml', data: Buffer.from('<x/>') }, { name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(9 * 1024 * 1024, 'a'), unlisted: true }, { name: 'xl/styles.xml', data: Buffer.from('<x/>') }]);
      expect(refusal(await send(hidden))).toEqual([400, 'sheet_unreadable']);
    });

    it.each([['nothing', Buffer.alloc(0)], ['a text', Buffer.from('姓名,账号\n王敏,wangmin')], ['a torn file', Buffer.from('PK\x03\x04 and no more')]])('refuses %s', async (_, payload) => {
      expect(refusal(await send(payload))).toEqual([400, 'sheet_unreadable']);
    });

    it('is taken by this route only, as this type only, and from who may', async () => {
      expect(refusal(await send(Buffer.from('{}'), 'application/json'))).toEqual([415, 'unsupported_media_type']);
      expect(refusal(await send(Buffer.from('x'), 'application/zip'))).toEqual([415, 'unsupported_media_type']);
      const elsewhere = await test.inject({ method: 'POST', url: path.replace(/^/, '/api'), payload: Buffer.from('x'), headers: { cookie: manager.cookie, 'content-type': sheetType, 'idempotency-key': randomUUID() } });
      expect(refusal(elsewhere)).toEqual([415, 'unsupported_media_type']);
      expect(refusal(await send(await written((sheet) => void sheet.addRow(['x'])), sheetType, (await office.as('desk')).cookie))).toEqual([403, 'not_permitted']);
    });
  });
}, {});

interface Zipped { readonly name: string; readonly data: Buffer; readonly claims?: number; readonly unlisted?: boolean }

/** A zip as somebody with bad intent would write it. */
function zipped(entries: readonly Zipped[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, claims = data.length, unlisted = false } of entries) {
    const packed = deflateRawSync(data);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0); head.writeUInt16LE(20, 4); head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18); head.writeUInt32LE(claims, 22); head.writeUInt16LE(name.length, 26);
    const listed = Buffer.alloc(46);
    listed.writeUInt32LE(0x02014b50, 0); listed.writeUInt16LE(8, 10); listed.writeUInt32LE(packed.length, 20); listed.writeUInt32LE(claims, 24);
    listed.writeUInt16LE(name.length, 28); listed.writeUInt32LE(at, 42);
    const entry = Buffer.concat([head, Buffer.from(name), packed]);
    parts.push(entry);
    if (!unlisted) directory.push(listed, Buffer.from(name));
    at += entry.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  const listed = entries.filter(({ unlisted }) => !unlisted).length;
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(listed, 8); end.writeUInt16LE(listed, 10); end.writeUInt32LE(list.length, 12); end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}
