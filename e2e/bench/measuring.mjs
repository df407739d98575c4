import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { startServers } from '../servers/servers.mjs';
import { password } from './offices.mjs';

const root = resolve(import.meta.dirname, '../..');

/** The built api, as `node` is given it. */
export const program = [join(root, 'dist/api/main.mjs')];

/** Runs a command of the built api. @throws when it ends with anything but 0 */
export function apiCommand(env, ...args) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [...program, ...args], { cwd: root, env: { ...process.env, ...env, LUNJIE_FOUND_PASSWORD: password, LOG_LEVEL: 'error' }, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('exit', (status) => status === 0 ? done() : failed(new Error(`${args[0]} ended with ${status}`)));
  });
}

/**
 * A private MariaDB that has a commit on its disk before it answers, a database on it with one office and its admin `bench`, and the
 * settings of a product on it. What `ends` is given is ended afterwards, the last first, whatever happens.
 * @param work ({ databaseUrl, secret, env, ends })
 */
export async function onDurableDatabase(work) {
  const servers = await startServers({ durable: true });
  const endings = [servers.stop];
  try {
    const server = new URL(servers.env.TEST_DATABASE_URL);
    const name = `lunjie_test_bench_${randomBytes(4).toString('hex')}`;
    const admin = await createConnection(servers.env.TEST_DATABASE_URL);
    endings.push(async () => { await admin.query(`DROP DATABASE IF EXISTS ${name}`); await admin.end(); });
    await admin.query(`CREATE DATABASE ${name}`);
    server.pathname = `/${name}`;
    server.protocol = 'mysql:';
    const secret = randomBytes(32).toString('base64');
    const env = { DATABASE_URL: server.href, LUNJIE_SECRET: secret, DEMO: 'false' };
    await apiCommand(env, 'found', '--office', '售楼处0', '--time-zone', 'Asia/Shanghai', '--preset', 'standard', '--account', 'bench', '--name', '测量');
    await work({ databaseUrl: server.href, secret, env, ends: (end) => endings.push(end) });
  } finally {
    for (const end of endings.reverse()) await end();
  }
}

/** To the hundredth. */
export const round = (milliseconds) => Math.round(milliseconds * 100) / 100;

/** The middle and the slowest hundredth of so many times (ms). */
export function spread(taken) {
  const sorted = [...taken].sort((one, other) => one - other);
  const at = (share) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p99: at(0.99) };
}

/**
 * Asks several sides in turns, so that whatever else the machine does meets all of them; the first five rounds warm up.
 * @param sides functions of the round's number that answer how long they took (ms), or nothing: then the call is timed
 */
export async function inTurns(sides, times) {
  const taken = sides.map(() => []);
  for (let index = -5; index < times; index += 1) {
    for (const [side, ask] of sides.entries()) {
      const since = performance.now();
      const told = await ask(index + 5);
      if (index >= 0) taken[side].push(typeof told === 'number' ? told : performance.now() - since);
    }
  }
  return taken.map(spread);
}

/** Writes the figures to `tmp/bench-NAME.json`, with the machine they come from. */
export function keepFigures(bench, figures) {
  mkdirSync(join(root, 'tmp'), { recursive: true });
  writeFileSync(join(root, `tmp/bench-${bench}.json`), `${JSON.stringify({ bench, cpus: cpus().length, node: process.version, ...figures }, null, 2)}\n`);
  process.stdout.write(`written to tmp/bench-${bench}.json\n`);
}
