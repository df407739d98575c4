import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { startProduct } from '../servers/product.mjs';
import { startServers } from '../servers/servers.mjs';
import { openOffices, password, signIn } from './offices.mjs';
import { handWritten } from './search-sql.mjs';

const root = resolve(import.meta.dirname, '../..');
const customers = Number(process.env.BENCH_CUSTOMERS ?? 1_000_000);
const elsewhere = Math.ceil(customers / 20);
const times = Number(process.env.BENCH_TIMES ?? 60);
const offices = 50;
const seed = 'search';
const operators = ['133', '135', '136', '137', '138', '139', '150', '151', '152', '157', '158', '159', '177', '180', '182', '186', '187', '188', '189'];

/** Runs a command of the built api. */
function command(env, ...args) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(root, 'dist/api/main.mjs'), ...args], { cwd: root, env: { ...process.env, ...env, LUNJIE_FOUND_PASSWORD: password, LOG_LEVEL: 'error' }, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('exit', (status) => status === 0 ? done() : failed(new Error(`${args[0]} ended with ${status}`)));
  });
}

/** Numbers in [0, 1) that the seed repeats exactly (mulberry32). */
function seeded(state) {
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What is asked, by kind: words of customers who are there, the most common surnames among them. */
async function questions(connection, office) {
  const next = seeded(20_261_121);
  const [[{ number: total }]] = await connection.query('SELECT COUNT(*) AS number FROM customer WHERE office_id = ?', [office]);
  const [people] = await connection.query('SELECT name, pinyin, initials, phone_last4 FROM customer WHERE office_id = ? ORDER BY id LIMIT ?', [office, times * 40]);
  const person = () => people[Math.floor(next() * people.length)];
  const asked = (make) => Array.from({ length: times }, make);
  return {
    surname: asked((_, index) => '王李张刘陈'[index % 5]), name: asked(() => person().name), letter: asked((_, index) => 'wlzyc'[index % 5]),
    pinyin: asked(() => person().pinyin), 'pinyin, half': asked(() => person().pinyin.slice(0, 4)), initials: asked(() => person().initials),
    'last four': asked(() => person().phone_last4),
    phone: asked(() => { const index = Math.floor(next() * total); return operators[index % operators.length] + String((index * 48_271 + 10_007) % 100_000_000).padStart(8, '0'); }),
  };
}

const round = (milliseconds) => Math.round(milliseconds * 10) / 10;

async function timed(texts, ask) {
  const taken = [];
  for (const text of texts.slice(0, 5)) await ask(text);
  for (const text of texts) {
    const since = performance.now();
    await ask(text);
    taken.push(performance.now() - since);
  }
  taken.sort((one, other) => one - other);
  return { p50: round(taken[Math.floor(taken.length / 2)]), p99: round(taken[Math.min(taken.length - 1, Math.floor(taken.length * 0.99))]) };
}

/** `npm run bench -- search`: the desk's search through HTTP beside the best SQL on the same tables, at a million customers in one office. */
export async function benchSearch() {
  process.stdout.write(`starting MariaDB with durable settings, ${offices} offices, ${customers.toLocaleString('en')} customers in one and ${elsewhere.toLocaleString('en')} over all …\n`);
  const servers = await startServers({ durable: true });
  const server = new URL(servers.env.TEST_DATABASE_URL);
  const name = `lunjie_test_bench_${randomBytes(4).toString('hex')}`;
  const admin = await createConnection(servers.env.TEST_DATABASE_URL);
  await admin.query(`CREATE DATABASE ${name}`);
  server.pathname = `/${name}`;
  server.protocol = 'mysql:';
  const secret = randomBytes(32).toString('base64');
  const env = { DATABASE_URL: server.href, LUNJIE_SECRET: secret, DEMO: 'false' };
  let product;
  try {
    await command(env, 'found', '--office', '售楼处0', '--time-zone', 'Asia/Shanghai', '--preset', 'standard', '--account', 'bench', '--name', '测量');
    product = await startProduct(env);
    const officeId = (await (await signIn(product.url, 'bench')).call('GET', '/auth/me')).employments[0].officeId;
    const opened = await openOffices({ url: product.url, databaseUrl: server.href, count: offices, officeId });
    const begun = performance.now();
    await command(env, 'generate', 'customers', '--count', String(customers), '--seed', seed);
    await command(env, 'generate', 'customers', '--count', String(elsewhere), '--offices', String(offices), '--seed', `${seed} elsewhere`);
    const generated = Math.round((performance.now() - begun) / 1000);
    const connection = await createConnection(server.href);
    const [[{ office }]] = await connection.query('SELECT office_id AS office FROM customer GROUP BY office_id ORDER BY COUNT(*) DESC LIMIT 1');
    await connection.query('ANALYZE TABLE customer, customer_phone, claim');
    const { call: desk } = await signIn(product.url, `desk${opened.offices.indexOf(office)}`);
    const raw = await handWritten(server.href, secret, office);
    const results = [];
    for (const [kind, texts] of Object.entries(await questions(connection, office))) {
      const through = await timed(texts, (text) => desk('POST', `/offices/${office}/customers/search`, { text }));
      const beside = await timed(texts, raw.kinds[kind]);
      const found = (await desk('POST', `/offices/${office}/customers/search`, { text: texts[0] })).customers.length;
      results.push({ kind, http: through, raw: beside, ratio: round(through.p50 / beside.p50), found });
      process.stdout.write(`${kind.padEnd(13)} http p50 ${through.p50} p99 ${through.p99} ms | sql p50 ${beside.p50} p99 ${beside.p99} ms | ${round(through.p50 / beside.p50)} times\n`);
    }
    await raw.end();
    await connection.end();
    mkdirSync(join(root, 'tmp'), { recursive: true });
    writeFileSync(join(root, 'tmp/bench-search.json'), `${JSON.stringify({ bench: 'search', customers, elsewhere, offices, times, seed, generatedInSeconds: generated, cpus: cpus().length, node: process.version, results }, null, 2)}\n`);
    process.stdout.write('written to tmp/bench-search.json\n');
  } finally {
    await product?.stop();
    await admin.query(`DROP DATABASE IF EXISTS ${name}`);
    await admin.end();
    await servers.stop();
  }
}
