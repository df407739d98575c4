import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { isUniqueViolation } from '../platform/database/failures';
import type { Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { accountOf } from '../staff/people';

const window = 15 * 60_000;
/** An office signs in from one address, so an address may fail more often than an account. */
const most = { account: 10, address: 100 } as const;

/** What is tried: an account, from an address. */
export interface SignInTry {
  readonly account: string;
  readonly address: string;
}

/** Limits how often a sign-in may fail. Counted in the database, so that it holds over all processes. */
@Injectable()
export class SignInLimit {
  constructor(private readonly clock: Clock) {}

  /**
   * Counts a try before its password is looked at, so that tries sent at once cannot slip through.
   * @throws Problem 429 `too_many_attempts` with the seconds to wait; the refused try is not counted
   */
  async count(tx: Tx, attempt: SignInTry): Promise<void> {
    // Always in this order: two sign-ins then wait for each other instead of deadlocking.
    await this.countOne(tx, sourceOf('account', attempt), most.account);
    await this.countOne(tx, sourceOf('address', attempt), most.address);
  }

  /** Forgets the account's tries and takes this one back from the address: only failures count. */
  async succeeded(tx: Tx, attempt: SignInTry): Promise<void> {
    await tx.run('DELETE FROM sign_in_attempt WHERE source_hash = ?', [sourceOf('account', attempt)]);
    await tx.run('UPDATE sign_in_attempt SET attempts = attempts - 1 WHERE source_hash = ? AND attempts > 0', [sourceOf('address', attempt)]);
  }

  /** Forgets an account's tries: it has a new password. */
  async forgive(tx: Tx, account: string): Promise<void> {
    await tx.run('DELETE FROM sign_in_attempt WHERE source_hash = ?', [sourceOf('account', { account, address: '' })]);
  }

  /** Removes what no longer counts. */
  async purge(tx: Tx): Promise<void> {
    await tx.run('DELETE FROM sign_in_attempt WHERE window_ends_at < ?', [this.clock.now()]);
  }

  private async countOne(tx: Tx, source: string, limit: number): Promise<void> {
    const now = this.clock.now();
    await countUp(tx, source, now);
    const { rows } = await tx.run<{ attempts: number; window_ends_at: number | string }>('SELECT attempts, window_ends_at FROM sign_in_attempt WHERE source_hash = ?', [source]);
    const row = rows[0];
    if (row && row.attempts > limit) throw new Problem('too_many_attempts', 429, { seconds: Math.max(1, Math.ceil((Number(row.window_ends_at) - now) / 1000)) });
  }
}

async function countUp(tx: Tx, source: string, now: number): Promise<void> {
  const again = (): Promise<{ affected: number }> =>
    tx.run(
      `UPDATE sign_in_attempt SET attempts = CASE WHEN window_ends_at <= ? THEN 1 ELSE attempts + 1 END,
       window_ends_at = CASE WHEN window_ends_at <= ? THEN ? ELSE window_ends_at END WHERE source_hash = ?`,
      [now, now, now + window, source],
    );
  if ((await again()).affected > 0) return;
  try {
    await tx.insert('sign_in_attempt', [{ source_hash: source, attempts: 1, window_ends_at: now + window }]);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    await again();
  }
}

function sourceOf(kind: keyof typeof most, { account, address }: SignInTry): string {
  return createHash('sha256').update(`${kind}:${kind === 'account' ? accountOf(account) : address}`).digest('hex');
}
