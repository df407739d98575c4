import { createHash } from 'node:crypto';
import type { TestApp } from '../../platform/testing/test-app';

type Row = Record<string, unknown>;

/** One hash over every row of every table, except when sessions were last seen: equal hashes, nothing changed. */
export async function storedHash({ database, dataSource }: Pick<TestApp, 'database' | 'dataSource'>): Promise<string> {
  const tables: { name: string }[] = await dataSource.query(
    database === 'SQLite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
      : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY name',
  );
  const hash = createHash('sha256');
  for (const { name } of tables) {
    const rows: Row[] = await dataSource.query(`SELECT * FROM \`${name}\``);
    hash.update(name).update(rows.map((row) => JSON.stringify({ ...row, last_seen_at: null })).sort().join('\n'));
  }
  return hash.digest('hex');
}
