import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Config } from '../config/config';

/** Servers of this source tree in processes of their own, on the database of a test. */
export interface ServerProcesses {
  /** 'http://127.0.0.1:40001', one a process. */
  readonly urls: readonly string[];
  stop(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../../../..');

/** Bundled anew, so that a test never meets an older build. Inside the workspace, where the packages are found. */
async function bundle(): Promise<string> {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(root, 'dist/processes-'));
  await promisify(execFile)(process.execPath, [join(root, 'node_modules/rolldown/bin/cli.mjs'), '-c', join(root, 'api/rolldown.config.mjs'), '-d', folder], { cwd: root });
  return folder;
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
    if (port) return `http://127.0.0.1:${port}`;
  }
  throw new Error(`A server process ended before it listened: ${said}`);
}

/**
 * Starts the product `count` times on one MariaDB database, each with its own pool and clock of the machine.
 * @throws when a process does not come up
 */
export async function serverProcesses(config: Config, count: number): Promise<ServerProcesses> {
  if (config.database.kind !== 'mariadb') throw new Error('only MariaDB is shared by several processes');
  const folder = await bundle();
  const env = {
    ...process.env, DATABASE_URL: config.database.url, LUNJIE_SECRET: config.secret, HOST: '127.0.0.1', PORT: '0', DEMO: 'false', LOG_LEVEL: 'error', REDIS_URL: '',
  };
  const children = Array.from({ length: count }, () => spawn(process.execPath, [join(folder, 'main.mjs')], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] }));
  const stop = async (): Promise<void> => {
    await Promise.all(children.filter((child) => child.exitCode === null).map((child) => {
      child.kill('SIGTERM');
      return once(child, 'exit');
    }));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { urls: await Promise.all(children.map(addressOf)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
