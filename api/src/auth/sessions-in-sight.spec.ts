import { createHash } from 'node:crypto';
import type { SessionRow } from '@lunjie/contracts';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import type { TestApp } from '../platform/testing/test-app';
import { granted, refusal } from '../reception/testing/sales-office';
import { testOffice, testPassword, type Caller, type TestOffice } from './testing/test-office';

const phone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1';

describeOnBothDatabases('sessions in sight', (open) => {
  let test: TestApp;
  let office: TestOffice;
  beforeAll(async () => {
    test = await open();
    office = await testOffice(test);
  });

  const onPhone = async (account: string): Promise<string> => {
    const answer = await test.inject({ method: 'POST', url: '/api/auth/sign-in', payload: { account, password: testPassword }, headers: { 'user-agent': phone } });
    return `lunjie=${answer.cookies.find(({ name }) => name === 'lunjie')?.value}`;
  };
  const remove = (caller: Caller, path: string) => test.inject({ method: 'DELETE', url: `/api${path}`, headers: { cookie: caller.cookie } });
  const mine = async (caller: Caller): Promise<readonly SessionRow[]> => granted(await caller.get('/auth/sessions'));
  const alive = async (cookie: string): Promise<number> => (await test.inject({ method: 'GET', url: '/api/auth/me', headers: { cookie } })).statusCode;

  it('are mine, the latest first, and tell neither token nor hash', async () => {
    const agent = await office.as('agent');
    test.clock.advance(60_000);
    const cookie = await onPhone('agent');
    const sessions = await mine(agent);
    expect(sessions).toEqual([
      { id: expect.stringMatching(/^[0-9a-f]{32}$/), browser: 'Safari', system: 'iPhone', createdAt: test.clock.now(), lastSeenAt: test.clock.now(), current: false },
      { id: expect.any(String), browser: null, system: null, createdAt: test.clock.now() - 60_000, lastSeenAt: test.clock.now() - 60_000, current: true },
    ]);
    const token = cookie.replace('lunjie=', '');
    const hash = createHash('sha256').update(token).digest('hex');
    const told = JSON.stringify(sessions);
    for (const secret of [token, hash, hash.slice(0, 32)]) expect(told).not.toContain(secret);
  });

  it('end one by one, and only mine', async () => {
    const agent = await office.as('agent');
    const desk = await office.as('desk');
    const cookie = await onPhone('agent');
    const other = (await mine(agent)).find(({ system, current }) => system === 'iPhone' && !current);
    expect(refusal(await remove(desk, `/auth/sessions/${other?.id}`))).toEqual([404, 'session_not_found']);
    const phones = (await mine(agent)).filter(({ system }) => system === 'iPhone');
    for (const { id } of phones) expect((await remove(agent, `/auth/sessions/${id}`)).statusCode).toBe(204);
    expect(await alive(cookie)).toBe(401);
    expect(refusal(await remove(agent, `/auth/sessions/${other?.id}`))).toEqual([404, 'session_not_found']);
    const own = (await mine(agent)).find(({ current }) => current);
    const answer = await remove(agent, `/auth/sessions/${own?.id}`);
    expect(answer.cookies).toEqual([expect.objectContaining({ name: 'lunjie', value: '' })]);
    expect(await alive(agent.cookie)).toBe(401);
  });

  it('are seen and ended by who looks after people, but an admin\'s by no manager', async () => {
    const manager = await office.as('manager');
    const cookie = await onPhone('supervisor');
    const path = `/offices/${office.id}/people/${office.people['supervisor']}/sessions`;
    const seen = granted<SessionRow[]>(await manager.get(path));
    expect(seen).toMatchObject([{ system: 'iPhone', current: false }]);
    expect((await remove(manager, `${path}/${seen[0]?.id}`)).statusCode).toBe(204);
    expect(await alive(cookie)).toBe(401);
    const again = await onPhone('supervisor');
    expect((await remove(manager, path)).statusCode).toBe(204);
    expect(await alive(again)).toBe(401);
    const admin = await office.as('admin');
    expect(refusal(await remove(manager, `/offices/${office.id}/people/${office.people['admin']}/sessions`))).toEqual([403, 'admin_only']);
    expect(await alive(admin.cookie)).toBe(200);
    const audited = await test.dataSource.query("SELECT data FROM audit_entry WHERE kind = 'sessions_ended'");
    expect(audited).toHaveLength(2);
  });

  it('are no longer this office\'s to see once somebody is gone', async () => {
    const admin = await office.as('admin');
    const path = `/offices/${office.id}/people/${office.people['finance']}`;
    granted(await admin.patch(path, { state: 'left' }));
    expect(refusal(await admin.get(`${path}/sessions`))).toEqual([409, 'gone_already']);
    expect(refusal(await remove(admin, `${path}/sessions`))).toEqual([409, 'gone_already']);
  });
});
