import type { DataSource } from 'typeorm';
import type { ReplicationMode } from 'typeorm/driver/types/ReplicationMode.js';
import { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver.js';
import { UnawaitedRunner } from './mariadb-runner';

/**
 * TypeORM's driver for MariaDB and MySQL with session settings once a connection instead of once a transaction, and
 * runners that spare round trips.
 */
export class SettledConnectionsDriver extends MysqlDriver {
  constructor(dataSource: DataSource, private readonly settings: readonly string[]) {
    super(dataSource);
  }

  override createQueryRunner(mode: ReplicationMode): UnawaitedRunner {
    return new UnawaitedRunner(this, mode);
  }

  /**
   * The pool comes with a connection already, made to see whether the server answers: without the settings it alone would
   * run REPEATABLE READ, where a unit reads a snapshot from before the lock it waited for.
   */
  protected override async createPool(options: unknown): Promise<Pool> {
    const pool = (await super.createPool(options)) as Pool;
    pool.on('connection', (connection) => this.settle(connection));
    await new Promise<void>((done, failed) => {
      pool.getConnection((error, first) => {
        if (error) return failed(error);
        this.settle(first);
        first.release();
        done();
      });
    });
    return pool;
  }

  private settle(connection: Connection): void {
    // Queued on the connection, so whatever it is used for next comes after them.
    for (const statement of this.settings) connection.query(statement);
  }
}

interface Connection {
  query(sql: string): void;
  release(): void;
}

interface Pool {
  on(event: 'connection', listener: (connection: Connection) => void): void;
  getConnection(then: (error: Error | null, connection: Connection) => void): void;
}
