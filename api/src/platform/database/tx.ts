import type { LiveEvent } from '@lunjie/contracts';
import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import { SeparateConnectionRunner } from './sqlite-driver';
import { prepared, sent, type Ran, type Statement } from './statements';

export type { Ran } from './statements';

/** Where a statement can be run. `?` marks a parameter on both databases; names may stand in backticks. */
export interface Asking {
  /** Runs a prepared statement. */
  run<Row = ObjectLiteral>(sql: string, parameters?: readonly unknown[]): Promise<Ran<Row>>;
}

/** An open look at the database: what it runs goes over the transaction's own connection. */
export interface Reading extends Asking {
  readonly manager: EntityManager;
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
   * As `insert`, but nobody waits for the answer. Whatever runs later sees the rows; what refuses them is told there or by
   * the commit, so not for rows whose refusal somebody catches.
   */
  append<T extends ObjectLiteral>(target: EntityTarget<T>, rows: readonly Partial<T>[]): Promise<void>;
  append(table: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void>;
  /** A write nobody waits for, as `append`. */
  write(sql: string, parameters: readonly unknown[]): Promise<void>;
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
    return prepared<Row>(this.runner, { sql, values: parameters });
  }

  lock<Row = ObjectLiteral>(select: string, parameters: readonly unknown[] = []): Promise<Ran<Row>> {
    return this.run<Row>(this.runner instanceof SeparateConnectionRunner ? select : `${select} FOR UPDATE`, parameters);
  }

  async insert(target: string | EntityTarget<ObjectLiteral>, rows: readonly ObjectLiteral[]): Promise<void> {
    for (const { sql, values } of this.inserts(target, rows)) await this.run(sql, values);
  }

  async append(target: string | EntityTarget<ObjectLiteral>, rows: readonly ObjectLiteral[]): Promise<void> {
    for (const statement of this.inserts(target, rows)) await sent(this.runner, statement);
  }

  write(sql: string, parameters: readonly unknown[]): Promise<void> {
    return sent(this.runner, { sql, values: parameters });
  }

  emit(officeId: string, event: LiveEvent): void {
    this.events.push({ officeId, event });
  }

  afterCommit(work: () => void | Promise<void>): void {
    this.then.push(work);
  }

  private inserts(target: string | EntityTarget<ObjectLiteral>, rows: readonly ObjectLiteral[]): readonly Statement[] {
    const first = rows[0];
    if (!first) return [];
    const { columns, head, tuple } = typeof target === 'string' ? plainTable(target, first) : this.entityTable(target);
    const atOnce = Math.max(1, Math.floor(mostParameters / columns.length));
    return Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, part) => {
      const batch = rows.slice(part * atOnce, (part + 1) * atOnce);
      return { sql: head + batch.map(() => tuple).join(', '), values: batch.flatMap((row) => columns.map(({ valueOf }) => valueOf(row))) };
    });
  }

  private entityTable(target: EntityTarget<ObjectLiteral>): InsertTable {
    const entity = this.manager.dataSource.getMetadata(target);
    const known = entityTables.get(entity);
    if (known) return known;
    const table = insertTable(entity.tableName, entity.columns.map((column) => ({ name: column.databaseName, valueOf: (row) => column.getEntityValue(row, true) as unknown })));
    entityTables.set(entity, table);
    return table;
  }
}

interface InsertColumn {
  readonly name: string;
  readonly valueOf: (row: ObjectLiteral) => unknown;
}

interface InsertTable {
  readonly columns: readonly InsertColumn[];
  /** The statement up to its rows, and one row of question marks. */
  readonly head: string;
  readonly tuple: string;
}

/** How an entity is inserted does not change. */
const entityTables = new WeakMap<EntityMetadata, InsertTable>();

function insertTable(table: string, columns: readonly InsertColumn[]): InsertTable {
  return {
    columns,
    head: `INSERT INTO \`${table}\` (${columns.map(({ name }) => `\`${name}\``).join(', ')}) VALUES `,
    tuple: `(${columns.map(() => '?').join(', ')})`,
  };
}

function plainTable(table: string, first: ObjectLiteral): InsertTable {
  return insertTable(table, Object.keys(first).map((name) => ({ name, valueOf: (row: ObjectLiteral) => row[name] as unknown })));
}
