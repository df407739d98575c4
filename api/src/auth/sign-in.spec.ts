import { createHash } from 'node:crypto';
import type { SessionView } from '@lunjie/contracts';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { testOffice, testPassword, type TestOffice } from './testing/test-office';

const hour = 3_600_000;
const day = 24 * hour;

describeOnBothDatabases('signing in', (open) => {
  let test: TestApp;
  let office: TestOffice;
  const signIn = (account: string, password = testPassword, headers: Record<string, string> = {}) =>
    test.inject({ method: 'POST', url: '/api/auth/sign-in', payload: { account, password }, headers });

  beforeAll(async () => {
    test = await open();
    office = await testOffice(test);
  });

  it('answers who it is, and gives a cookie no script can read', async () => {
    const answer = await signIn(' Desk ');
    expect(answer.statusCode).toBe(200);
    const view = answer.json<SessionView>();
    expect(view.person).toEqual({ id: office.people['desk'], account: 'desk', name: 'desk' });
    expect(view.employments).toEqual([{ officeId: office.id, officeName: '静安售楼处', timeZone: 'Asia/Shanghai', roles: ['desk'], agent: false }]);
    expect(answer.cookies).toEqual([expect.objectContaining({ name: 'lunjie', httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 7_776_000 })]);
    expect(answer.headers['set-cookie']).not.toMatch(/Secure/);
  });

  it('keeps only the hash of the token', async () => {
    const token = (await signIn('desk')).cookies[0]?.value ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    const sessions: { token_hash: string }[] = await test.dataSource.query('SELECT token_hash FROM session');
    expect(sessions.map((row) => row.token_hash)).toContain(createHash('sha256').update(token).digest('hex'));
    expect(JSON.stringify(sessions)).not.toContain(token);
  });

  it('refuses a wrong password and an unknown account in the same words', async () => {
    const wrong = await signIn('desk', 'not the password');
    const unknown = await signIn('nobody-here', 'not the password');
    expect([wrong.statusCode, wrong.json().code]).toEqual([401, 'sign_in_refused']);
    expect(unknown.body).toBe(wrong.body);
    expect(wrong.cookies).toEqual([]);
  });

  it('is needed before anything else', async () => {
    for (const cookie of ['', 'lunjie=', `lunjie=${'A'.repeat(43)}`, `lunjie=${'A'.repeat(5000)}`]) {
      const answer = await test.inject({ method: 'GET', url: '/api/auth/me', headers: { cookie } });
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'not_signed_in']);
    }
  });

  it('ends on sign-out, on this device only', async () => {
    const [here, there] = [await office.as('agent'), await office.as('agent')];
    const answer = await here.post('/auth/sign-out');
    expect(answer.statusCode).toBe(204);
    expect(answer.cookies).toEqual([expect.objectContaining({ name: 'lunjie', value: '' })]);
    expect((await here.get('/auth/me')).statusCode).toBe(401);
    expect((await there.get('/auth/me')).statusCode).toBe(200);
  });

  it('ends on every device at once, and nobody else\'s', async () => {
    const [here, there, other] = [await office.as('agent'), await office.as('agent'), await office.as('manager')];
    expect((await here.post('/auth/sign-out-everywhere')).statusCode).toBe(204);
    expect((await here.get('/auth/me')).statusCode).toBe(401);
    expect((await there.get('/auth/me')).statusCode).toBe(401);
    expect((await other.get('/auth/me')).statusCode).toBe(200);
  });

  it('lasts fourteen days without use, and ninety at most', async () => {
    const start = test.clock.now();
    const caller = await office.as('supervisor');
    for (let passed = 13 * day; passed < 90 * day; passed += 13 * day) {
      test.clock.set(start + passed);
      expect((await caller.get('/auth/me')).statusCode).toBe(200);
    }
    test.clock.set(start + 90 * day);
    expect((await caller.get('/auth/me')).statusCode).toBe(401);
    const next = await office.as('supervisor');
    test.clock.advance(14 * day);
    expect((await next.get('/auth/me')).statusCode).toBe(401);
  });

  it('keeps the language somebody chose, and answers in it', async () => {
    const caller = await office.as('finance');
    expect((await caller.get('/auth/me')).json<SessionView>().language).toBe('zh');
    expect((await caller.put('/auth/language', { language: 'en' })).json<SessionView>().language).toBe('en');
    expect((await office.as('finance').then((again) => again.get('/auth/me'))).json<SessionView>().language).toBe('en');
    expect((await caller.get(`/offices/${office.id}/audit`)).headers['content-language']).toBe('en');
    const wrong = await caller.put('/auth/language', { language: 'fr' });
    expect([wrong.statusCode, wrong.json().errors[0].path]).toEqual([400, 'language']);
  });

  it('refuses what is not an account and a password', async () => {
    for (const body of [{}, { account: 'desk' }, { account: 1, password: testPassword }, { account: 'x'.repeat(10_000), password: testPassword }, { account: 'desk', password: testPassword, admin: true }]) {
      const answer = await test.inject({ method: 'POST', url: '/api/auth/sign-in', payload: body });
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_request']);
    }
  });

  it('is over at once for who left, and refused from then on', async () => {
    const [admin, leaver] = [await office.as('admin'), await office.as('agent')];
    expect((await admin.patch(`/offices/${office.id}/people/${leaver.personId}`, { state: 'left' })).statusCode).toBe(200);
    expect((await leaver.get('/auth/me')).statusCode).toBe(401);
    const answer = await signIn('agent');
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'not_employed']);
  });
});

describeOnBothDatabases('a secure installation', (open) => {
  it('sends its cookie over https only, bound to the host', async () => {
    const test = await open();
    await testOffice(test);
    const answer = await test.inject({ method: 'POST', url: '/api/auth/sign-in', payload: { account: 'desk', password: testPassword } });
    expect(answer.cookies).toEqual([expect.objectContaining({ name: '__Host-lunjie', secure: true, httpOnly: true, sameSite: 'Lax' })]);
  });
}, { config: { cookieSecure: true } });
