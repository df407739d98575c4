import type { Connection, QueryError, QueryResult } from 'mysql2';
import { QueryFailedError } from 'typeorm';
import type { IsolationLevel } from 'typeorm/driver/types/IsolationLevel.js';
import { MysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner.js';
import type { Ran, Statement } from './statements';

/** What may be under way unseen: beyond it a write waits for those before it. */
const mostUnderWay = 64;

/**
 * TypeORM's runner, sparing waits: the beginning of a transaction and writes whose outcome nobody waits for are handed to
 * the connection at once and the work goes on; the connection sends them in their order, each prepared, its values bound.
 * What is asked later is answered after them, and nothing is committed before every one of them has succeeded.
 */
export class UnawaitedRunner extends MysqlQueryRunner {
  private underWay: Promise<unknown>[] = [];
  private failure: { readonly error: unknown } | null = null;

  override async startTransaction(isolation?: IsolationLevel): Promise<void> {
    if (isolation || this.transactionDepth > 0) return super.startTransaction(isolation);
    const connection = (await this.connect()) as Connection;
    this.isTransactionActive = true;
    this.transactionDepth = 1;
    this.goOn(sent('START TRANSACTION', (then) => connection.query('START TRANSACTION', then)));
  }

  override async commitTransaction(): Promise<void> {
    await this.settled();
    return super.commitTransaction();
  }

  override async rollbackTransaction(): Promise<void> {
    await Promise.all(this.underWay);
    this.underWay = [];
    this.failure = null;
    return super.rollbackTransaction();
  }

  override async query(sql: string, parameters?: unknown[], structured = false): ReturnType<MysqlQueryRunner['query']> {
    if (this.underWay.length > 0) await this.settled();
    return super.query(sql, parameters, structured);
  }

  /** Runs a prepared statement. Refused where a write before it was. */
  async run(statement: Statement): Promise<Ran<unknown>> {
    const connection = (await this.connect()) as Connection;
    try {
      const answer = await execute(connection, statement);
      // On one connection this answer comes after those of the writes before it.
      await this.settled();
      return Array.isArray(answer) ? { rows: answer, affected: 0 } : { rows: [], affected: answer.affectedRows };
    } catch (error) {
      await Promise.all(this.underWay);
      throw this.failure?.error ?? error;
    }
  }

  /** Hands a write to the connection and goes on. */
  async send(statement: Statement): Promise<void> {
    const connection = (await this.connect()) as Connection;
    this.goOn(execute(connection, statement));
    if (this.underWay.length >= mostUnderWay) await this.settled();
  }

  private goOn(answer: Promise<unknown>): void {
    this.underWay.push(answer.catch((error: unknown) => {
      this.failure ??= { error };
    }));
  }

  /** @throws what the first refused write was refused with */
  private async settled(): Promise<void> {
    await Promise.all(this.underWay);
    this.underWay = [];
    const failure = this.failure;
    this.failure = null;
    if (failure) throw failure.error;
  }
}

function execute(connection: Connection, { sql, values }: Statement): Promise<QueryResult> {
  return sent(sql, (then) => connection.execute(sql, bindable(values), then));
}

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

type Bindable = string | number | bigint | Date | null | Buffer;

function bindable(values: readonly unknown[]): Bindable[] {
  return values.map((value) => typeof value === 'boolean' ? Number(value) : (value ?? null) as Bindable);
}
