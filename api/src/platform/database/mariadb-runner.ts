import type { Connection, QueryError, QueryResult } from 'mysql2';
import { QueryFailedError } from 'typeorm';
import type { IsolationLevel } from 'typeorm/driver/types/IsolationLevel.js';
import { MysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner.js';
import type { Ran, Statement } from './statements';

/** What may wait: a fraction of the smallest packet a server takes by default (16 MiB). */
const mostWaiting = 1024 * 1024;

/**
 * TypeORM's runner, sparing round trips: the beginning of a transaction travels with its first statement, writes whose
 * outcome nobody waits for travel with the next statement, and the last ones with the commit. An office's row is locked
 * through every round trip, so each one spared lets the next arrival in sooner. What waits keeps its place: whatever
 * runs later sees it. After a failure the server leaves the rest of what travelled together undone, the commit too.
 */
export class JoiningRunner extends MysqlQueryRunner {
  private waiting: Statement[] = [];
  private size = 0;
  /** Whether the server has heard of the open transaction. */
  private begun = false;

  override async startTransaction(isolation?: IsolationLevel): Promise<void> {
    if (this.transactionDepth > 0) return super.startTransaction(isolation);
    this.isTransactionActive = true;
    this.transactionDepth = 1;
    this.begun = false;
    this.waiting = [...(isolation ? [word(`SET TRANSACTION ISOLATION LEVEL ${isolation}`)] : []), word('START TRANSACTION')];
  }

  override async commitTransaction(): Promise<void> {
    if (this.transactionDepth > 1) return super.commitTransaction();
    const idle = !this.begun && this.waiting.every(({ sql }) => sql === 'START TRANSACTION');
    if (!idle) await this.run(word('COMMIT'));
    this.over();
  }

  override async rollbackTransaction(): Promise<void> {
    if (this.transactionDepth > 1) return super.rollbackTransaction();
    this.waiting = [];
    if (this.begun) await super.query('ROLLBACK');
    this.over();
  }

  override async query(sql: string, parameters?: unknown[], structured = false): ReturnType<MysqlQueryRunner['query']> {
    if (this.waiting.length > 0) await this.sendWaiting();
    return super.query(sql, parameters, structured);
  }

  /** Runs a statement: prepared where it is alone, as text together with what waits before it. */
  async run(statement: Statement): Promise<Ran<unknown>> {
    const connection = (await this.connect()) as Connection;
    if (this.waiting.length === 0) return ran(await sent(statement.sql, (then) => connection.execute(statement.sql, bindable(statement.values), then)));
    return this.together(connection, [...this.waiting, statement]);
  }

  /** Lets a write wait for the next statement. */
  async join(statement: Statement): Promise<void> {
    this.waiting.push(statement);
    for (const value of statement.values) this.size += typeof value === 'string' ? value.length : 8;
    if (this.size > mostWaiting) await this.sendWaiting();
  }

  private async sendWaiting(): Promise<void> {
    const connection = (await this.connect()) as Connection;
    await this.together(connection, this.waiting);
  }

  private async together(connection: Connection, statements: readonly Statement[]): Promise<Ran<unknown>> {
    this.waiting = [];
    this.size = 0;
    this.begun = true;
    const sql = statements.map((statement) => statement.sql).join(';\n');
    const values = bindable(statements.flatMap((statement) => statement.values));
    const answer = await sent(sql, (then) => connection.query(sql, values, then));
    return ran(statements.length > 1 ? (answer as QueryResult[]).at(-1) as QueryResult : answer);
  }

  private over(): void {
    this.isTransactionActive = false;
    this.transactionDepth = 0;
  }
}

const word = (sql: string): Statement => ({ sql, values: [] });

/** The driver's promises would note where they were made, for every statement; what failed is wrapped here anyway. */
function sent(sql: string, send: (then: (error: QueryError | null, answer: QueryResult) => void) => void): Promise<QueryResult> {
  return new Promise((done, failed) => {
    send((error, answer) => {
      if (!error) return done(answer);
      // Without the values, which the driver tells: personal data, which would go into the log.
      failed(new QueryFailedError(sql, [], Object.assign(error, { sql })));
    });
  });
}

function ran(answer: QueryResult): Ran<unknown> {
  return Array.isArray(answer) ? { rows: answer, affected: 0 } : { rows: [], affected: answer.affectedRows };
}

type Bindable = string | number | bigint | Date | null | Buffer;

function bindable(values: readonly unknown[]): Bindable[] {
  return values.map((value) => typeof value === 'boolean' ? Number(value) : (value ?? null) as Bindable);
}
