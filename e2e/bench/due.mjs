import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createConnection } from 'mysql2/promise';
import { startProduct } from '../servers/product.mjs';
import { startServers } from '../servers/servers.mjs';
import { openOffices, password, signIn } from './offices.mjs';

const root = resolve(import.meta.dirname, '../..');
const tasks = Number(process.env.BENCH_TASKS ?? 1_000_000);
const customers = Math.ceil(tasks / 4);
const times = Number(process.env.BENCH_TIMES ?? 60);
const offices = 50;
const due = 1_000;
const seed = 'due';
const program = [join(root, 'dist/api/main.mjs')];

/** Runs a command of the built api. */
function command(env, ...args) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [...program, ...args], { cwd: root, env: { ...process.env, ...env, LUNJIE_FOUND_PASSWORD: password, LOG_LEVEL: 'error' }, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('exit', (status) => status === 0 ? done() : failed(new Error(`${args[0]} ended with ${status}`)));
  });
}

/** A process of the api that looks for what is due whenever it is asked, as its clock does every minute. */
function clockOf(env) {
  const child = spawn(process.execPath, [...program, 'scan-due'], { cwd: root, env: { ...process.env, ...env, LOG_LEVEL: 'error' }, stdio: ['pipe', 'pipe', 'inherit'] });
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

const round = (milliseconds) => Math.round(milliseconds * 100) / 100;

/** Asks the two one after the other, so that whatever else the machine does meets both. */
async function besides(sides, expected) {
  const taken = sides.map(() => []);
  for (let index = -5; index < times; index += 1) {
    for (const [side, { looks }] of sides.entries()) {
      const { took, found } = await looks();
      if (found !== expected) throw new Error(`${['the clock', 'the SQL'][side]} found ${found} of ${expected}`);
      if (index >= 0) taken[side].push(took);
    }
  }
  return taken.map((each) => {
    each.sort((one, other) => one - other);
    return { p50: round(each[Math.floor(each.length / 2)]), p99: round(each[Math.min(each.length - 1, Math.floor(each.length * 0.99))]) };
  });
}

/** `npm run bench -- due`: the clock's look for follow-ups that are due beside the best SQL, at a million open ones over 50 offices. */
export async function benchDue() {
  process.stdout.write(`starting MariaDB with durable settings, ${offices} offices, ${tasks.toLocaleString('en')} open follow-ups …\n`);
  const servers = await startServers({ durable: true });
  const server = new URL(servers.env.TEST_DATABASE_URL);
  const name = `lunjie_test_bench_${randomBytes(4).toString('hex')}`;
  const admin = await createConnection(servers.env.TEST_DATABASE_URL);
  await admin.query(`CREATE DATABASE ${name}`);
  server.pathname = `/${name}`;
  server.protocol = 'mysql:';
  const env = { DATABASE_URL: server.href, LUNJIE_SECRET: randomBytes(32).toString('base64'), DEMO: 'false' };
  const endings = [];
  try {
    await command(env, 'found', '--office', '售楼处0', '--time-zone', 'Asia/Shanghai', '--preset', 'standard', '--account', 'bench', '--name', '测量');
    const product = await startProduct(env);
    try {
      const officeId = (await (await signIn(product.url, 'bench')).call('GET', '/auth/me')).employments[0].officeId;
      // Their lines begin with the first who signs in: a real office's register has a last entry to be compared with.
      await openOffices({ url: product.url, databaseUrl: server.href, count: offices, officeId });
    } finally {
      // Its own clock would look beside the one that is measured, and tell what it finds.
      await product.stop();
    }
    const begun = performance.now();
    await command(env, 'generate', 'customers', '--count', String(customers), '--offices', String(offices), '--seed', seed);
    await command(env, 'generate', 'tasks', '--count', String(tasks), '--offices', String(offices), '--seed', seed);
    const generated = Math.round((performance.now() - begun) / 1000);
    const connection = await createConnection(server.href);
    endings.push(() => connection.end());
    await connection.query('ANALYZE TABLE follow_up_task, customer, claim');
    const [clock, raw] = [clockOf(env), await handWritten(server.href)];
    endings.push(() => clock.end(), () => raw.end());
    const first = await clock.looks();
    process.stdout.write(`the first look of a process, at all of them: ${round(first.took)} ms\n`);
    const results = [];
    const measure = async (kind, expected) => {
      const [looked, sql] = await besides([clock, raw], expected);
      results.push({ kind, clock: looked, raw: sql, ratio: round(looked.p50 / sql.p50) });
      process.stdout.write(`${kind.padEnd(12)} clock p50 ${looked.p50} p99 ${looked.p99} ms | sql p50 ${sql.p50} p99 ${sql.p99} ms | ${round(looked.p50 / sql.p50)} times\n`);
    };
    await measure('nothing due', 0);
    // As many of each office.
    const [all] = await connection.query('SELECT DISTINCT office_id AS office FROM follow_up_task');
    for (const { office } of all) await connection.query('UPDATE follow_up_task SET next_look_at = ? WHERE office_id = ? AND done_at IS NULL ORDER BY id LIMIT ?', [Date.now() - 1, office, due / offices]);
    await measure(`${due.toLocaleString('en')} due`, due);
    mkdirSync(join(root, 'tmp'), { recursive: true });
    writeFileSync(join(root, 'tmp/bench-due.json'), `${JSON.stringify({ bench: 'due', tasks, customers, offices, times, seed, generatedInSeconds: generated, firstLook: round(first.took), cpus: cpus().length, node: process.version, results }, null, 2)}\n`);
    process.stdout.write('written to tmp/bench-due.json\n');
  } finally {
    for (const end of endings.reverse()) await end();
    await admin.query(`DROP DATABASE IF EXISTS ${name}`);
    await admin.end();
    await servers.stop();
  }
}
