import type { TestApp } from '../testing/test-app';
import { describeOnBothDatabases } from '../testing/both-databases';
import { isUniqueViolation } from './failures';
import type { Tx } from './tx';

/** A row to fight over: the table of idempotency keys serves, being the only one of the platform. */
const row = (id: string, extra: object = {}): Record<string, unknown> => ({
  id, office_id: 'office', person_id: 'person', request_key: id, route: '', body_hash: '', answer: '0', created_at: 1, ...extra,
});

const add = async (tx: Tx, id: string, by: number): Promise<void> => {
  // The lock first (an UPDATE that changes nothing else), then the read: what the line does.
  await tx.run('UPDATE idempotency_key SET created_at = created_at + 1 WHERE id = ?', [id]);
  const { rows } = await tx.run<{ answer: string }>('SELECT answer FROM idempotency_key WHERE id = ?', [id]);
  await new Promise((resolve) => setImmediate(resolve));
  await tx.run('UPDATE idempotency_key SET answer = ? WHERE id = ?', [String(Number(rows[0]?.answer) + by), id]);
};

const answerOf = async (test: TestApp, id: string): Promise<string | undefined> =>
  (await test.transactions.read((db) => db.run<{ answer: string }>('SELECT answer FROM idempotency_key WHERE id = ?', [id]))).rows[0]?.answer;

describeOnBothDatabases('transactions', (open) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await open();
  });

  it('lose no update when a hundred run at once', async () => {
    await test.transactions.transaction((tx) => tx.insert('idempotency_key', [row('sum')]));
    await Promise.all(Array.from({ length: 100 }, () => test.transactions.transaction((tx) => add(tx, 'sum', 1))));
    expect(await answerOf(test, 'sum')).toBe('100');
  });

  it('read what the holder of the lock before them wrote elsewhere, on every connection of the pool', async () => {
    const seen = await Promise.all(Array.from({ length: 60 }, (_, index) => test.transactions.transaction(async (tx) => {
      // A look from before the lock: a snapshot kept from here on would miss what is written while it waits.
      await tx.run('SELECT COUNT(*) AS rows_before FROM idempotency_key');
      await tx.lock('SELECT id FROM idempotency_key WHERE id = ?', ['sum']);
      const { rows } = await tx.run<{ behind: number }>("SELECT COUNT(*) AS behind FROM idempotency_key WHERE route = 'behind the lock'");
      await tx.insert('idempotency_key', [row(`behind-${index}`, { route: 'behind the lock' })]);
      return Number(rows[0]?.behind);
    })));
    expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index));
  });

  it('keep a committed write when a neighbour that overlaps rolls back', async () => {
    await test.transactions.transaction((tx) => tx.insert('idempotency_key', [row('mine'), row('theirs')]));
    const failing = test.transactions.transaction(async (tx) => {
      await add(tx, 'theirs', 1);
      await new Promise((resolve) => setTimeout(resolve, 30));
      throw new Error('no');
    });
    const lasting = test.transactions.transaction((tx) => add(tx, 'mine', 1));
    await Promise.all([expect(failing).rejects.toThrow('no'), lasting]);
    expect([await answerOf(test, 'mine'), await answerOf(test, 'theirs')]).toEqual(['1', '0']);
  });

  it('run the whole unit again after a deadlock', async () => {
    await test.transactions.transaction((tx) => tx.insert('idempotency_key', [row('left'), row('right')]));
    let begun = 0;
    const cross = (first: string, second: string): Promise<void> =>
      test.transactions.transaction(async (tx) => {
        begun++;
        await add(tx, first, 1);
        await new Promise((resolve) => setTimeout(resolve, 30));
        await add(tx, second, 1);
      });
    await Promise.all([cross('left', 'right'), cross('right', 'left')]);
    expect([await answerOf(test, 'left'), await answerOf(test, 'right')]).toEqual(['2', '2']);
    if (test.database === 'MariaDB') expect(begun).toBeGreaterThan(2);
  });

  it('keep nothing that nobody waited for behind a write the server rolled back for', async () => {
    await test.transactions.transaction((tx) => tx.insert('idempotency_key', [row('here'), row('there')]));
    let attempts = 0;
    const cross = (first: string, second: string): Promise<void> =>
      test.transactions.transaction(async (tx) => {
        attempts += 1;
        const attempt = `behind-a-deadlock-${attempts}`;
        await tx.run('UPDATE idempotency_key SET created_at = created_at + 1 WHERE id = ?', [first]);
        await new Promise((resolve) => setTimeout(resolve, 60));
        // A deadlock forgets the transaction: what was handed over behind it must not be carried out without one.
        await tx.write('UPDATE idempotency_key SET created_at = created_at + 1 WHERE id = ?', [second]);
        await tx.append('idempotency_key', [row(attempt, { office_id: 'behind a deadlock' })]);
      });
    await Promise.all([cross('here', 'there'), cross('there', 'here')]);
    if (test.database === 'MariaDB') expect(attempts).toBeGreaterThan(2);
    const { rows } = await test.transactions.single('SELECT COUNT(*) AS kept FROM idempotency_key WHERE office_id = ?', ['behind a deadlock']);
    expect(rows).toEqual([{ kept: 2 }]);
  });

  it('tell live events after the commit, and none after a rollback', async () => {
    const seen: number[] = [];
    const ran: string[] = [];
    const { LiveEvents } = await import('../live/live-events');
    const subscription = test.app.get(LiveEvents).subscribe('office').subscribe(({ seq }) => seen.push(seq));
    await test.transactions.transaction(async (tx) => {
      tx.emit('office', { seq: 7, kind: 'changed' });
      tx.afterCommit(() => void ran.push('after'));
      expect([seen, ran]).toEqual([[], []]);
    });
    await expect(test.transactions.transaction(async (tx) => {
      tx.emit('office', { seq: 8, kind: 'changed' });
      throw new Error('no');
    })).rejects.toThrow('no');
    subscription.unsubscribe();
    expect([seen, ran]).toEqual([[7], ['after']]);
  });

  it('insert more rows than one statement holds, and count what a write matched', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => row(`many-${index}`, { office_id: 'many' }));
    await test.transactions.transaction((tx) => tx.insert('idempotency_key', many));
    const { affected } = await test.transactions.transaction((tx) => tx.run('UPDATE idempotency_key SET route = ? WHERE office_id = ?', ['r', 'many']));
    expect(affected).toBe(5_000);
  });

  it('let whatever runs later see what was appended', async () => {
    const seen = await test.transactions.transaction(async (tx) => {
      await tx.append('idempotency_key', [row('appended', { answer: '1' })]);
      await tx.write("UPDATE idempotency_key SET answer = '2', route = ? WHERE id = ?", ["it's \\ said: \"?\"", 'appended']);
      const { rows } = await tx.run<{ answer: string }>('SELECT answer FROM idempotency_key WHERE id = ?', ['appended']);
      await tx.write('UPDATE idempotency_key SET body_hash = ? WHERE id = ?', ['with the commit', 'appended']);
      return rows;
    });
    expect(seen).toEqual([{ answer: '2' }]);
    const { rows } = await test.transactions.single('SELECT route, body_hash FROM idempotency_key WHERE id = ?', ['appended']);
    expect(rows).toEqual([{ route: "it's \\ said: \"?\"", body_hash: 'with the commit' }]);
  });

  it('keep nothing of a unit whose last rows are refused, and tell none of its values', async () => {
    await test.transactions.transaction((tx) => tx.insert('idempotency_key', [row('taken')]));
    const refused = await test.transactions.transaction(async (tx) => {
      await tx.run('SELECT 1 AS begun');
      await tx.append('idempotency_key', [row('before', { answer: 'a private matter' })]);
      await tx.append('idempotency_key', [row('taken')]);
      await tx.append('idempotency_key', [row('behind')]);
    }).catch((error: unknown) => error);
    expect(isUniqueViolation(refused)).toBe(true);
    expect(JSON.stringify(refused)).not.toContain('a private matter');
    const { rows } = await test.transactions.single("SELECT id FROM idempotency_key WHERE id IN ('before', 'behind')", []);
    expect(rows).toEqual([]);
    // The connection is fit for use again.
    await test.transactions.transaction((tx) => tx.append('idempotency_key', [row('behind')]));
    expect(await answerOf(test, 'behind')).toBe('0');
  });

  it('append more than one message to the server holds', async () => {
    const long = 'x'.repeat(400_000);
    await test.transactions.transaction(async (tx) => {
      for (let index = 0; index < 60; index += 1) await tx.append('idempotency_key', [row(`long-${index}`, { office_id: 'long', answer: long })]);
    });
    const { rows } = await test.transactions.single('SELECT COUNT(*) AS kept FROM idempotency_key WHERE office_id = ?', ['long']);
    expect(rows).toEqual([{ kept: 60 }]);
  });

  it('give numbers for sums and instants, as numbers', async () => {
    await test.transactions.transaction((tx) => tx.insert('idempotency_key', [row('n1', { office_id: 'sum', created_at: 1_795_222_800_000 }), row('n2', { office_id: 'sum', created_at: 2 })]));
    const { rows } = await test.transactions.read((db) => db.run('SELECT SUM(created_at) AS total, COUNT(*) AS rows_, MAX(created_at) AS most FROM idempotency_key WHERE office_id = ?', ['sum']));
    expect(rows).toEqual([{ total: 1_795_222_800_002, rows_: 2, most: 1_795_222_800_000 }]);
  });

  it('name a unique violation, and tell texts apart by their bytes', async () => {
    await test.transactions.transaction((tx) => tx.insert('idempotency_key', [row('once'), row('o2', { request_key: 'Once' }), row('o3', { request_key: 'once ' })]));
    const again = await test.transactions.transaction((tx) => tx.insert('idempotency_key', [row('once')])).catch((error: unknown) => error);
    expect(isUniqueViolation(again)).toBe(true);
    expect(isUniqueViolation(new Error('other'))).toBe(false);
  });

  it('read one state of the data while others write', async () => {
    await test.transactions.transaction((tx) => tx.insert('idempotency_key', [row('seen')]));
    const sql = 'SELECT answer FROM idempotency_key WHERE id = ?';
    const both = await test.transactions.read(async (db) => {
      const before = await db.run(sql, ['seen']);
      await test.transactions.transaction((tx) => add(tx, 'seen', 5));
      return [before.rows, (await db.run(sql, ['seen'])).rows];
    });
    expect(both).toEqual([[{ answer: '0' }], [{ answer: '0' }]]);
    expect(await answerOf(test, 'seen')).toBe('5');
  });

  it('say so when a write went past its own transaction', async () => {
    await test.transactions.transaction((tx) => tx.insert('idempotency_key', [row('past')]));
    const past = test.transactions.transaction(async (tx) => {
      await add(tx, 'past', 1);
      await test.dataSource.query('UPDATE idempotency_key SET answer = ? WHERE id = ?', ['9', 'past']);
    });
    await expect(past).rejects.toThrow('went through a repository');
    expect(await answerOf(test, 'past')).toBe('0');
  });
}, { features: [], config: { lockTimeout: 1_000 } });
