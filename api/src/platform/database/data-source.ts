import { createConnection } from 'mysql2/promise';
import type { DataSourceOptions } from 'typeorm';
import { DataSource } from 'typeorm';
import type { Config } from '../config/config';
import { SettledConnectionsDriver } from './mariadb-driver';
import { migrate } from './migrate';
import { SnakeCaseNames } from './names';
import { SeparateConnectionsDriver } from './sqlite-driver';

type Schema = Pick<DataSourceOptions, 'entities' | 'migrations'>;

/** Opens the configured database and brings its schema up to date. */
export async function openDatabase(config: Pick<Config, 'database' | 'lockTimeout'>, schema: Schema): Promise<DataSource> {
  const shared = { ...schema, namingStrategy: new SnakeCaseNames(), migrationsTableName: 'migration' };
  const dataSource = config.database.kind === 'sqlite' ? sqlite(config.database.file, config.lockTimeout, shared) : await mariadb(config.database.url, config.lockTimeout, shared);
  await dataSource.initialize();
  try {
    await migrate(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return dataSource;
}

function sqlite(file: string, lockTimeout: number, shared: Partial<DataSourceOptions>): DataSource {
  const dataSource = new DataSource({ ...shared, type: 'better-sqlite3', database: file } as DataSourceOptions);
  dataSource.driver = new SeparateConnectionsDriver(dataSource, lockTimeout);
  return dataSource;
}

/** A pool of 8 gives the throughput of 64 at half the waiting time of the slowest. */
const connections = 8;

async function mariadb(url: string, lockTimeout: number, shared: Partial<DataSourceOptions>): Promise<DataSource> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const server = { host: hostname, port: Number(port || 3306), password: decodeURIComponent(password), database: decodeURIComponent(pathname.slice(1)) };
  const user = decodeURIComponent(username);
  const dataSource = new DataSource({
    ...shared,
    ...server,
    // TypeORM sees false drift on the other product's columns when told the wrong one.
    type: await productOf({ ...server, user }),
    username: user,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: false,
    poolSize: connections,
    // SUM() is DECIMAL: a number here, as it is on SQLite.
    extra: { decimalNumbers: true, maxPreparedStatements: 500 },
  } as DataSourceOptions);
  dataSource.driver = new SettledConnectionsDriver(dataSource, [
    'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
    `SET SESSION innodb_lock_wait_timeout = ${Math.max(1, Math.ceil(lockTimeout / 1000))}`,
    "SET SESSION time_zone = '+00:00'",
    "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO'",
  ]);
  return dataSource;
}

async function productOf(server: { host: string; port: number; user: string; password: string; database: string }): Promise<'mariadb' | 'mysql'> {
  const connection = await createConnection(server);
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version');
    return JSON.stringify(rows).includes('MariaDB') ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}
