import { randomUUID } from 'node:crypto';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import { serverProcesses, type ServerProcesses } from '../platform/testing/server-processes';
import type { TestApp } from '../platform/testing/test-app';
import { untouched } from '../reception/testing/sales-office';
import { sellingOffice } from './testing/selling-office';

describeOnBothDatabases('one unit and many who want it', (start) => {
  let test: TestApp;
  let servers: ServerProcesses | undefined;

  beforeAll(async () => {
    test = await start();
    // Processes of their own have the machine's clock.
    test.clock.set(Date.now());
    if (test.database === 'MariaDB') servers = await serverProcesses(test.config, 2);
  }, 90_000);

  afterAll(() => servers?.stop());

  it('is sold to one of fifty who take a deposit at once; the others are told who has it', async () => {
    const agents = Array.from({ length: 50 }, (_, index) => `a${index}`);
    const selling = await sellingOffice(test, 'fifty', {}, agents);
    const { office } = selling;
    const [unit = ''] = await selling.units({ 1203: 1_000_000 });
    const customers: string[] = [];
    for (const agent of agents) customers.push(await selling.customerOf(agent));
    const callers = await Promise.all(agents.map((agent) => office.as(agent)));
    const answers = await Promise.all(callers.map(async (caller, index): Promise<{ status: number; body: { code?: string; detail?: string; deal?: string } }> => {
      const path = office.at(`/units/${unit}/deposits`);
      const body = { kind: index % 2 === 0 ? 'soft' : 'firm', customer: customers[index], depositFen: 1_000_000 };
      const url = servers?.urls[index % servers.urls.length];
      if (url === undefined) {
        const answer = await caller.post(path, body);
        return { status: answer.statusCode, body: answer.json() };
      }
      const answer = await fetch(`${url}/api${path}`, { method: 'POST', body: JSON.stringify(body), headers: { cookie: caller.cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() } });
      return { status: answer.status, body: await answer.json() as { deal?: string } };
    }));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const { agent } = await selling.unit(unit);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(new Set(refused.map(({ status, body }) => `${status} ${body.code ?? ''}`))).toEqual(new Set(['409 unit_taken']));
    expect(refused.every(({ body }) => body.detail?.includes(agent?.name ?? '?') && !body.detail.includes('史'))).toBe(true);
    expect((await office.entries()).filter(({ kind }) => kind === 'soft_deposit' || kind === 'firm_deposit')).toHaveLength(1);
    expect(await office.verification()).toMatchObject(untouched);
    // Whatever writes past the services: the table itself takes no second live deal.
    const [stored = {}] = (await test.transactions.read((reading) => reading.run<Record<string, unknown>>('SELECT * FROM deal WHERE live_unit = ?', [unit]))).rows;
    await expect(test.transactions.transaction((tx) => tx.insert('deal', [{ ...stored, id: randomUUID() }]))).rejects.toThrow(/unique|duplicate/i);
  }, 120_000);
});
