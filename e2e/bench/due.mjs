import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createConnection } from 'mysql2/promise';
import { startProduct } from '../servers/product.mjs';
import { apiCommand, inTurns, keepFigures, onDurableDatabase, program, round } from './measuring.mjs';
import { openOffices, signIn } from './offices.mjs';

const tasks = Number(process.env.BENCH_TASKS ?? 1_000_000);
const customers = Math.ceil(tasks / 4);
const times = Number(process.env.BENCH_TIMES ?? 60);
const offices = 50;
const due = 1_000;
const seed = 'due';

/** A process of the api that looks for what is due whenever it is asked, as its clock does every minute. */
function clockOf(env) {
  const child = spawn(process.execPath, [...program, 'scan-due'], { env: { ...process.env, ...env, LOG_LEVEL: 'error' }, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async looks() {
      child.stdin.write('look\n');
      const { value, done } = await lines.next();
      if (done) throw new Error('the process that looks ended');
      return JSON.parse(value);
    },
    async end() {
      const ended = child.exitCode === null ? once(child, 'exit') : null;
      child.stdin.end();
      await ended;
    },
  };
}

/** The best SQL for the same: everything that is due, off the index it was made for, prepared, on one connection. */
async function handWritten(databaseUrl) {
  const connection = await createConnection({ uri: databaseUrl, supportBigNumbers: true });
  const sql = 'SELECT id, office_id, kind, customer_id, agent_id, due_date, due_at, level, entry_number FROM follow_up_task WHERE next_look_at <= ? ORDER BY next_look_at';
  return {
    async looks() {
      const since = performance.now();
      const [rows] = await connection.execute(sql, [Date.now()]);
      return { took: performance.now() - since, found: rows.length };
    },
    end: () => connection.end(),
  };
}

/** A side of the measurement: how long a look took, once it found what it must. @throws when it found something else */
const looksOf = (side, { looks }, expected) => async () => {
  const { took, found } = await looks();
  if (found !== expected) throw new Error(`${side} found ${found} of ${expected}`);
  return took;
};

/** `npm run bench -- due`: the clock's look for follow-ups that are due beside the best SQL, at a million open ones over 50 offices. */
export async function benchDue() {
  process.stdout.write(`starting MariaDB with durable settings, ${offices} offices, ${tasks.toLocaleString('en')} open follow-ups …\n`);
  await onDurableDatabase(async ({ databaseUrl, env, ends }) => {
    const product = await startProduct(env);
    try {
      const officeId = (await (await signIn(product.url, 'bench')).call('GET', '/auth/me')).employments[0].officeId;
      // Their lines begin with the first who signs in: a real office's register has a last entry to be compared with.
      await openOffices({ url: product.url, databaseUrl, count: offices, officeId });
    } finally {
      // Its own clock would look beside the one that is measured, and tell what it finds.
      await product.stop();
    }
    const begun = performance.now();
    await apiCommand(env, 'generate', 'customers', '--count', String(customers), '--offices', String(offices), '--seed', seed);
    await apiCommand(env, 'generate', 'tasks', '--count', String(tasks), '--offices', String(offices), '--seed', seed);
    const generated = Math.round((performance.now() - begun) / 1000);
    const connection = await createConnection(databaseUrl);
    ends(() => connection.end());
    await connection.query('ANALYZE TABLE follow_up_task, customer, claim');
    const [clock, raw] = [clockOf(env), await handWritten(databaseUrl)];
    ends(() => raw.end());
    ends(() => clock.end());
    const first = await clock.looks();
    process.stdout.write(`the first look of a process, at all of them: ${round(first.took)} ms\n`);
    const results = [];
    const measure = async (kind, expected) => {
      const [looked, sql] = await inTurns([looksOf('the clock', clock, expected), looksOf('the SQL', raw, expected)], times);
      results.push({ kind, clock: looked, raw: sql, ratio: round(looked.p50 / sql.p50) });
      process.stdout.write(`${kind.padEnd(12)} clock p50 ${looked.p50} p99 ${looked.p99} ms | sql p50 ${sql.p50} p99 ${sql.p99} ms | ${round(looked.p50 / sql.p50)} times\n`);
    };
    await measure('nothing due', 0);
    // As many of each office.
    const [all] = await connection.query('SELECT DISTINCT office_id AS office FROM follow_up_task');
    for (const { office } of all) await connection.query('UPDATE follow_up_task SET next_look_at = ? WHERE office_id = ? AND done_at IS NULL ORDER BY id LIMIT ?', [Date.now() - 1, office, due / offices]);
    await measure(`${due.toLocaleString('en')} due`, due);
    keepFigures('due', { tasks, customers, offices, times, seed, generatedInSeconds: generated, firstLook: round(first.took), results });
  });
}
