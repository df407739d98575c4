import { hashInFours, shownOfHash, type AuditPage, type ChainState, type FoundEntries, type RegisterPage } from '@lunjie/contracts';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { everybodyIn, granted, refusal, type SalesOffice } from '../reception/testing/sales-office';

const phone = '13800000200';

describeOnBothDatabases('looking into the office', (open) => {
  let test: TestApp;
  let office: SalesOffice;
  let customer: string;

  beforeAll(async () => {
    test = await open();
    office = await everybodyIn(test);
    customer = granted<{ customer: string }>(await office.does('desk', '/customers', { name: '何静', phone, agentId: office.idOf('wang') })).customer;
  });

  beforeEach(() => test.clock.advance(60_000));

  const get = async (path: string, by = 'auditor') => (await office.as(by)).get(office.at(path));
  const audit = async (query = ''): Promise<AuditPage> => granted<AuditPage>(await get(`/audit${query}`));
  const reveal = (by: string, key?: string, reason = '回访约看房') => office.does(by, `/customers/${customer}/phone`, { reason }, key);

  describe('a customer\'s phone', () => {
    it('is seen by the owner and by who manages, each time with a line in the audit and never with the number', async () => {
      for (const reader of ['wang', 'manager', 'supervisor']) expect(granted(await reveal(reader))).toEqual({ phone: `+86${phone}` });
      const { entries } = await audit('?kind=phone_seen');
      expect(entries.map(({ person }) => person?.name)).toEqual(['supervisor', 'manager', 'wang']);
      expect(entries[0]).toMatchObject({ customerLabel: '何*', data: { customer, reason: '回访约看房' } });
      const stored: unknown[] = await test.dataSource.query('SELECT * FROM idempotency_key');
      expect(JSON.stringify(stored)).not.toContain(phone);
    });

    it('is kept from everybody else, and seeing it twice by one press is one line', async () => {
      expect(refusal(await reveal('li'))).toEqual([403, 'phone_not_yours']);
      expect(refusal(await reveal('desk'))).toEqual([403, 'not_permitted']);
      expect(refusal(await reveal('auditor'))).toEqual([403, 'not_permitted']);
      expect(refusal(await reveal('wang', undefined, ' '))).toEqual([400, 'invalid_request']);
      const [tried] = (await audit('?kind=phone_refused')).entries;
      expect(tried).toMatchObject({ person: { name: 'li' }, customerLabel: '何*', data: { customer, reason: '回访约看房' } });
      const before = (await audit('?kind=phone_seen')).entries.length;
      await Promise.all([1, 2, 3].map(() => reveal('wang', 'one-press-only')));
      expect((await audit('?kind=phone_seen')).entries).toHaveLength(before + 1);
    });

    it('does not slip into the reason', async () => {
      granted(await reveal('wang', undefined, `拨打 138 0000 0200 和 ${phone}`));
      expect((await audit('?kind=phone_seen')).entries[0]?.data['reason']).toBe('拨打 … 和 …');
    });

    it('is nobody\'s to see where there is none, or no such customer', async () => {
      const { visit } = await office.receives({ name: '无号' });
      expect(refusal(await office.does('manager', `/customers/${visit.customerId ?? ''}/phone`, { reason: 'x' }))).toEqual([409, 'phone_not_known']);
      expect(refusal(await office.does('manager', '/customers/none/phone', { reason: 'x' }))).toEqual([404, 'customer_not_found']);
    });

    it('is no longer the owner\'s once their claim has lapsed', async () => {
      const [claim] = await test.dataSource.query<{ readonly until_date: string | null }[]>(`SELECT until_date FROM claim WHERE customer_id = '${customer}' AND ended_at IS NULL`);
      const until = async (date: string | null | undefined) => test.dataSource.query('UPDATE claim SET until_date = ? WHERE customer_id = ?', [date ?? null, customer]);
      await until('2026-11-20');
      expect(refusal(await reveal('wang'))).toEqual([403, 'phone_not_yours']);
      expect((await reveal('manager')).statusCode).toBe(200);
      // Past the register: it would not verify any more.
      await until(claim?.until_date);
    });
  });

  describe('the audit', () => {
    it('is filtered by kind, person and days, in pages', async () => {
      const { entries } = await audit(`?person=${office.idOf('wang')}&kind=phone_seen`);
      expect(entries.length).toBeGreaterThan(1);
      expect(new Set(entries.map(({ person, kind }) => `${person?.name ?? ''} ${kind}`))).toEqual(new Set(['wang phone_seen']));
      const first = await audit('?size=2&kind=phone_seen');
      const second = await audit(`?size=2&kind=phone_seen&before=${first.next ?? ''}`);
      expect(new Set([...first.entries, ...second.entries].map(({ id }) => id)).size).toBe(4);
      expect((await audit('?to=2026-11-20')).entries).toEqual([]);
      expect((await audit('?from=2026-11-21&to=2026-11-21')).entries.length).toBeGreaterThan(5);
      for (const query of ['kind=nothing', 'from=x', 'person=x']) expect(refusal(await get(`/audit?${query}`))).toEqual([400, 'invalid_request']);
    });

    it('leaves as a sheet that Excel reads and computes nothing of, and says that it left', async () => {
      granted(await reveal('manager', undefined, '=HYPERLINK("http://x")'));
      const answer = await get('/audit/export?kind=phone_seen&language=en');
      expect(answer.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="lunjie-audit.csv"', 'cache-control': 'no-store' });
      expect([...answer.rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const lines = answer.body.replace('\uFEFF', '').split('\r\n');
      expect(lines[0]).toBe('Time,Person,What,Customer,Details,Code');
      expect(lines[1]).toMatch(/^2026-11-21 \d\d:\d\d:\d\d,manager,Customer's phone seen,何\*,"customer: [0-9a-f-]+; reason: =HYPERLINK\(""http:\/\/x""\)",phone_seen$/);
      expect(lines.length - 2).toBe((await audit('?kind=phone_seen&size=200')).entries.length);
      expect((await audit('?kind=audit_exported')).entries[0]).toMatchObject({ person: { name: 'auditor' }, data: { kind: 'phone_seen' } });
    });

    it('is exported to the last line, however long', async () => {
      const rows = Array.from({ length: 2_300 }, (_, index) => ({
        id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`, office_id: office.id, at: 1_000 + Math.floor(index / 7), person_id: null, kind: 'signed_in', data: '{}',
      }));
      await test.transactions.transaction((tx) => tx.insert('audit_entry', rows));
      const body = (await get('/audit/export?to=2026-01-01')).body;
      expect(body.split('\r\n')).toHaveLength(2_300 + 2);
    });
  });

  describe('the register', () => {
    it('shows its entries newest first, with who, about whom and the decision, and no personal data', async () => {
      const { visit } = await office.receives({ name: '周到', phone: '13800000201', note: '机密备注' });
      const answer = await get('/register');
      const page = granted<RegisterPage>(answer);
      const entry = page.entries.find(({ number }) => number === visit.entry);
      expect(entry).toMatchObject({ kind: 'visit', by: { name: 'desk' }, about: '周*', sealed: true, decision: visit.decision, hash: expect.stringMatching(/^[0-9a-f]{16}$/) });
      expect(entry?.content).not.toHaveProperty('decision');
      for (const secret of ['周到', '13800000201', '机密备注']) expect(answer.body).not.toContain(secret);
      expect(page.entries.map(({ number }) => number)).toEqual(page.entries.map(({ number }) => number).toSorted((a, b) => b - a));
      const signedIn = granted<RegisterPage>(await get('/register?kind=signed_in'));
      expect(signedIn.entries.map(({ about }) => about)).toEqual(['chen', 'zhao', 'li', 'wang']);
      expect(granted<RegisterPage>(await get(`/register?before=${visit.entry}`)).entries[0]?.number).toBe(visit.entry - 1);
      for (const query of ['kind=nothing', 'before=x', 'before=0']) expect(refusal(await get(`/register?${query}`))).toEqual([400, 'invalid_request']);
    });

    it('is looked up by a number or by the first digits of a hash, with its neighbours and whether they are chained', async () => {
      const { visit } = await office.receives({ name: '黎明' });
      const find = async (sought: string) => granted<FoundEntries>(await get(`/register/found?${new URLSearchParams({ sought }).toString()}`)).entries;
      const [found] = await find(` ${visit.entry} `);
      expect(found).toMatchObject({ row: { number: visit.entry, about: '黎*', decision: visit.decision }, fault: null, before: { number: visit.entry - 1, holds: true } });
      const hash = found?.hash ?? '';
      expect(found?.row.hash).toBe(hash.slice(0, shownOfHash));
      expect(await find(hashInFours(hash).toUpperCase())).toEqual([found]);
      expect(await find(hash)).toEqual([found]);
      expect((await find(`${hash.slice(0, 15)}${hash[15] === '0' ? '1' : '0'}`)).length).toBe(0);
      const [newest] = granted<RegisterPage>(await get('/register')).entries;
      expect(await find(String(newest?.number))).toMatchObject([{ fault: null, after: null }]);
      expect(await find('1')).toMatchObject([{ fault: null, before: null, after: { number: 2, holds: true } }]);
      for (const wrong of ['', 'abcdef0', '0'.repeat(65), 'zzzzzzzz', '1 OR 1=1']) expect(refusal(await get(`/register/found?${new URLSearchParams({ sought: wrong }).toString()}`))).toEqual([400, 'invalid_request']);
    });

    it('is verified by an auditor, and says by whom and when', async () => {
      expect(granted<ChainState>(await get('/register/chain')).lastVerification).toBeNull();
      const state = granted<ChainState>(await office.does('auditor', '/register/verification'));
      expect(state).toMatchObject({ lastVerification: { by: { name: 'auditor' }, at: test.clock.now(), entries: state.entries, head: state.head, fault: null } });
      expect(granted<ChainState>(await get('/register/chain', 'manager'))).toEqual(state);
      expect((await audit('?kind=register_verified')).entries).toHaveLength(1);
    });

    it('names the first entry that was altered', async () => {
      await test.dataSource.query(`UPDATE register_entry SET content = '{}' WHERE office_id = '${office.id}' AND number = 3`);
      const state = granted<ChainState>(await office.does('manager', '/register/verification'));
      expect(state.lastVerification).toMatchObject({ entries: 2, fault: { part: 'entry', number: 3 } });
      expect(granted<FoundEntries>(await get('/register/found?sought=3')).entries).toMatchObject([{ fault: 'content_differs', before: { number: 2, holds: true }, after: { number: 4, holds: true } }]);
      await test.dataSource.query(`UPDATE register_entry SET hash = '${'0'.repeat(64)}' WHERE office_id = '${office.id}' AND number = 3`);
      expect(granted<FoundEntries>(await get('/register/found?sought=4')).entries).toMatchObject([{ fault: null, before: { number: 3, holds: false } }]);
    });
  });
});
