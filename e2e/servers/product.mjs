import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { endProcess, freePort, killProcess, startProcess, waitUntil } from './processes.mjs';

const root = resolve(import.meta.dirname, '../..');
/** The demo tells a month of history before it answers, on a busy machine slowly. */
const patience = 120_000;
const program = ['--enable-source-maps', join(root, 'dist/api/main.mjs')];

/**
 * Starts the built product on an empty embedded database, on a free port: with the demo, or with an office founded by
 * the arguments of `npm run found` and the admin's password. `env` overrides settings. It can be stopped for good, cut
 * off or killed and started again on the same address and data, and verified.
 * @param {Record<string, string>} [env]
 * @param {{ args: string[], password: string }} [found]
 */
export async function startProduct(env = {}, found) {
  const folder = mkdtempSync(join(tmpdir(), 'lunjie-product-'));
  const port = await freePort();
  const settings = {
    ...process.env, HOST: '127.0.0.1', PORT: String(port), DATABASE_URL: `sqlite:${join(folder, 'lunjie.sqlite')}`,
    DEMO: found ? 'false' : 'true', LOG_LEVEL: 'error', ...(found && { LUNJIE_FOUND_PASSWORD: found.password }), ...env,
  };
  const url = `http://127.0.0.1:${port}`;
  const command = (...args) => spawnSync(process.execPath, [...program, ...args], { cwd: root, env: settings, encoding: 'utf8' });
  let running;
  const start = async () => {
    running = startProcess(process.execPath, program, { cwd: root, env: settings });
    await waitUntil(async () => {
      const { ok, status } = await fetch(`${url}/api/health`);
      if (!ok) throw new Error(`health answered ${status}`);
    }, running, 'The product', patience);
  };
  const cutOff = async () => {
    if (running) await endProcess(running.child);
  };
  const kill = () => killProcess(running.child);
  /** Whether it runs; what ended without being told to does not. */
  const isUp = () => running.child.exitCode === null && running.child.signalCode === null;
  const stop = async () => {
    await cutOff();
    rmSync(folder, { recursive: true, force: true });
  };
  /** Status and words of `npm run verify`. */
  const verify = () => {
    const { status, stdout, stderr } = command('verify');
    return { status, said: `${stdout}${stderr}` };
  };
  try {
    if (found) {
      const { status, stdout, stderr } = command('found', ...found.args);
      if (status !== 0) throw new Error(`No office was founded: ${stdout}${stderr}`);
    }
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, start, cutOff, kill, isUp, stop, verify };
}
