import { randomUUID } from 'node:crypto';
import type { PoolClaimAnswer } from '@lunjie/contracts';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import { serverProcesses, type ServerProcesses } from '../platform/testing/server-processes';
import type { TestApp } from '../platform/testing/test-app';
import { untouched } from '../reception/testing/sales-office';
import { claimedOffice } from './testing/claimed-office';

const open = { who: 'agents', grab_limit: null, cool_down: null, retention: null } as const;

describeOnBothDatabases('one customer of the shared pool and many who want them', (start) => {
  let test: TestApp;
  let servers: ServerProcesses | undefined;

  beforeAll(async () => {
    test = await start();
    // Processes of their own have the machine's clock.
    test.clock.set(Date.now());
    if (test.database === 'MariaDB') servers = await serverProcesses(test.config, 2);
  }, 90_000);

  afterAll(() => servers?.stop());

  it('gives a customer to the first of fifty who claim at once; the others are told who has them', async () => {
    const agents = Array.from({ length: 50 }, (_, index) => `a${index}`);
    const claimed = await claimedOffice(test, 'fifty', { pool: open }, ['wang', ...agents]);
    const { office } = claimed;
    const [customer = ''] = await claimed.pooled('wang', 1);
    const callers = await Promise.all(agents.map((agent) => office.as(agent)));
    const answers = await Promise.all(callers.map(async (caller, index): Promise<{ status: number; body: PoolClaimAnswer & { code?: string; owner?: string; detail?: string } }> => {
      const path = office.at(`/pool/${customer}/claim`);
      const url = servers?.urls[index % servers.urls.length];
      if (url === undefined) {
        const answer = await caller.post(path);
        return { status: answer.statusCode, body: answer.json() };
      }
      const answer = await fetch(`${url}/api${path}`, { method: 'POST', body: '{}', headers: { cookie: caller.cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() } });
      return { status: answer.status, body: await answer.json() as PoolClaimAnswer };
    }));
    const [winner, ...others] = answers.filter(({ status }) => status === 201);
    expect(others).toEqual([]);
    expect(await claimed.ownerOf(customer)).toBe(office.nameOf(winner?.body.agent.id));
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(49);
    expect(new Set(refused.map(({ status, body }) => `${status} ${body.code ?? ''}`))).toEqual(new Set(['409 pool_taken']));
    expect(refused.every(({ body }) => body.detail?.includes(winner?.body.agent.name ?? '?'))).toBe(true);
    expect((await office.entries()).filter(({ kind, content }) => kind === 'registration' && content['source'] === 'pool')).toHaveLength(1);
    expect(await office.verification()).toMatchObject(untouched);
  }, 120_000);
});
