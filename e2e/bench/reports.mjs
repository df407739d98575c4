import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { startProduct } from '../servers/product.mjs';
import { startServers } from '../servers/servers.mjs';
import { foundOffices, password } from './offices.mjs';
import { handWritten } from './reports-sql.mjs';

const root = resolve(import.meta.dirname, '../..');
const visits = Number(process.env.BENCH_VISITS ?? 5_000_000);
const offices = Number(process.env.BENCH_OFFICES ?? 200);
const times = Number(process.env.BENCH_TIMES ?? 60);
const seed = 'reports';
const dayMs = 86_400_000;

/** Runs a command of the built api. */
function command(env, ...args) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(root, 'dist/api/main.mjs'), ...args], { cwd: root, env: { ...process.env, ...env, LUNJIE_FOUND_PASSWORD: password, LOG_LEVEL: 'error' }, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('exit', (status) => status === 0 ? done() : failed(new Error(`${args[0]} ended with ${status}`)));
  });
}

const isoDate = (at) => new Date(at).toISOString().slice(0, 10);
/** The week some weeks before the running one, from Monday. */
function weekAgo(weeks) {
  const today = Date.parse(isoDate(Date.now()));
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * dayMs - weeks * 7 * dayMs;
  return { from: isoDate(monday), to: isoDate(monday + 6 * dayMs) };
}

const round = (milliseconds) => Math.round(milliseconds * 10) / 10;

/** Asks the two ways one after the other, so that whatever else the machine does meets both. */
async function besides(one, other) {
  const taken = [[], []];
  for (let index = -5; index < times; index += 1) {
    for (const [side, ask] of [one, other].entries()) {
      const since = performance.now();
      await ask(index + 5);
      if (index >= 0) taken[side].push(performance.now() - since);
    }
  }
  return taken.map((each) => {
    each.sort((a, b) => a - b);
    return { p50: round(each[Math.floor(each.length / 2)]), p99: round(each[Math.min(each.length - 1, Math.floor(each.length * 0.99))]) };
  });
}

/** `npm run bench -- reports`: an office's week and the company's through HTTP beside the best SQL over the ideal indexes, at five million visits in 200 offices. */
export async function benchReports() {
  process.stdout.write(`starting MariaDB with durable settings, ${offices} offices, ${visits.toLocaleString('en')} visits …\n`);
  const servers = await startServers({ durable: true });
  const server = new URL(servers.env.TEST_DATABASE_URL);
  const name = `lunjie_test_bench_${randomBytes(4).toString('hex')}`;
  const admin = await createConnection(servers.env.TEST_DATABASE_URL);
  await admin.query(`CREATE DATABASE ${name}`);
  server.pathname = `/${name}`;
  server.protocol = 'mysql:';
  const env = { DATABASE_URL: server.href, LUNJIE_SECRET: randomBytes(32).toString('base64'), DEMO: 'false' };
  let product;
  try {
    await command(env, 'found', '--office', '售楼处0', '--time-zone', 'Asia/Shanghai', '--preset', 'standard', '--account', 'bench', '--name', '测量');
    product = await startProduct(env);
    const first = await fetch(`${product.url}/api/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ account: 'bench', password }) });
    const me = await (await fetch(`${product.url}/api/auth/me`, { headers: { cookie: first.headers.getSetCookie()[0].split(';')[0] } })).json();
    const founded = await foundOffices({ url: product.url, databaseUrl: server.href, count: offices, officeId: me.employments[0].officeId });
    const begun = performance.now();
    await command(env, 'generate', 'visits', '--count', String(visits), '--offices', String(offices), '--seed', seed);
    const generated = Math.round((performance.now() - begun) / 1000);
    const raw = await handWritten(server.href);
    await raw.prepare();
    const office = (index) => founded.offices[(index * 37) % offices];
    // A week of the past half year: the running one has hardly begun on Mondays.
    const week = (index) => 1 + (index * 7) % 26;
    const sheet = (index) => founded.admin('GET', `/offices/${office(index)}/reports?period=week&date=${weekAgo(week(index)).from}`);
    const company = (index) => founded.admin('GET', `/reports?period=week&date=${weekAgo(week(index)).from}`);
    const kinds = {
      'an office\'s week, the whole sheet': [sheet, (index) => raw.sheet(office(index), weekAgo(week(index)), weekAgo(week(index) + 1))],
      'an office\'s week, by agent alone': [sheet, (index) => raw.agents(office(index), weekAgo(week(index)))],
      [`the company's week, ${offices} offices`]: [company, (index) => raw.company(weekAgo(week(index)))],
    };
    const results = [];
    for (const [kind, [through, beside]] of Object.entries(kinds)) {
      const [http, sql] = await besides(through, beside);
      results.push({ kind, http, raw: sql, ratio: round(http.p50 / sql.p50) });
      process.stdout.write(`${kind.padEnd(36)} http p50 ${http.p50} p99 ${http.p99} ms | sql p50 ${sql.p50} p99 ${sql.p99} ms | ${round(http.p50 / sql.p50)} times\n`);
    }
    const shown = await sheet(0);
    const counted = await raw.agents(office(0), weekAgo(week(0)));
    const contracts = counted.filter(({ kind }) => kind === 'contract').reduce((sum, { number }) => sum + Number(number), 0);
    if (shown.total.now.contracts !== contracts) throw new Error(`the sheet says ${shown.total.now.contracts} contracts, the SQL ${contracts}`);
    await raw.end();
    mkdirSync(join(root, 'tmp'), { recursive: true });
    writeFileSync(join(root, 'tmp/bench-reports.json'), `${JSON.stringify({ bench: 'reports', visits, offices, times, seed, generatedInSeconds: generated, cpus: cpus().length, node: process.version, results }, null, 2)}\n`);
    process.stdout.write('written to tmp/bench-reports.json\n');
  } finally {
    await product?.stop();
    await admin.query(`DROP DATABASE IF EXISTS ${name}`);
    await admin.end();
    await servers.stop();
  }
}
