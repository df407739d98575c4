import type { Connection, QueryError, QueryResult } from 'mysql2';
import { QueryFailedError } from 'typeorm';
import type { IsolationLevel } from 'typeorm/driver/types/IsolationLevel.js';
import { MysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner.js';
import type { Ran, Statement } from './statements';

/** What may be under way unseen: beyond it a write waits for those before it. */
const mostUnderWay = 64;

/**
 * TypeORM's runner, sparing waits: the beginning of a transaction and writes whose outcome nobody waits for are handed
 * over and the work goes on; they are sent in their order, each prepared, its values bound, and each only once the one
 * before it has succeeded: after a deadlock the server has forgotten the transaction, and would carry out by itself
 * whatever comes next. What is asked later is asked after them, and nothing is committed before all have succeeded.
 */
export class UnawaitedRunner extends MysqlQueryRunner {
  /** The last write handed over; rejects with what the first refused one was refused with. */
  private last: Promise<unknown> = Promise.resolve();
  private underWay = 0;

  override async startTransaction(isolation?: IsolationLevel): Promise<void> {
    if (isolation || this.transactionDepth > 0) return super.startTransaction(isolation);
    const connection = (await this.connect()) as Connection;
    this.isTransactionActive = true;
    this.transactionDepth = 1;
    this.goOn(() => sent('START TRANSACTION', (then) => connection.query('START TRANSACTION', then)));
  }

  override async commitTransaction(): Promise<void> {
    await this.settled();
    if (this.transactionDepth !== 1) return super.commitTransaction();
    const connection = (await this.connect()) as Connection;
    await sent('COMMIT', (then) => connection.query('COMMIT', then));
    this.isTransactionActive = false;
    this.transactionDepth = 0;
  }

  override async rollbackTransaction(): Promise<void> {
    await this.settled().catch(() => undefined);
    return super.rollbackTransaction();
  }

  override async query(sql: string, parameters?: unknown[], structured = false): ReturnType<MysqlQueryRunner['query']> {
    await this.settled();
    return super.query(sql, parameters, structured);
  }

  /** Runs a prepared statement. Refused where a write before it was. */
  async run(statement: Statement): Promise<Ran<unknown>> {
    const connection = (await this.connect()) as Connection;
    await this.settled();
    const answer = await execute(connection, statement);
    return Array.isArray(answer) ? { rows: answer, affected: 0 } : { rows: [], affected: answer.affectedRows };
  }

  /** Hands a write over and goes on. */
  async send(statement: Statement): Promise<void> {
    const connection = (await this.connect()) as Connection;
    this.goOn(() => execute(connection, statement));
    if (this.underWay >= mostUnderWay) await this.settled();
  }

  private goOn(send: () => Promise<unknown>): void {
    this.last = this.last.then(send);
    // Told by whoever waits next.
    this.last.catch(() => undefined);
    this.underWay += 1;
  }

  /** @throws what the first refused write was refused with */
  private async settled(): Promise<void> {
    const { last } = this;
    try {
      await last;
    } finally {
      if (this.last === last) {
        this.last = Promise.resolve();
        this.underWay = 0;
      }
    }
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
