import { randomUUID } from 'node:crypto';
import type { Role } from '@lunjie/contracts';
import { presets, type PolicyDocument } from '@lunjie/policy';
import type { InjectOptions, Response } from 'light-my-request';
import { Offices } from '../../offices/offices';
import type { TestApp } from '../../platform/testing/test-app';
import { Passwords } from '../../staff/passwords';
import { People } from '../../staff/people';
import { Staff } from '../../staff/staff';

/** What everybody in a test signs in with. */
export const testPassword = 'only-good-for-tests';

/** Somebody signed in, who calls the API as the console does. */
export interface Caller {
  readonly personId: string;
  readonly cookie: string;
  get(path: string): Promise<Response>;
  /** Sends a body; a key of an earlier try makes it the same write. */
  post(path: string, body?: object, key?: string): Promise<Response>;
  put(path: string, body: object, key?: string): Promise<Response>;
  patch(path: string, body: object, key?: string): Promise<Response>;
}

/** An office of a test with its people by account. */
export interface TestOffice {
  readonly id: string;
  readonly people: Readonly<Record<string, string>>;
  /** Signs a person in over HTTP. */
  as(account: string): Promise<Caller>;
}

/** Everybody of an office by account: one for each role, unless a test says otherwise. */
export const onePerRole: Readonly<Record<string, readonly Role[]>> = {
  admin: ['admin'], manager: ['manager'], supervisor: ['supervisor'], desk: ['desk'], agent: ['agent'], finance: ['finance'], auditor: ['auditor'],
};

interface TestOfficeOptions {
  /** Roles by account; the first becomes admin of the office besides. Accounts are the same for all offices: give each office its own. */
  readonly staff?: Readonly<Record<string, readonly Role[]>>;
  readonly policy?: PolicyDocument;
}

/** Makes an office with its people in Shanghai, past the API. */
export async function testOffice({ app, transactions, inject }: Pick<TestApp, 'app' | 'transactions' | 'inject'>, { staff = onePerRole, policy = presets.standard }: TestOfficeOptions = {}): Promise<TestOffice> {
  const passwordHash = await app.get(Passwords, { strict: false }).hashed(testPassword);
  const offices = app.get(Offices, { strict: false });
  const register = app.get(People, { strict: false });
  const employer = app.get(Staff, { strict: false });
  const people: Record<string, string> = {};
  const [[first = 'admin'] = [], ...others] = Object.entries(staff);
  const office = await transactions.transaction(async (tx) => {
    for (const account of Object.keys(staff)) people[account] = await register.add(tx, { account, name: account, passwordHash });
    const by = people[first] ?? '';
    const created = await offices.create(tx, { name: '静安售楼处', timeZone: 'Asia/Shanghai', opens: '09:00', closes: '18:00', policy, by });
    for (const [account, roles] of others) await employer.employ(tx, { officeId: created.id, personId: people[account] ?? '', roles, by });
    return created;
  });
  return { id: office.id, people, as: (account) => signedIn(inject, account, people[account] ?? '') };
}

async function signedIn(inject: TestApp['inject'], account: string, personId: string): Promise<Caller> {
  const answer = await inject({ method: 'POST', url: '/api/auth/sign-in', payload: { account, password: testPassword } });
  if (answer.statusCode !== 200) throw new Error(`${account} could not sign in: ${answer.body}`);
  const [{ name = '', value = '' } = {}] = answer.cookies;
  const cookie = `${name}=${value}`;
  const send = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, payload?: object, key: string = randomUUID()): Promise<Response> => {
    const request: InjectOptions = { method, url: `/api${path}`, headers: { cookie, ...(method === 'GET' ? {} : { 'idempotency-key': key }) } };
    return inject(payload ? { ...request, payload } : request);
  };
  return {
    personId,
    cookie,
    get: (path) => send('GET', path),
    post: (path, body = {}, key) => send('POST', path, body, key),
    put: (path, body, key) => send('PUT', path, body, key),
    patch: (path, body, key) => send('PATCH', path, body, key),
  };
}
