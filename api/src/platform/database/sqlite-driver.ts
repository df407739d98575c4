import type { Database } from 'better-sqlite3';
import type { DataSource, ObjectLiteral, QueryRunner } from 'typeorm';
import { QueryFailedError, QueryResult } from 'typeorm';
import { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { codeOf } from './failures';
import type { SqliteConnection } from './sqlite-connections';
import { SqliteConnections } from './sqlite-connections';

/** TypeORM's SQLite driver with a connection for each transaction, and the column types MariaDB has too. */
export class SeparateConnectionsDriver extends BetterSqlite3Driver {
  private pool: SqliteConnections | undefined;

  constructor(dataSource: DataSource, private readonly lockTimeout: number) {
    super(dataSource);
    // SQLite takes any type name; naming MariaDB's lets an entity be written once.
    this.supportedDataTypes.push('char', 'longtext');
    this.withLengthColumnTypes.push('char');
  }

  get connections(): SqliteConnections {
    if (!this.pool) throw new Error('The database is not open.');
    return this.pool;
  }

  override async connect(): Promise<void> {
    await super.connect();
    const open = (): Database => prepared(new (this.sqlite as new (file: string) => Database)(this.options.database));
    this.pool = new SqliteConnections(open, this.lockTimeout, prepared(this.databaseConnection as Database));
  }

  override async disconnect(): Promise<void> {
    this.pool?.close();
    await super.disconnect();
  }

  override createQueryRunner(): QueryRunner {
    return new SeparateConnectionRunner(this);
  }
}

function prepared(database: Database): Database {
  database.pragma('journal_mode = WAL');
  // NORMAL is safe against a crash of the process; FULL also keeps the last commits through a power cut.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Waiting inside SQLite would block the whole process; the mutex waits instead.
  database.pragma('busy_timeout = 0');
  return database;
}

/** Runs statements on the connection of its transaction, or on the shared one while it has none. */
export class SeparateConnectionRunner extends BetterSqlite3QueryRunner {
  private held: { connection: SqliteConnection; release: () => void } | undefined;

  private get connections(): SqliteConnections {
    return (this.driver as SeparateConnectionsDriver).connections;
  }

  override connect(): Promise<Database> {
    return Promise.resolve((this.held?.connection ?? this.connections.single).database);
  }

  override async startTransaction(): Promise<void> {
    if (this.transactionDepth > 0) return super.startTransaction();
    this.held = await this.connections.beginWriting();
    this.isTransactionActive = true;
    this.transactionDepth = 1;
  }

  /** Begins a read-only look at one state of the data; ends with `rollbackTransaction`. */
  startSnapshot(): void {
    this.held = this.connections.beginReading();
    this.isTransactionActive = true;
    this.transactionDepth = 1;
  }

  override async commitTransaction(): Promise<void> {
    await super.commitTransaction();
    if (this.transactionDepth === 0) this.letGo();
  }

  override async rollbackTransaction(): Promise<void> {
    try {
      // After some errors (disk full, for one) SQLite has rolled back already.
      if (this.held?.connection.database.inTransaction) return await super.rollbackTransaction();
      this.transactionDepth = 0;
      this.isTransactionActive = false;
    } finally {
      if (this.transactionDepth === 0) this.letGo();
    }
  }

  override async release(): Promise<void> {
    if (this.isTransactionActive) await this.rollbackTransaction();
    await super.release();
  }

  override async query(sql: string, parameters?: unknown[] | ObjectLiteral, structured = false): ReturnType<BetterSqlite3QueryRunner['query']> {
    const values = (Array.isArray(parameters) ? parameters : []).map(bindable);
    try {
      const result = await this.execute(sql, values);
      return structured ? result : result.raw;
    } catch (error) {
      // Without the values: personal data, which would go into the log.
      throw codeOf(error) ? new QueryFailedError(sql, [], error as Error) : error;
    }
  }

  private async execute(sql: string, values: unknown[]): Promise<QueryResult> {
    const connection = this.held?.connection ?? this.connections.single;
    const statement = connection.statement(sql);
    const release = this.held || statement.readonly ? undefined : await this.connections.takeWriter();
    try {
      const result = new QueryResult();
      if (statement.reader) {
        result.records = statement.all(...values) as ObjectLiteral[];
        result.raw = result.records;
      } else {
        const done = statement.run(...values);
        result.affected = done.changes;
        result.raw = done.lastInsertRowid;
      }
      return result;
    } finally {
      release?.();
    }
  }

  private letGo(): void {
    this.held?.release();
    this.held = undefined;
  }
}

function bindable(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value ?? null;
}
