import type { LiveEvent } from '@lunjie/contracts';
import type { EntityManager, EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import { prepared } from './prepared';
import { SeparateConnectionRunner } from './sqlite-driver';

/** What a statement brought: `rows` of a read, the number of rows a write matched. */
export interface Ran<Row> {
  readonly rows: Row[];
  readonly affected: number;
}

/** An open look at the database. `?` marks a parameter on both databases; names may stand in backticks. */
export interface Reading {
  readonly manager: EntityManager;
  /** Runs a prepared statement on the transaction's own connection. */
  run<Row = ObjectLiteral>(sql: string, parameters?: readonly unknown[]): Promise<Ran<Row>>;
}

/** One open transaction. Every write of a unit of work goes through it, never through an injected repository. */
export interface Tx extends Reading {
  /**
   * Inserts rows in as few statements as possible. With an entity class the rows are its properties (its
   * transformers apply, a missing property is NULL); with a table's name they are plain columns.
   */
  insert<T extends ObjectLiteral>(target: EntityTarget<T>, rows: readonly Partial<T>[]): Promise<void>;
  insert(table: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
  /**
   * Reads rows and keeps others from changing them until the end. On MariaDB the read is the lock (one round trip
   * instead of an update and a read); on SQLite the transaction holds the only writer anyway.
   */
  lock<Row = ObjectLiteral>(select: string, parameters?: readonly unknown[]): Promise<Ran<Row>>;
  /** Tells the office's live streams after the commit, and only then. */
  emit(officeId: string, event: LiveEvent): void;
  /** Runs after the commit; forgotten with a rollback. Its failure is logged, not thrown: the write stands. */
  afterCommit(work: () => void | Promise<void>): void;
}

/** SQLite takes 32,766 parameters a statement, MariaDB 65,535. */
const mostParameters = 30_000;

export class OpenTransaction implements Tx {
  readonly events: { readonly officeId: string; readonly event: LiveEvent }[] = [];
  readonly then: (() => void | Promise<void>)[] = [];

  constructor(
    readonly manager: EntityManager,
    private readonly runner: QueryRunner,
  ) {}

  run<Row = ObjectLiteral>(sql: string, parameters: readonly unknown[] = []): Promise<Ran<Row>> {
    return prepared<Row>(this.runner, sql, parameters);
  }

  lock<Row = ObjectLiteral>(select: string, parameters: readonly unknown[] = []): Promise<Ran<Row>> {
    return this.run<Row>(this.runner instanceof SeparateConnectionRunner ? select : `${select} FOR UPDATE`, parameters);
  }

  async insert(target: string | EntityTarget<ObjectLiteral>, rows: readonly ObjectLiteral[]): Promise<void> {
    const first = rows[0];
    if (!first) return;
    const { table, columns } = typeof target === 'string' ? plainTable(target, first) : this.entityTable(target);
    const tuple = `(${columns.map(() => '?').join(', ')})`;
    const head = `INSERT INTO \`${table}\` (${columns.map(({ name }) => `\`${name}\``).join(', ')}) VALUES `;
    const atOnce = Math.max(1, Math.floor(mostParameters / columns.length));
    for (let from = 0; from < rows.length; from += atOnce) {
      const batch = rows.slice(from, from + atOnce);
      const values = batch.flatMap((row) => columns.map(({ valueOf }) => valueOf(row)));
      await this.run(head + batch.map(() => tuple).join(', '), values);
    }
  }

  emit(officeId: string, event: LiveEvent): void {
    this.events.push({ officeId, event });
  }

  afterCommit(work: () => void | Promise<void>): void {
    this.then.push(work);
  }

  private entityTable(target: EntityTarget<ObjectLiteral>): InsertTable {
    const { tableName, columns } = this.manager.dataSource.getMetadata(target);
    return {
      table: tableName,
      columns: columns.map((column) => ({ name: column.databaseName, valueOf: (row) => column.getEntityValue(row, true) as unknown })),
    };
  }
}

interface InsertTable {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly valueOf: (row: ObjectLiteral) => unknown }[];
}

function plainTable(table: string, first: ObjectLiteral): InsertTable {
  return { table, columns: Object.keys(first).map((name) => ({ name, valueOf: (row: ObjectLiteral) => row[name] as unknown })) };
}
