import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { FixedClock } from '../platform/clock/clock';
import type { Config } from '../platform/config/config';
import { createApp } from '../platform/server/create-app';
import { DemoInstallation } from './demo-installation';

/** Everything a database holds, by table. */
export type Stored = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

/**
 * Tells the demo's history in a database of its own, which is thrown away, and answers what it came to. The office that
 * runs meanwhile is not touched. Phones are sealed with the installation's own secret, so its rows can be put anywhere.
 */
export async function demoFromScratch(config: Config, plan: { readonly now: number; readonly days: number; readonly told: () => void }): Promise<Stored> {
  const folder = await mkdtemp(join(tmpdir(), 'lunjie-demo-'));
  const clock = new FixedClock(plan.now);
  try {
    const app = await createApp({ config: { ...config, database: { kind: 'sqlite', file: join(folder, 'demo.sqlite') }, redisUrl: null, consoleFolder: null, logLevel: 'error' }, clock });
    try {
      await app.get(DemoInstallation, { strict: false }).open({ clock, ...plan });
      return await everything(app.get(DataSource));
    } finally {
      await app.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function everything(dataSource: DataSource): Promise<Stored> {
  const stored = new Map<string, Readonly<Record<string, unknown>>[]>();
  for (const { tableName } of dataSource.entityMetadatas) stored.set(tableName, await dataSource.query(`SELECT * FROM \`${tableName}\``));
  return stored;
}
