import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { testFolder } from './test-folder.mjs';
import { endProcess, findProgram, freePort, startProcess, waitUntil } from './processes.mjs';

/** Fast and forgetful: a crash may lose data, which a test never needs. Half a second saved in every file. */
const forgetful = ['--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=0', '--innodb-fast-shutdown=2', '--skip-log-bin', '--performance-schema=OFF'];
/** As in production: a commit is on the disk before it is answered. */
const durable = ['--innodb-flush-log-at-trx-commit=1', '--innodb-doublewrite=1', '--skip-log-bin'];

export const mariaDbPackages = ['mariadb-server'];

/** The programs of MariaDB, or null where one is missing. */
export function mariaDbPrograms() {
  const server = findProgram('mariadbd', 'mysqld');
  const installer = findProgram('mariadb-install-db', 'mysql_install_db');
  return server && installer ? { server, installer } : null;
}

/**
 * Starts a private MariaDB in a temporary folder, on a free port of this machine only.
 * Answers its URL (database `lunjie_test`) and how to stop it.
 */
export async function startMariaDb(programs, settings = {}) {
  const folder = mkdtempSync(join(settings.durable ? tmpdir() : testFolder(), 'lunjie-mariadb-'));
  const data = join(folder, 'data');
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  const logSize = `--innodb-log-file-size=${settings.durable ? '128M' : '16M'}`;
  const installed = spawnSync(
    programs.installer,
    ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', logSize, ...asRoot],
    { encoding: 'utf8' },
  );
  if (installed.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`mariadb-install-db failed: ${(installed.stderr || installed.stdout || String(installed.error)).trim().slice(-500)}`);
  }
  const port = await freePort();
  const running = startProcess(programs.server, [
    '--no-defaults', `--datadir=${data}`, `--socket=${join(folder, 's')}`, `--pid-file=${join(folder, 'pid')}`, `--port=${port}`, '--bind-address=127.0.0.1',
    `--innodb-buffer-pool-size=${settings.durable ? '512M' : '64M'}`, logSize, '--skip-name-resolve', '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_nopad_bin', '--default-time-zone=+00:00', ...(settings.durable ? durable : forgetful), ...asRoot,
  ]);
  const stop = async () => {
    await endProcess(running.child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitUntil(() => createTestDatabase(port), running, 'MariaDB');
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `mariadb://root@127.0.0.1:${port}/lunjie_test`, stop };
}

async function createTestDatabase(port) {
  const connection = await mysql.createConnection({ host: '127.0.0.1', port, user: 'root' });
  try {
    await connection.query('CREATE DATABASE IF NOT EXISTS lunjie_test');
  } finally {
    await connection.end();
  }
}

/** A database of its own on a server of the tests, for a product that several processes serve. */
export async function throwawayDatabase(serverUrl) {
  const url = new URL(serverUrl);
  url.pathname = `/lunjie_flow_${process.pid}_test`;
  const name = url.pathname.slice(1);
  const run = async (statement) => {
    const connection = await mysql.createConnection({ host: url.hostname, port: Number(url.port || 3306), user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) });
    try {
      await connection.query(statement);
    } finally {
      await connection.end();
    }
  };
  await run(`CREATE DATABASE \`${name}\``);
  return { url: url.href, drop: () => run(`DROP DATABASE IF EXISTS \`${name}\``) };
}
