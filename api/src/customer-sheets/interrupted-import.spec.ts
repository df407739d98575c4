import { setTimeout as pause } from 'node:timers/promises';
import { granted, everybodyIn, untouched } from '../reception/testing/sales-office';
import { describeOnBothDatabases } from '../platform/testing/both-databases';
import { createApp } from '../platform/server/create-app';
import { serverProcesses, type ServerProcesses } from '../platform/testing/server-processes';
import type { TestApp } from '../platform/testing/test-app';
import { settled, tried, viewOf } from './testing/sheet-sender';

/** Every row of the import is one customer with one registration, none is missing and none is there twice. */
async function eachOnce(test: TestApp, officeId: string, importId: string): Promise<readonly number[]> {
  const count = (sql: string, parameter: string): Promise<number> => test.transactions.read(async (reading) => Number((await reading.run<{ many: number | string }>(sql, [parameter])).rows[0]?.many));
  return [
    await count("SELECT COUNT(*) AS many FROM customer WHERE office_id = ? AND name LIKE '客户%'", officeId),
    await count("SELECT COUNT(DISTINCT customer_id) AS many FROM import_row WHERE batch_id = ? AND state = 'enter'", importId),
    await count("SELECT COUNT(*) AS many FROM register_entry WHERE office_id = ? AND kind = 'registration'", officeId),
    await count("SELECT COUNT(*) AS many FROM register_entry WHERE office_id = ? AND kind = 'customers_imported'", officeId),
  ];
}

describeOnBothDatabases('an import', (open) => {
  let test: TestApp;
  let dying: ServerProcesses | undefined;

  beforeAll(async () => {
    test = await open();
    // Processes of their own have the machine's clock, and forget a file read more than a day ago.
    test.clock.set(Date.now());
    // An SQLite file has one server.
    if (test.database === 'MariaDB') dying = await serverProcesses(test.config, 1);
  }, 90_000);

  afterAll(() => dying?.stop());

  it('is carried on by another process where one was stopped in the middle, and enters each row once', async () => {
    const office = await everybodyIn(test);
    const rows = Array.from({ length: 200 }, (_, index) => [`客户${index}`, `1380000${String(index).padStart(4, '0')}`, '', '', '', 'wang']);
    const { read, trial } = await tried(office, rows);
    // A second worker at the same time, and a process that dies in the midst of it.
    const second = dying ? await createApp({ config: test.config, clock: test.clock }) : null;
    granted(await office.does('manager', `/customers/imports/${read.id}/carry-out`, { digest: trial.digest }));
    try {
      while (dying && (await viewOf(office, read.id)).done < 20) await pause(10);
      await dying?.kill(0);
    } finally {
      await second?.close();
    }
    await settled(office);
    expect(await viewOf(office, read.id)).toMatchObject({ state: 'done', done: 200, counts: { enter: 200, again: 0, skip: 0, faulty: 0 } });
    expect(await eachOnce(test, office.id, read.id)).toEqual([200, 200, 200, 1]);
    expect(await office.verification()).toMatchObject(untouched);
  });

  it('is taken up where a process left it', async () => {
    const office = await everybodyIn(test, { called: 'stopping' });
    const rows = Array.from({ length: 100 }, (_, index) => [`客户${index}`, `1370000${String(index).padStart(4, '0')}`, '', '', '', 'stopping-wang']);
    const { read, trial } = await tried(office, rows);
    granted(await office.does('manager', `/customers/imports/${read.id}/carry-out`, { digest: trial.digest }));
    await settled(office);
    // As a process leaves it that had settled no more than the first rows.
    await test.transactions.transaction(async (tx) => {
      await tx.run("UPDATE import_row SET state = 'read', customer_id = NULL, entry_number = NULL WHERE batch_id = ? AND line > 61", [read.id]);
      await tx.run("UPDATE import_batch SET state = 'running', finished_at = NULL WHERE id = ?", [read.id]);
    });
    await settled(office);
    const { state, done, counts } = await viewOf(office, read.id);
    // They had been entered: taken up again, the register knows them.
    expect([state, done, counts]).toEqual(['done', 100, { enter: 60, again: 0, skip: 40, faulty: 0 }]);
    expect((await eachOnce(test, office.id, read.id)).slice(0, 3)).toEqual([100, 60, 100]);
  });
});
