import type { AuditPage } from '@lunjie/contracts';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { Staff } from '../staff/staff';
import { onePerRole, testOffice, testPassword, type TestOffice } from './testing/test-office';

const next = 'a better password';

describeOnBothDatabases('a password', (open) => {
  let test: TestApp;
  let office: TestOffice;
  const signIn = async (account: string, password: string): Promise<number> =>
    (await test.inject({ method: 'POST', url: '/api/auth/sign-in', payload: { account, password } })).statusCode;
  const people = (personId: string): string => `/offices/${office.id}/people/${personId}/password`;

  beforeAll(async () => {
    test = await open();
    office = await testOffice(test, { staff: { ...onePerRole, second: ['agent'], third: ['agent'], fourth: ['agent'], boss: ['admin'] } });
  });

  it('is changed by its person, and ends what else was signed in with the old one', async () => {
    const [here, there] = [await office.as('desk'), await office.as('desk')];
    expect((await here.put('/auth/password', { current: testPassword, next })).statusCode).toBe(204);
    expect([(await here.get('/auth/me')).statusCode, (await there.get('/auth/me')).statusCode]).toEqual([200, 401]);
    expect([await signIn('desk', testPassword), await signIn('desk', next)]).toEqual([401, 200]);
    const { entries } = (await (await office.as('admin')).get(`/offices/${office.id}/audit`)).json<AuditPage>();
    expect(entries.find(({ kind }) => kind === 'password_changed')).toMatchObject({ person: { name: 'desk' }, data: { person: here.personId } });
    expect(JSON.stringify(entries)).not.toContain(next);
  });

  it('is not changed without the current one, and guessing it is limited like signing in', async () => {
    const caller = await office.as('finance');
    const wrong = await caller.put('/auth/password', { current: 'not the password', next });
    expect([wrong.statusCode, wrong.json().code]).toEqual([403, 'current_password_wrong']);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 10; attempt += 1) statuses.push((await caller.put('/auth/password', { current: `guess number ${attempt}`, next })).statusCode);
    expect(statuses).toEqual([...Array<number>(9).fill(403), 429]);
    expect((await caller.put('/auth/password', { current: testPassword, next })).statusCode).toBe(429);
    expect(await signIn('finance', testPassword)).toBe(429);
    test.clock.advance(15 * 60_000);
    expect(await signIn('finance', testPassword)).toBe(200);
  });

  it.each([{}, { current: testPassword }, { current: testPassword, next: 'short' }, { current: testPassword, next: 'x'.repeat(201) }, { current: testPassword, next, account: 'admin' }])('is refused as %j', async (body) => {
    expect((await (await office.as('auditor')).put('/auth/password', body)).json()).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  it('is given anew by a manager, ends all sessions, and opens a door that was locked by guessing', async () => {
    const [manager, agent] = [await office.as('manager'), await office.as('second')];
    for (let attempt = 0; attempt < 11; attempt += 1) await signIn('second', `guess number ${attempt}`);
    expect((await manager.post(people(agent.personId), { password: next })).statusCode).toBe(204);
    expect((await agent.get('/auth/me')).statusCode).toBe(401);
    expect([await signIn('second', next), await signIn('second', testPassword)]).toEqual([200, 401]);
    const { entries } = (await manager.get(`/offices/${office.id}/audit`)).json<AuditPage>();
    expect(entries.find(({ kind }) => kind === 'password_given')).toMatchObject({ person: { name: 'manager' }, data: { person: agent.personId } });
  });

  it('is given once, however often the request arrives', async () => {
    const [admin, agent] = [await office.as('admin'), await office.as('third')];
    expect((await admin.post(people(agent.personId), { password: next }, 'given-once')).statusCode).toBe(204);
    const again = await office.as('third').catch(() => null);
    expect(again).toBeNull();
    expect(await signIn('third', next)).toBe(200);
    expect((await admin.post(people(agent.personId), { password: next }, 'given-once')).statusCode).toBe(204);
    const stored = await test.dataSource.query('SELECT answer FROM idempotency_key');
    expect(JSON.stringify(stored)).not.toContain(next);
  });

  it('of an admin is given by admins only, one\'s own by nobody but oneself', async () => {
    const [admin, manager] = [await office.as('admin'), await office.as('manager')];
    expect((await manager.post(people(admin.personId), { password: next })).json()).toMatchObject({ status: 403, code: 'admin_only' });
    expect((await manager.post(people(manager.personId), { password: next })).json()).toMatchObject({ status: 409, code: 'own_password' });
    expect((await admin.post(people(office.people['boss'] ?? ''), { password: next })).statusCode).toBe(204);
    expect((await admin.post(people('00000000-0000-7000-8000-ffffffffffff'), { password: next })).json()).toMatchObject({ status: 404, code: 'person_not_found' });
  });

  it('opens every office of its person, so it is given by who looks after people in all of them', async () => {
    const other = await testOffice(test, { staff: { elsewhere: ['admin'] } });
    const fourth = office.people['fourth'] ?? '';
    const employ = (officeId: string, personId: string, roles: readonly ['admin'] | readonly ['agent']): Promise<void> =>
      test.transactions.transaction((tx) => test.app.get(Staff, { strict: false }).employ(tx, { officeId, personId, roles, by: null }));
    await employ(other.id, fourth, ['agent']);
    const admin = await office.as('admin');
    expect((await admin.post(people(fourth), { password: next })).json()).toMatchObject({ status: 403, code: 'works_elsewhere' });
    expect(await signIn('fourth', testPassword)).toBe(200);
    await employ(other.id, admin.personId, ['admin']);
    expect((await admin.post(people(fourth), { password: next })).statusCode).toBe(204);
  });
});
