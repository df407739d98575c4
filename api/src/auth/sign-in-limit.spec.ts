import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../platform/server/create-app';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { testOffice, testPassword } from './testing/test-office';

const minute = 60_000;

describeOnBothDatabases('guessing passwords', (open) => {
  let test: TestApp;
  let second: NestFastifyApplication;

  beforeAll(async () => {
    test = await open();
    await testOffice(test);
    // Another process of the same installation, as behind a proxy.
    second = await createApp({ config: test.config, clock: test.clock });
  });
  afterAll(() => second.close());
  // Each test begins in a window of its own.
  beforeEach(() => test.clock.advance(16 * minute));

  const signIn = (account: string, password: string, remoteAddress = '192.0.2.1', app: Pick<NestFastifyApplication, 'inject'> = test.app) =>
    app.inject({ method: 'POST', url: '/api/auth/sign-in', payload: { account, password }, remoteAddress });

  it('is stopped for an account after ten tries, from wherever and to whichever process they come', async () => {
    for (let failure = 1; failure <= 10; failure++) {
      const answer = await signIn(failure % 2 ? 'Desk' : ' desk', 'wrong', `192.0.2.${failure}`, failure % 2 ? test.app : second);
      expect(answer.statusCode).toBe(401);
    }
    test.clock.advance(minute);
    const blocked = await signIn('desk', testPassword, '192.0.2.99', second);
    expect(blocked.statusCode).toBe(429);
    expect(blocked.json()).toMatchObject({ code: 'too_many_attempts', data: { seconds: 14 * 60 } });
    expect(blocked.headers['retry-after']).toBe('840');
    expect((await signIn('agent', testPassword)).statusCode).toBe(200);
    test.clock.advance(14 * minute);
    expect((await signIn('desk', testPassword)).statusCode).toBe(200);
  });

  it('is stopped alike for an account nobody has', async () => {
    const answers = [];
    for (let failure = 1; failure <= 11; failure++) answers.push((await signIn('ghost', 'wrong', `192.0.2.${failure}`)).statusCode);
    expect(answers).toEqual([...Array<number>(10).fill(401), 429]);
  });

  it('is stopped when all tries come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => signIn('manager', 'wrong', `198.51.100.${index}`, index % 2 ? test.app : second)));
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(10);
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(20);
  });

  it('is stopped for an address that tries many accounts', async () => {
    const answers = await Promise.all(Array.from({ length: 110 }, (_, index) => signIn(`account-${index}`, 'wrong', '203.0.113.5')));
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(100);
    expect((await signIn('agent', testPassword, '203.0.113.5')).statusCode).toBe(429);
    expect((await signIn('agent', testPassword, '203.0.113.6')).statusCode).toBe(200);
  });

  it('does not count who knows the password: an office of a hundred signs in from one address', async () => {
    for (let time = 0; time < 25; time++) expect((await signIn('agent', testPassword, '203.0.113.7')).statusCode).toBe(200);
    const rows: { attempts: number }[] = await test.dataSource.query('SELECT attempts FROM sign_in_attempt');
    expect(rows.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(0);
  });

  it('forgets an account\'s failures once the right password came', async () => {
    for (let round = 0; round < 3; round++) {
      for (let failure = 0; failure < 9; failure++) expect((await signIn('finance', 'wrong')).statusCode).toBe(401);
      expect((await signIn('finance', testPassword)).statusCode).toBe(200);
    }
  });
});
