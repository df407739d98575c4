import { createHash } from 'node:crypto';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { isUniqueViolation } from '../database/failures';
import { Transactions } from '../database/transactions';
import type { Tx } from '../database/tx';
import { Problem } from '../errors/problem';
import type { WriteContext } from './write-context';

const hour = 3_600_000;
const keptFor = 48 * hour;
const purgedAtOnce = 5_000;

/** Carries out each request once, however often it arrives. */
@Injectable()
export class Writes implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Writes.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Runs a write in one transaction and keeps its answer with it. The same key with the same content gets
   * that answer again, also when both requests run at once: the second waits for the first. When the work
   * throws, nothing is kept and the key is free again.
   * @throws Problem 409 `idempotency_key_reused` when the key came with other content
   */
  run<T>(context: WriteContext, work: (tx: Tx) => Promise<T>): Promise<T> {
    const hash = hashOf(context);
    return this.transactions.transaction(async (tx) => {
      const id = this.ids.next();
      if (!(await this.claimed(tx, id, context, hash))) return this.answered<T>(tx, context, hash);
      const answer = await work(tx);
      await tx.run('UPDATE idempotency_key SET answer = ? WHERE id = ?', [JSON.stringify(answer ?? null), id]);
      return answer;
    });
  }

  /** Forgets keys older than 48 hours. Answers how many. */
  async purge(): Promise<number> {
    const before = this.clock.now() - keptFor;
    let purged = 0;
    for (;;) {
      const affected = await this.transactions.transaction(async (tx) => {
        const { rows } = await tx.run<{ id: string }>(`SELECT id FROM idempotency_key WHERE created_at < ? LIMIT ${purgedAtOnce}`, [before]);
        if (rows.length === 0) return 0;
        return (await tx.run(`DELETE FROM idempotency_key WHERE id IN (${rows.map(() => '?').join(', ')})`, rows.map(({ id }) => id))).affected;
      });
      purged += affected;
      if (affected < purgedAtOnce) return purged;
    }
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.purge().catch((error: unknown) => this.logger.error(error)), hour);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Inserting comes first: it is the lock on which a second request with the key waits. */
  private async claimed(tx: Tx, id: string, context: WriteContext, hash: string): Promise<boolean> {
    const { officeId, personId, key, route } = context;
    try {
      await tx.insert('idempotency_key', [
        { id, office_id: officeId, person_id: personId, request_key: key, route, body_hash: hash, answer: 'null', created_at: this.clock.now() },
      ]);
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  private async answered<T>(tx: Tx, { officeId, personId, key }: WriteContext, hash: string): Promise<T> {
    const { rows } = await tx.run<{ body_hash: string; answer: string }>(
      'SELECT body_hash, answer FROM idempotency_key WHERE person_id = ? AND office_id = ? AND request_key = ?',
      [personId, officeId, key],
    );
    const row = rows[0];
    if (!row || row.body_hash !== hash) throw new Problem('idempotency_key_reused', 409);
    return JSON.parse(row.answer) as T;
  }
}

function hashOf({ route, body }: WriteContext): string {
  return createHash('sha256').update(canonicalize([route, body]) ?? '').digest('hex');
}
