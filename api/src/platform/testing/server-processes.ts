import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Config, LogLevel } from '../config/config';

/** Servers of this source tree in processes of their own, on the database of a test. */
export interface ServerProcesses {
  /** 'http://127.0.0.1:40001', one a process. */
  readonly urls: readonly string[];
  /** Everything the processes have written so far. */
  output(): string;
  /** Ends one of them as a power cut does. */
  kill(index: number): Promise<void>;
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

/** A process with what it writes. */
class Running {
  output = '';
  private readonly ended: Promise<unknown>;

  constructor(private readonly child: ChildProcess) {
    this.ended = once(child, 'exit');
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { this.output += chunk.toString(); });
  }

  /** @throws when the process ends before it listens */
  async address(): Promise<string> {
    for (;;) {
      const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(this.output)?.[1];
      if (port) return `http://127.0.0.1:${port}`;
      if (this.child.exitCode !== null) throw new Error(`A server process ended before it listened: ${this.output}`);
      await setTimeout(20);
    }
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    this.child.kill(signal);
    await this.ended;
  }
}

/**
 * Starts the product `count` times on one database, each with its own pool and the clock of the machine.
 * @throws when a process does not come up
 */
export async function serverProcesses({ database, secret, webhookAllowPrivate }: Config, count: number, logLevel: LogLevel = 'error'): Promise<ServerProcesses> {
  if (database.kind === 'sqlite' && count > 1) throw new Error('an SQLite file has one server');
  const folder = await bundle();
  const env = {
    ...process.env, DATABASE_URL: database.kind === 'sqlite' ? `sqlite:${database.file}` : database.url,
    LUNJIE_SECRET: secret, HOST: '127.0.0.1', PORT: '0', DEMO: 'false', LOG_LEVEL: logLevel, REDIS_URL: '', WEBHOOK_ALLOW_PRIVATE: String(webhookAllowPrivate),
  };
  const all = Array.from({ length: count }, () => new Running(spawn(process.execPath, [join(folder, 'main.mjs')], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })));
  const stop = async (): Promise<void> => {
    await Promise.all(all.map((running) => running.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { urls: await Promise.all(all.map((running) => running.address())), output: () => all.map(({ output }) => output).join(''), kill: async (index) => all[index]?.stop('SIGKILL'), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
