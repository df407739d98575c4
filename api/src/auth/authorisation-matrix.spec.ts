import { randomUUID } from 'node:crypto';
import { roles, type Role } from '@lunjie/contracts';
import type { InjectOptions } from 'light-my-request';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { Sessions } from './sessions';
import { expected, writesNothing, type Expected } from './testing/authorisation-table';
import { servedRoutes } from './testing/served-routes';
import { storedHash } from './testing/stored';
import { onePerRole, testOffice, type TestOffice } from './testing/test-office';

const isOfOffice = (route: string): boolean => route.includes('/:officeId');
const allows = (access: Expected, role: Role): boolean => access === 'public' || access === 'any' || access.includes(role);

describeOnBothDatabases('authorisation', (open, database) => {
  let test: TestApp;
  let own: TestOffice;
  let other: TestOffice;

  beforeAll(async () => {
    test = await open();
    own = await testOffice(test);
    other = await testOffice(test, { staff: { stranger: ['admin'] } });
  });

  /** A fresh session past the sign-in, since some routes end the one they are called with. */
  const session = async (account: string): Promise<string> => {
    const sessions = test.app.get(Sessions, { strict: false });
    return `lunjie=${await test.transactions.transaction((tx) => sessions.begin(tx, own.people[account] ?? '', 'matrix'))}`;
  };

  const call = async (route: string, office: TestOffice, cookie: string | null): Promise<{ status: number; code: unknown }> => {
    const [method = '', path = ''] = route.split(' ');
    const known: Record<string, string> = { officeId: office.id, personId: own.people['agent'] ?? '', version: '1' };
    const url = path.replace(/:(\w+)/g, (_, name: string) => known[name] ?? randomUUID());
    const request: InjectOptions = { method, url, headers: cookie === null ? {} : { cookie } };
    if (method !== 'GET') Object.assign(request, { payload: {}, headers: { ...request.headers, 'idempotency-key': randomUUID() } });
    // As a stream: a live stream never ends by itself.
    const answer = await test.inject({ ...request, payloadAsStream: true });
    const stream = answer.stream();
    if (answer.statusCode < 400) {
      stream.destroy();
      return { status: answer.statusCode, code: null };
    }
    const chunks = await stream.toArray() as Buffer[];
    return { status: answer.statusCode, code: (JSON.parse(Buffer.concat(chunks).toString()) as { code: unknown }).code };
  };

  const admitted = async (route: string, cookie: string | null): Promise<void> => {
    const { status, code } = await call(route, own, cookie);
    // Without a body a sign-in goes no further than its form.
    expect([401, 403]).not.toContain(status);
    expect(code).not.toBe('office_not_found');
    expect(status).toBeLessThan(500);
  };

  it('is stated for every route the server has, and for no other', () => {
    expect([...servedRoutes(test.app)].sort()).toEqual(Object.keys(expected).sort());
  });

  it('lets an auditor read and never write', () => {
    const writable = Object.entries(expected).filter(([route, access]) => isOfOffice(route) && !route.startsWith('GET ') && !writesNothing.includes(route) && allows(access, 'auditor'));
    expect(writable).toEqual([]);
  });

  // First of all, so that the sessions last: nothing that is admitted has ended one yet, and what is stored stays one and the same.
  // The guards refuse before anything of the database's own is asked, so one of the two tells it for both.
  if (database === 'SQLite') describe('refuses, changing nothing,', () => {
    const cookies = new Map<Role, string>();
    let stored: string;

    beforeAll(async () => {
      for (const role of roles) {
        expect(onePerRole[role]).toEqual([role]);
        cookies.set(role, await session(role));
      }
      stored = await storedHash(test);
    });

    it.each(Object.entries(expected).filter(([, access]) => access !== 'public'))('%s', async (route, access) => {
      const strangers = [...cookies].map(([role, cookie]) => ({ who: `${role} of another office`, office: other, cookie, status: 404, code: 'office_not_found' }));
      const forbidden = [...cookies].filter(([role]) => !allows(access, role)).map(([role, cookie]) => ({ who: role, office: own, cookie, status: 403, code: 'not_permitted' }));
      for (const { who, office, cookie, ...refusal } of [
        { who: 'nobody', office: own, cookie: null, status: 401, code: 'not_signed_in' }, ...isOfOffice(route) ? strangers : [], ...forbidden,
      ]) expect({ who, ...await call(route, office, cookie) }).toEqual({ who, ...refusal });
      expect(await storedHash(test)).toBe(stored);
    });
  });

  describe.each(Object.entries(expected))('admits to %s', (route, access) => {
    if (access === 'public') it('everybody', () => admitted(route, null));

    it.each(roles.filter((role) => allows(access, role)))('%s', async (role) => admitted(route, await session(role)));
  });
});
