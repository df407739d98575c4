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

describeOnBothDatabases('authorisation', (open) => {
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

  /** Refusals that change nothing: one look at what is stored before them all and one after. */
  const refused = async (cookie: string | null, ...refusals: readonly { readonly route: string; readonly office: TestOffice; readonly status: number; readonly code: string }[]): Promise<void> => {
    if (refusals.length === 0) return;
    const before = await storedHash(test);
    for (const { route, office, status, code } of refusals) expect(await call(route, office, cookie)).toEqual({ status, code });
    expect(await storedHash(test)).toBe(before);
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

  describe.each(Object.entries(expected))('%s', (route, access) => {
    it(access === 'public' ? 'is open to everybody' : 'is closed without signing in', async () => {
      if (access === 'public') await admitted(route, null);
      else await refused(null, { route, office: own, status: 401, code: 'not_signed_in' });
    });

    it.each(roles)('as %s', async (role) => {
      expect(onePerRole[role]).toEqual([role]);
      const cookie = await session(role);
      await refused(cookie,
        ...isOfOffice(route) ? [{ route, office: other, status: 404, code: 'office_not_found' }] : [],
        ...allows(access, role) ? [] : [{ route, office: own, status: 403, code: 'not_permitted' }]);
      if (allows(access, role)) await admitted(route, cookie);
    });
  });
});
