import type { NoticeKind } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions';
import { mailOutlet } from './reminder-outlets';

/** A reminder that is one of a mail. */
export interface BundledReminder {
  readonly id: string;
  readonly kind: NoticeKind | 'test';
  readonly subject_id: string | null;
}

/** More in one mail nobody reads. */
const most = 50;

/** Takes what is to be mailed to one person together. */
@Injectable()
export class MailBundles {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Takes a mail whose hour has come, with everything that waits for the same person of the office: of a first try all that
   * was never tried, of a later one what was tried together, so that the same try is the same mail under the same id.
   * Empty where another process was quicker. In the order of their ids.
   * @param at epoch ms
   * @param until when another may try them (epoch ms)
   */
  take(lead: { readonly id: string; readonly office_id: string; readonly person_id: string; readonly tries: number; readonly next_try_at: number | string }, at: number, until: number): Promise<readonly BundledReminder[]> {
    return this.transactions.transaction(async (tx) => {
      const together = lead.tries === 0 ? '' : 'AND next_try_at = ?';
      const { rows } = await tx.lock<BundledReminder & { readonly next_try_at: number | string }>(
        `SELECT id, kind, subject_id, next_try_at FROM reminder WHERE person_id = ? AND office_id = ? AND outlet = '${mailOutlet}' AND state = 'waiting' AND tries = ? ${together} ORDER BY id LIMIT ${most}`,
        [lead.person_id, lead.office_id, lead.tries, ...lead.tries === 0 ? [] : [Number(lead.next_try_at)]]);
      if (!rows.some(({ next_try_at: hour }) => Number(hour) <= at)) return [];
      await tx.run(`UPDATE reminder SET tries = tries + 1, next_try_at = ? WHERE id IN (${rows.map(() => '?').join(', ')})`, [until, ...rows.map(({ id }) => id)]);
      return rows.map(({ id, kind, subject_id }) => ({ id, kind, subject_id }));
    });
  }
}
