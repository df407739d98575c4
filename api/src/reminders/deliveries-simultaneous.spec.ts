import { setTimeout as pause } from 'node:timers/promises';
import type { WebhookSaved } from '@lunjie/contracts';
import { testPassword } from '../auth/testing/test-office';
import { SystemClock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { createApp } from '../platform/server/create-app';
import { testConfig } from '../platform/testing/both-databases';
import { freshMariaDb } from '../platform/testing/databases';
import { serverProcesses, type ServerProcesses } from '../platform/testing/server-processes';
import { beforeOpening, granted, type SalesOffice } from '../reception/testing/sales-office';
import { receiver, type Receiver } from './testing/receiver';

const many = 300;

/** Processes of their own on one MariaDB, each with its own pool and worker. */
describe('reminders that several processes send at once', () => {
  let there: Receiver;
  let office: SalesOffice;
  let processes: ServerProcesses;
  let transactions: Transactions;
  const endings: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    there = await receiver();
    endings.push(() => there.stop());
    const { setting, drop } = await freshMariaDb();
    endings.push(drop);
    const config = { ...testConfig(setting), webhookAllowPrivate: true };
    const app = await createApp({ config, clock: new SystemClock() });
    endings.push(() => app.close());
    transactions = app.get(Transactions);
    office = await beforeOpening({ app, transactions, inject: (request) => app.inject(request) } as Parameters<typeof beforeOpening>[0]);
    granted<WebhookSaved>(await (await office.as('admin')).put(office.at('/reminders/webhook'), { url: there.url, on: true }));
    processes = await serverProcesses(config, 2);
    endings.push(() => processes.stop());
  }, 120_000);

  afterAll(async () => {
    for (const end of endings.reverse()) await end();
  });

  const rows = async (where: string): Promise<number> => transactions.read(async (reading) =>
    Number((await reading.run<{ many: number | string }>(`SELECT COUNT(*) AS many FROM reminder WHERE kind <> 'test' AND ${where}`)).rows[0]?.many));

  it('leave each exactly once', async () => {
    const { rows: [outlet] } = await transactions.read((reading) => reading.run<{ id: string }>('SELECT id FROM webhook_outlet'));
    await transactions.transaction((tx) => tx.insert('reminder', Array.from({ length: many }, (_, index) => ({
      id: `00000000-0000-7000-9000-${String(index).padStart(12, '0')}`, office_id: office.id, person_id: office.idOf('wang'), outlet: outlet?.id, notice_id: `notice.${index}`, kind: 'follow_up_overdue',
      notice_at: 1, created_at: Date.now(), state: 'waiting', tries: 0, next_try_at: 1, settled_at: null, fault: null,
    }))));
    // A test also looks for what waits: every process at the same time.
    const wake = async (url: string) => {
      const { headers } = await fetch(`${url}/api/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ account: 'admin', password: testPassword }) });
      await fetch(`${url}/api/offices/${office.id}/reminders/webhook/test`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '', 'idempotency-key': `wakes-${url}` }, body: '{}' });
    };
    await Promise.all(processes.urls.map(wake));
    while (await rows("state = 'waiting'") > 0) await pause(100);
    const posted = there.received.map(({ body }) => body).filter(({ kind }) => kind !== 'test').map(({ id }) => id);
    expect([posted.length, new Set(posted).size, await rows("state = 'delivered'"), await rows('tries = 1')]).toEqual([many, many, many, many]);
  }, 120_000);
});
