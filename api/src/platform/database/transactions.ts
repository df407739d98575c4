import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { LiveEvents } from '../live/live-events';
import { isLockTimeout, isPassing } from './failures';
import { LockTimeout, wentPast } from './mutex';
import { SeparateConnectionRunner } from './sqlite-driver';
import { prepared, type Ran } from './statements';
import type { Asking, Reading, Tx } from './tx';
import { OpenTransaction } from './tx';

/** A deadlock passes at once; a lock that was held for the whole wait will rather be held again. */
const mostAttempts = { deadlock: 12, lockWait: 2 };

/**
 * The way to the database. Writes: `transaction`. Reads that must agree with each other: `read`. A single
 * read may also go through an injected repository.
 */
@Injectable()
export class Transactions {
  private readonly logger = new Logger(Transactions.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly live: LiveEvents,
  ) {}

  /**
   * Runs a unit of work in one transaction and answers what it answers, after the commit.
   *
   * The work may run more than once: after a deadlock, a lock wait or a lost snapshot the database has
   * forgotten the transaction, so it is opened anew and the whole unit is run again. It must therefore have
   * no effect but on `tx`; what shall happen outside goes into `tx.afterCommit` or `tx.emit`.
   *
   * MariaDB runs READ COMMITTED: a unit first locks what it will write (the UPDATE of its line row), and
   * what it reads afterwards must be the newest state, not a snapshot from before the lock was granted.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(work);
      } catch (error) {
        const most = isLockTimeout(error) ? mostAttempts.lockWait : mostAttempts.deadlock;
        if (!isPassing(error) || attempt >= most) throw explained(error);
        await pause(Math.random() * Math.min(400, 5 * 2 ** attempt));
      }
    }
  }

  /** Runs one statement by itself, outside any transaction. */
  async single<Row>(sql: string, values: readonly unknown[]): Promise<Ran<Row>> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await prepared<Row>(runner, { sql, values });
    } finally {
      await runner.release();
    }
  }

  /** Statements outside any transaction, each with a state of the data of its own: for what one of them can tell. */
  readonly alone: Asking = { run: (sql, parameters = []) => this.single(sql, parameters) };

  /** Runs reads that all see one state of the data. Nothing can be written. */
  async read<T>(work: (reading: Reading) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const manager = this.dataSource.createEntityManager(runner);
    try {
      if (runner instanceof SeparateConnectionRunner) runner.startSnapshot();
      else await runner.startTransaction('REPEATABLE READ');
      return await work(new OpenTransaction(manager, runner));
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const tx = new OpenTransaction(this.dataSource.createEntityManager(runner), runner);
    let answer: T;
    try {
      await runner.startTransaction();
      answer = await work(tx);
      await runner.commitTransaction();
    } catch (error) {
      // A lost connection cannot roll back; the server has done it. The first error is the one to tell.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
    await this.afterwards(tx);
    return answer;
  }

  private async afterwards(tx: OpenTransaction): Promise<void> {
    for (const { officeId, event } of tx.events) this.live.publish(officeId, event);
    for (const work of tx.then) {
      try {
        await work();
      } catch (error) {
        this.logger.error(error);
      }
    }
  }
}

function explained(error: unknown): unknown {
  return isLockTimeout(error) && !(error instanceof LockTimeout) ? new LockTimeout(wentPast, { cause: error }) : error;
}
