import type { TestApp } from '../testing/test-app';
import { describeOnBothDatabases } from '../testing/both-databases';
import { Problem } from '../errors/problem';
import type { WriteContext } from './write-context';
import { Writes } from './writes';

const request = (key: string, body: unknown = { party: 2 }, officeId = 'office'): WriteContext => ({ officeId, personId: 'person', key, route: 'POST /arrivals', body });
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describeOnBothDatabases('idempotent writes', (open) => {
  let test: TestApp;
  let writes: Writes;
  beforeAll(async () => {
    test = await open();
    writes = test.app.get(Writes);
  });

  it('answer a repeated request with what the first was answered', async () => {
    let runs = 0;
    const work = async (): Promise<{ run: number; nothing: null }> => ({ run: ++runs, nothing: null });
    const first = await writes.run(request('sequential'), work);
    // The order of a body's fields is not its content.
    const again = await writes.run(request('sequential', { ...{ party: 2 } }), work);
    expect([first, again]).toEqual([{ run: 1, nothing: null }, { run: 1, nothing: null }]);
  });

  it('carry out one of twenty that arrive at once, and answer all alike', async () => {
    let kept = 0;
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => writes.run(request('parallel'), async (tx) => {
      await pause(20);
      tx.afterCommit(() => { kept += 1; });
      return { by: index };
    })));
    expect(kept).toBe(1);
    expect(new Set(answers.map(({ by }) => by)).size).toBe(1);
  });

  it('answer as the first time also when the work would be refused the second time', async () => {
    let refuses = false;
    const work = async (): Promise<string> => {
      if (refuses) throw new Problem('not_found', 404);
      return 'done';
    };
    expect(await writes.run(request('refused-later'), work)).toBe('done');
    refuses = true;
    expect(await writes.run(request('refused-later'), work)).toBe('done');
    await expect(writes.run(request('refused-at-once'), work)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('refuse another content under a used key', async () => {
    await writes.run(request('reused-key'), async () => 1);
    await expect(writes.run(request('reused-key', { party: 3 }), async () => 2)).rejects.toMatchObject({ code: 'idempotency_key_reused', status: 409 });
  });

  it('take the same key of another office for another request', async () => {
    await writes.run(request('offices'), async () => 1);
    expect(await writes.run(request('offices', { party: 2 }, 'elsewhere'), async () => 2)).toBe(2);
  });

  it('keep nothing of a work that failed, so that it can be tried again', async () => {
    await expect(writes.run(request('failing'), async (tx) => {
      await tx.run('UPDATE idempotency_key SET route = ?', ['spoiled']);
      throw new Error('no');
    })).rejects.toThrow('no');
    expect(await writes.run(request('failing'), async () => 'second')).toBe('second');
    const { rows } = await test.transactions.read((db) => db.run('SELECT COUNT(*) AS spoiled FROM idempotency_key WHERE route = ?', ['spoiled']));
    expect(rows).toEqual([{ spoiled: 0 }]);
  });

  it('let a waiting request run when the first one fails', async () => {
    const first = writes.run(request('handed-on'), async () => {
      await pause(50);
      throw new Error('no');
    });
    const second = pause(10).then(() => writes.run(request('handed-on'), async () => 'second'));
    await expect(first).rejects.toThrow('no');
    expect(await second).toBe('second');
  });

  it('forget keys after 48 hours', async () => {
    await writes.run(request('old-enough'), async () => 'then');
    test.clock.advance(48 * 3_600_000 + 1);
    await writes.run(request('new-enough'), async () => 'now');
    await writes.purge();
    const { rows } = await test.transactions.read((db) => db.run<{ request_key: string }>('SELECT request_key FROM idempotency_key'));
    expect(rows.map((row) => row.request_key)).toEqual(['new-enough']);
  });
}, { features: [] });
