import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { migrations } from '../../../../migrations';
import type { DatabaseSetting } from '../config/config';
import { openDatabase } from '../database/data-source';

/**
 * Lays the product's schema into an empty database of a test. The migrations run for the first database of each kind in a
 * run; the others are given what came of it, which takes a tenth of the time. Without TEST_FOLDER, the folder of one
 * run, nothing is laid: the product then migrates by itself.
 */
export async function laySchema(setting: DatabaseSetting): Promise<void> {
  const folder = process.env['TEST_FOLDER'];
  if (!folder) return;
  if (setting.kind === 'sqlite') await laySqlite(setting.file, join(folder, 'schema.sqlite'));
  else await layMariaDb(setting.url, join(folder, 'schema.json'));
}

async function laySqlite(file: string, kept: string): Promise<void> {
  if (existsSync(kept)) return copyFileSync(kept, file);
  await migrated({ kind: 'sqlite', file });
  const database = new Sqlite(file);
  database.prepare('VACUUM INTO ?').run(`${kept}-${process.pid}`);
  database.close();
  renameSync(`${kept}-${process.pid}`, kept);
}

async function layMariaDb(url: string, kept: string): Promise<void> {
  if (!existsSync(kept)) {
    await migrated({ kind: 'mariadb', url });
    writeFileSync(`${kept}-${process.pid}`, JSON.stringify(await tablesOf(url)));
    return renameSync(`${kept}-${process.pid}`, kept);
  }
  const connection = await createConnection({ uri: url, multipleStatements: true });
  const { tables, done } = JSON.parse(readFileSync(kept, 'utf8')) as Awaited<ReturnType<typeof tablesOf>>;
  await connection.query(`SET foreign_key_checks = 0; ${tables.join(';\n')}`);
  await connection.query('INSERT INTO migration (id, timestamp, name) VALUES ?', [done.map(({ id, timestamp, name }) => [id, timestamp, name])]);
  await connection.end();
}

async function migrated(database: DatabaseSetting): Promise<void> {
  const dataSource = await openDatabase({ database, lockTimeout: 60_000 }, { entities: [], migrations });
  await dataSource.destroy();
}

async function tablesOf(url: string): Promise<{ tables: string[]; done: { id: number; timestamp: number; name: string }[] }> {
  const connection = await createConnection(url);
  const [names] = (await connection.query('SHOW TABLES')) as unknown as [Record<string, string>[]];
  const tables: string[] = [];
  for (const name of names.flatMap((row) => Object.values(row))) {
    const [[shown]] = (await connection.query('SHOW CREATE TABLE ??', [name])) as unknown as [[Record<string, string>]];
    tables.push(shown['Create Table'] ?? '');
  }
  const [done] = await connection.query('SELECT id, timestamp, name FROM migration');
  await connection.end();
  return { tables, done: done as { id: number; timestamp: number; name: string }[] };
}
