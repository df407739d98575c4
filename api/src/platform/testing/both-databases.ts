import { DataSource } from 'typeorm';
import { FixedClock } from '../clock/clock';
import { CountingIds } from '../clock/ids';
import type { Config } from '../config/config';
import { Transactions } from '../database/transactions';
import type { AppOverrides } from '../server/create-app';
import { createApp } from '../server/create-app';
import type { FreshDatabase } from './databases';
import { freshMariaDb, freshSqlite } from './databases';
import { laySchema } from './laid-schema';
import type { TestApp } from './test-app';

/** When every test begins: a Saturday morning in Shanghai. */
export const testBegins = '2026-11-21T09:00:00+08:00';

interface TestOptions extends Pick<AppOverrides, 'features'> {
  readonly config?: Partial<Config>;
}

/**
 * Describes the same behaviour on SQLite and on MariaDB. `open` answers the product on a database of this
 * describe block, made and migrated once; tests of a file therefore share its data.
 */
export function describeOnBothDatabases(name: string, tests: (open: () => Promise<TestApp>, database: TestApp['database']) => void, options: TestOptions = {}): void {
  describe.each([
    ['SQLite', freshSqlite],
    ['MariaDB', freshMariaDb],
  ] as const)(`${name} on %s`, (database, fresh) => {
    let opened: Promise<{ test: TestApp; drop: FreshDatabase['drop'] }> | undefined;
    const open = (): Promise<TestApp> => (opened ??= openOn(database, fresh, options)).then(({ test }) => test);

    afterAll(async () => {
      const last = await opened?.catch(() => undefined);
      await last?.test.app.close();
      await last?.drop();
    });

    tests(open, database);
  });
}

async function openOn(database: TestApp['database'], fresh: () => Promise<FreshDatabase>, options: TestOptions): Promise<{ test: TestApp; drop: FreshDatabase['drop'] }> {
  const { setting, drop } = await fresh();
  try {
    await laySchema(setting);
    const config = { ...testConfig(setting), ...options.config };
    const clock = new FixedClock(testBegins);
    const app = await createApp({ config, clock, ids: new CountingIds(), ...(options.features ? { features: options.features } : {}) });
    const inject: TestApp['inject'] = (request) => app.inject(request);
    return { test: { app, database, config, clock, dataSource: app.get(DataSource), transactions: app.get(Transactions), inject }, drop };
  } catch (error) {
    await drop();
    throw error;
  }
}

/** Settings of a test: everything off that a test does not ask for. */
export function testConfig(database: Config['database']): Config {
  return {
    port: 0,
    host: '127.0.0.1',
    database,
    redisUrl: null,
    cookieSecure: false,
    trustProxy: false,
    secret: 'a secret that is only good for tests',
    demo: false,
    logLevel: 'error',
    consoleFolder: null,
    lockTimeout: 5_000,
    webhookAllowPrivate: false,
    mail: null,
  };
}
