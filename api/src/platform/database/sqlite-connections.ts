import type { Database, Statement } from 'better-sqlite3';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './failures';
import { LockTimeout, Mutex, wentPast } from './mutex';


/** A connection with its prepared statements: preparing costs more than running. */
export class SqliteConnection {
  private readonly statements = new Map<string, Statement>();

  constructor(readonly database: Database) {}

  /** The prepared statement of a text, from the cache where it was used before. */
  statement(sql: string): Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.database.prepare(sql);
    // Oldest out: texts with varying numbers of placeholders must not pile up.
    if (this.statements.size >= 300) this.statements.delete(this.statements.keys().next().value ?? '');
    this.statements.set(sql, statement);
    return statement;
  }
}

/**
 * The connections to one SQLite file. TypeORM would share a single one, on which overlapping transactions
 * swallow each other's writes; here transactions own the writing connection one after another, single
 * statements use a second one, and each snapshot read has one of its own.
 */
export class SqliteConnections {
  readonly single: SqliteConnection;
  private readonly writing: SqliteConnection;
  private readonly snapshots: SqliteConnection[] = [];
  private readonly writer = new Mutex();
  private readonly opened: Database[] = [];

  constructor(
    private readonly open: () => Database,
    private readonly lockTimeout: number,
    single: Database,
  ) {
    this.single = new SqliteConnection(single);
    this.writing = this.add();
  }

  /** Waits for the writer, for a single statement outside of any transaction. */
  takeWriter(): Promise<() => void> {
    return this.writer.acquire(this.lockTimeout, wentPast);
  }

  /** Begins a writing transaction; the returned `release` must be called after its end. */
  async beginWriting(): Promise<{ connection: SqliteConnection; release: () => void }> {
    const release = await this.takeWriter();
    try {
      await this.immediately();
      return { connection: this.writing, release };
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Begins a reading transaction that sees one state of the data until `release`. */
  beginReading(): { connection: SqliteConnection; release: () => void } {
    const connection = this.snapshots.pop() ?? this.add();
    connection.database.exec('BEGIN');
    return {
      connection,
      release: () => {
        if (connection.database.inTransaction) connection.database.exec('ROLLBACK');
        this.snapshots.push(connection);
      },
    };
  }

  /** Runs work with foreign keys off: SQLite rebuilds a table to change it, and a drop would cascade. */
  async withoutForeignKeys<T>(work: () => Promise<T>): Promise<T> {
    this.writing.database.pragma('foreign_keys = OFF');
    try {
      return await work();
    } finally {
      this.writing.database.pragma('foreign_keys = ON');
    }
  }

  /**
   * Runs many small transactions without waiting for the disk after each. A power cut meanwhile may lose the last of
   * them, but never leaves half of one: for work that is begun anew unless it was finished.
   */
  async withoutWaitingForTheDisk<T>(work: () => Promise<T>): Promise<T> {
    this.writing.database.pragma('synchronous = NORMAL');
    try {
      return await work();
    } finally {
      this.writing.database.pragma('synchronous = FULL');
    }
  }

  /** Closes every connection but the single one, which TypeORM closes. */
  close(): void {
    for (const database of this.opened) database.close();
  }

  private add(): SqliteConnection {
    const database = this.open();
    this.opened.push(database);
    return new SqliteConnection(database);
  }

  /** BEGIN IMMEDIATE, waiting without blocking the process while another process writes. */
  private async immediately(): Promise<void> {
    const until = performance.now() + this.lockTimeout;
    for (;;) {
      try {
        this.writing.database.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!codeOf(error).startsWith('SQLITE_BUSY')) throw error;
        if (performance.now() > until) throw new LockTimeout('Another process holds the database file for writing.', { cause: error });
        await pause(5 + Math.random() * 20);
      }
    }
  }
}
