import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Config } from '../config/config';
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
  private readonly secret: KeyObject;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    config: Config,
  ) {
    this.secret = createSecretKey(config.secret, 'utf8');
  }

  /**
   * Runs a write in one transaction and keeps its answer with it. The same key with the same content gets that answer
   * again: a repeated work runs, meets the key at its end and is forgotten whole. When the work throws, nothing is kept
   * and the key is free again.
   * @throws Problem 409 `idempotency_key_reused` when the key came with other content
   */
  async run<T>(context: WriteContext, work: (tx: Tx) => Promise<T>): Promise<T> {
    const hash = this.hashOf(context);
    try {
      return await this.transactions.transaction(async (tx) => {
        const answer = await work(tx);
        await this.keep(tx, context, hash, answer);
        return answer;
      });
    } catch (error) {
      // What was done the first time may well be refused the second time: the answer of the first stands.
      if (!(error instanceof Problem) && !isUniqueViolation(error)) throw error;
      const kept = await this.kept<T>(context, hash);
      if (!kept) throw error;
      return kept.answer;
    }
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

  private async keep(tx: Tx, { officeId, personId, key, route }: WriteContext, hash: string, answer: unknown): Promise<void> {
    await tx.append('idempotency_key', [{
      id: this.ids.next(), office_id: officeId, person_id: personId, request_key: key, route, body_hash: hash, answer: JSON.stringify(answer ?? null), created_at: this.clock.now(),
    }]);
  }

  private kept<T>({ officeId, personId, key }: WriteContext, hash: string): Promise<{ readonly answer: T } | null> {
    return this.transactions.read(async (reading) => {
      const { rows } = await reading.run<{ body_hash: string; answer: string }>(
        'SELECT body_hash, answer FROM idempotency_key WHERE person_id = ? AND office_id = ? AND request_key = ?', [personId, officeId, key]);
      const row = rows[0];
      if (!row) return null;
      if (row.body_hash !== hash) throw new Problem('idempotency_key_reused', 409);
      return { answer: JSON.parse(row.answer) as T };
    });
  }

  /** Keyed, because bodies hold phone numbers, and a plain hash of one is guessed in no time. */
  private hashOf({ route, body }: WriteContext): string {
    return createHmac('sha256', this.secret).update(canonicalize([route, body]) ?? '').digest('hex');
  }
}
