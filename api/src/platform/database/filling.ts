import type { DataSource } from 'typeorm';
import { SeparateConnectionsDriver } from './sqlite-driver';

const patience = 300;

/**
 * Runs work that fills an empty database, in one process at a time over all processes of a MariaDB or MySQL
 * installation; the lock goes with its process. The embedded database belongs to one process anyway, and does not
 * wait for the disk meanwhile: whether the work was finished must be the last thing it stores.
 */
export async function filling<T>(dataSource: DataSource, name: string, work: () => Promise<T>): Promise<T> {
  if (dataSource.driver instanceof SeparateConnectionsDriver) return dataSource.driver.connections.withoutWaitingForTheDisk(work);
  const runner = dataSource.createQueryRunner();
  try {
    const [lock] = (await runner.query('SELECT GET_LOCK(CONCAT(?, DATABASE()), ?) AS got', [name, patience])) as { got: unknown }[];
    if (Number(lock?.got) !== 1) throw new Error(`Another process has held ${name} for ${patience} s.`);
    return await work();
  } finally {
    await runner.query('SELECT RELEASE_LOCK(CONCAT(?, DATABASE()))', [name]);
    await runner.release();
  }
}
