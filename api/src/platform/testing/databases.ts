import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { DatabaseSetting } from '../config/config';

/** A database that exists for one test file. */
export interface FreshDatabase {
  readonly setting: DatabaseSetting;
  readonly drop: () => Promise<void>;
}

/** An empty SQLite file in a folder of its own, below TEST_FOLDER where that is set. */
export async function freshSqlite(): Promise<FreshDatabase> {
  const folder = mkdtempSync(join(process.env['TEST_FOLDER'] ?? tmpdir(), 'lunjie-test-'));
  return { setting: { kind: 'sqlite', file: join(folder, 'test.sqlite') }, drop: async () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * An empty schema on the server of TEST_DATABASE_URL.
 * @throws when the variable is missing or names a database that is not a test database: a test drops what it uses.
 */
export async function freshMariaDb(): Promise<FreshDatabase> {
  const given = process.env['TEST_DATABASE_URL'];
  if (!given) throw new Error('TEST_DATABASE_URL is not set: run the tests with npm test, or nx test api, which start a private MariaDB.');
  const url = new URL(given);
  if (!url.pathname.includes('test')) throw new Error(`TEST_DATABASE_URL names the database "${url.pathname.slice(1)}"; its name must contain "test".`);
  const name = `lunjie_test_${randomBytes(6).toString('hex')}`;
  const server = { host: url.hostname, port: Number(url.port || 3306), user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  const statement = async (sql: string): Promise<void> => {
    const connection = await createConnection(server);
    await connection.query(sql);
    await connection.end();
  };
  await statement(`CREATE DATABASE ${name}`);
  url.pathname = `/${name}`;
  return { setting: { kind: 'mariadb', url: url.href }, drop: () => statement(`DROP DATABASE ${name}`) };
}
