import { randomUUID } from 'node:crypto';
import type { AuditPage, StaffMember } from '@lunjie/contracts';
import type { Caller, TestOffice } from '../auth/testing/test-office';
import { testOffice, testPassword } from '../auth/testing/test-office';
import { Problem } from '../platform/errors/problem';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { Staff } from './staff';
import { StaffChanges } from './staff-changes';

const newcomer = (account: string, more: object = {}): object => ({ account, name: '单雄信', password: testPassword, roles: ['agent'], ...more });

describeOnBothDatabases('the staff of an office', (open) => {
  let test: TestApp;
  let office: TestOffice;
  let admin: Caller;
  let manager: Caller;
  let people: string;
  const told: string[] = [];

  beforeAll(async () => {
    test = await open();
    office = await testOffice(test);
    [admin, manager] = [await office.as('admin'), await office.as('manager')];
    people = `/offices/${office.id}/people`;
    test.app.get(StaffChanges, { strict: false }).subscribe(async (tx, officeId, personId) => {
      const { rows } = await tx.run<{ state: string }>('SELECT state FROM employment WHERE office_id = ? AND person_id = ?', [officeId, personId]);
      told.push(`${personId} ${rows[0]?.state}`);
    });
  });

  const add = async (account: string, more?: object): Promise<StaffMember> => (await manager.post(people, newcomer(account, more))).json<StaffMember>();

  it('grows by a person with sensible defaults, who can sign in', async () => {
    const member = await add('shan');
    expect(member).toMatchObject({
      account: 'shan', name: '单雄信', pinyin: 'shanxiongxin', initials: 'sxx', roles: ['agent'], state: 'active', rosterPosition: 7,
      weight: 100, certifiedVisits: true, certifiedCalls: true, fromDate: '2026-11-21', toDate: null,
    });
    expect((await (await office.as('shan')).get('/auth/me')).json().employments[0].agent).toBe(true);
  });

  it('is read by everybody of the office, accounts by those who look after people', async () => {
    const seen = async (account: string): Promise<StaffMember[]> => (await (await office.as(account)).get(people)).json<StaffMember[]>();
    expect((await seen('admin')).map(({ account }) => account)).toContain('shan');
    expect(new Set((await seen('agent')).map(({ account }) => account))).toEqual(new Set([null]));
    expect(JSON.stringify(await seen('desk'))).not.toMatch(/argon2|password|phone/);
  });

  it('changes with a record of what was, and tells the other rooms inside the transaction', async () => {
    const { id } = await add('changing');
    told.length = 0;
    const answer = await manager.patch(`${people}/${id}`, { state: 'long_leave', weight: 50, certifiedCalls: false, rosterPosition: 7 });
    expect(answer.json()).toMatchObject({ state: 'long_leave', weight: 50, certifiedCalls: false, toDate: null });
    expect(told).toEqual([`${id} long_leave`]);
    const { entries } = (await admin.get(`/offices/${office.id}/audit?size=1`)).json<AuditPage>();
    expect(entries[0]).toMatchObject({ kind: 'employment_changed', person: { name: 'manager' }, data: { person: id, changes: { state: { from: 'active', to: 'long_leave' }, weight: { from: 100, to: 50 } } } });
    const agents = await test.transactions.read((reading) => test.app.get(Staff, { strict: false }).agents(reading, office.id));
    expect(agents.find((agent) => agent.id === id)).toEqual({ id, name: '单雄信', state: 'long_leave', rosterPosition: expect.any(Number), weight: 50, team: null, certifiedVisits: true, certifiedCalls: false });
  });

  it('keeps a leaver\'s row and name, with the day they left', async () => {
    const { id } = await add('leaver');
    expect((await manager.patch(`${people}/${id}`, { state: 'left' })).json()).toMatchObject({ name: '单雄信', state: 'left', toDate: '2026-11-21' });
    expect((await manager.patch(`${people}/${id}`, { state: 'active' })).json()).toMatchObject({ state: 'active', toDate: null });
  });

  it('undoes a change another room cannot follow', async () => {
    const { id } = await add('stays');
    const changes = test.app.get(StaffChanges, { strict: false });
    let refuses = true;
    changes.subscribe(async () => (refuses ? Promise.reject(new Problem('not_permitted', 403)) : undefined));
    expect((await manager.patch(`${people}/${id}`, { state: 'left' })).statusCode).toBe(403);
    refuses = false;
    expect((await admin.get(people)).json<StaffMember[]>().find((member) => member.id === id)?.state).toBe('active');
  });

  it('lets a manager neither make an admin nor touch one', async () => {
    const { id } = await add('ambitious');
    for (const answer of [
      await manager.post(people, newcomer('second-admin', { roles: ['admin'] })),
      await manager.patch(`${people}/${id}`, { roles: ['agent', 'admin'] }),
      await manager.patch(`${people}/${office.people['admin']}`, { state: 'left' }),
    ]) expect(answer.json()).toMatchObject({ status: 403, code: 'admin_only' });
    expect((await admin.patch(`${people}/${id}`, { roles: ['agent', 'admin'] })).json()).toMatchObject({ roles: ['agent', 'admin'] });
    expect((await admin.patch(`${people}/${id}`, { roles: ['agent'] })).statusCode).toBe(200);
  });

  it('keeps an admin, also when two remove each other at once', async () => {
    expect((await admin.patch(`${people}/${office.people['admin']}`, { roles: ['manager'] })).json()).toMatchObject({ status: 409, code: 'last_admin' });
    const { id } = (await admin.post(people, newcomer('other-admin', { roles: ['admin'] }))).json<StaffMember>();
    const otherAdmin = await office.as('other-admin');
    const answers = await Promise.all([
      admin.patch(`${people}/${id}`, { roles: ['desk'] }),
      otherAdmin.patch(`${people}/${office.people['admin']}`, { roles: ['desk'] }),
    ]);
    // The slower one is refused by the guard or by the change, whichever sees the faster one's first.
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(answers.some(({ statusCode }) => statusCode === 403 || statusCode === 409)).toBe(true);
    // Whoever was faster, the first admin looks after the rest of this file again.
    if (answers[1].statusCode === 200) await otherAdmin.patch(`${people}/${office.people['admin']}`, { roles: ['admin'] });
  });

  it('gives an account once, also to two at once, and answers a repeated request alike', async () => {
    const answers = await Promise.all([manager.post(people, newcomer('Twice')), admin.post(people, newcomer('twice'))]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    const key = randomUUID();
    const [first, again] = [await manager.post(people, newcomer('once'), key), await manager.post(people, newcomer('once'), key)];
    expect(again.json()).toEqual(first.json());
    expect((await manager.post(people, newcomer('another'), key)).json()).toMatchObject({ status: 409, code: 'idempotency_key_reused' });
  });

  it('stores a name as text, whatever it looks like', async () => {
    for (const name of ['<script>alert(1)</script>', "Robert'); DROP TABLE person;--", '{{constructor}}', '王'.repeat(80), '👩‍💼 Zoë']) {
      const member = await add(`name-${randomUUID()}`, { name });
      expect(member.name).toBe(name);
      const listed = await admin.get(people);
      expect(listed.headers['content-type']).toMatch(/^application\/json/);
      expect(listed.json<StaffMember[]>().find(({ id }) => id === member.id)?.name).toBe(name);
    }
  });

  it.each<[string, object, string]>([
    ['a name of 10,000 characters', { name: '王'.repeat(10_000) }, 'name'],
    ['an empty name', { name: '   ' }, 'name'],
    ['a name that is no text', { name: { $ne: '' } }, 'name'],
    ['a short password', { password: '123456' }, 'password'],
    ['an unknown role', { roles: ['owner'] }, 'roles'],
    ['no role', { roles: [] }, 'roles'],
    ['a field nobody knows', { passwordHash: 'x' }, 'passwordHash'],
    ['a weight beyond all measure', { weight: 1e9 }, 'weight'],
    ['an account with spaces', { account: 'two words' }, 'account'],
    ['null where nothing was meant', { rosterPosition: null }, 'rosterPosition'],
  ])('refuses %s and writes nothing', async (_, more, path) => {
    const count = async (): Promise<unknown> => test.dataSource.query('SELECT COUNT(*) AS n FROM person');
    const before = await count();
    const answer = await manager.post(people, newcomer('refused', more));
    expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(new Set(answer.json<{ errors: { path: string }[] }>().errors.map((error) => error.path))).toEqual(new Set([path]));
    expect(await count()).toEqual(before);
  });

  it('knows nobody of another office', async () => {
    const elsewhere = await testOffice(test, { staff: { stranger: ['admin'] } });
    expect((await admin.patch(`${people}/${elsewhere.people['stranger']}`, { state: 'left' })).json()).toMatchObject({ status: 404, code: 'person_not_found' });
  });

  it('keeps no password in what it remembers of a request', async () => {
    const rows: unknown[] = await test.dataSource.query('SELECT * FROM idempotency_key');
    expect(JSON.stringify(rows)).not.toContain(testPassword);
    const audit: unknown[] = await test.dataSource.query('SELECT * FROM audit_entry');
    expect(JSON.stringify(audit)).not.toMatch(/only-good-for-tests|argon2/);
  });
});
