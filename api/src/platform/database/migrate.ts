import type { DataSource, QueryRunner } from 'typeorm';
import { MigrationExecutor } from 'typeorm';
import { SeparateConnectionsDriver } from './sqlite-driver';

const lockName = 'lunjie_migration';
const lockWait = 120;

/** Runs the migrations that are missing, in one process at a time. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    if (dataSource.driver instanceof SeparateConnectionsDriver) await migrateSqlite(dataSource, dataSource.driver, runner);
    else await migrateMariaDb(dataSource, runner);
  } finally {
    await runner.release();
  }
}

/** One transaction: SQLite's data definitions roll back, and its lock keeps other processes out. */
async function migrateSqlite(dataSource: DataSource, driver: SeparateConnectionsDriver, runner: QueryRunner): Promise<void> {
  await driver.connections.withoutForeignKeys(async () => {
    await runner.startTransaction();
    try {
      await pending(dataSource, runner);
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    }
  });
}

/** MariaDB commits at every data definition, so a named lock guards instead. */
async function migrateMariaDb(dataSource: DataSource, runner: QueryRunner): Promise<void> {
  const [lock] = (await runner.query('SELECT GET_LOCK(CONCAT(?, DATABASE()), ?) AS got', [lockName, lockWait])) as { got: unknown }[];
  if (Number(lock?.got) !== 1) throw new Error(`Another process has been migrating the database for ${lockWait} s.`);
  try {
    await compareByBytes(runner, dataSource.options.type);
    await pending(dataSource, runner);
  } finally {
    await runner.query('SELECT RELEASE_LOCK(CONCAT(?, DATABASE()))', [lockName]);
  }
}

/** Texts compare by their bytes, as on SQLite: other collations take 'a' for 'A' and lose trailing spaces in unique keys. */
async function compareByBytes(runner: QueryRunner, product: string): Promise<void> {
  const byBytes = product === 'mariadb' ? 'utf8mb4_nopad_bin' : 'utf8mb4_0900_bin';
  const [database] = (await runner.query('SELECT @@collation_database AS collation')) as { collation: string }[];
  if (database?.collation !== byBytes) await runner.query(`ALTER DATABASE CHARACTER SET utf8mb4 COLLATE ${byBytes}`);
}

async function pending(dataSource: DataSource, runner: QueryRunner): Promise<void> {
  const executor = new MigrationExecutor(dataSource, runner);
  executor.transaction = 'none';
  await executor.executePendingMigrations();
}
