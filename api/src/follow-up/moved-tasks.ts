import type { TaskKind } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';

/** An open follow-up whose customer is somebody else's by now. */
export interface MovedTask {
  readonly id: string;
  readonly kind: TaskKind;
  readonly customer_id: string;
  readonly entry_number: number | string;
  readonly was: string;
  readonly owner: string;
}

const claimInForce = "JOIN claim k ON k.customer_id = t.customer_id AND k.kind = 'claim' AND k.standing = 'in_force' AND k.ended_at IS NULL";

/**
 * Open follow-ups of customers who have a new owner. Nothing changes whose a customer is, or begins a follow-up, without an
 * entry about that customer; so once none was left in an office, only the customers of its later entries are looked at. How
 * far that goes is kept beside the register's head, so that a new process need not look at all of them again.
 */
@Injectable()
export class MovedTasks {
  constructor(private readonly transactions: Transactions) {}

  /** The office's last entry, where none is left; null where there are some. All reads see one state, so that none can hide behind that entry. */
  async noneUntil(reading: Reading, officeId: string): Promise<number | null> {
    const { head, settled } = await headOf(reading, officeId);
    return settled === head || (await moved(reading, officeId, settled, 1)).length === 0 ? head : null;
  }

  /** None was left up to this entry: later looks begin there. */
  async settle(officeId: string, entry: number): Promise<void> {
    await this.transactions.single('UPDATE floor SET follow_ups_settled = ? WHERE office_id = ? AND (follow_ups_settled IS NULL OR follow_ups_settled < ?)', [entry, officeId, entry]);
  }

  /** Some of an office. */
  async some(reading: Reading, officeId: string, most: number): Promise<readonly MovedTask[]> {
    const { settled } = await headOf(reading, officeId);
    return moved(reading, officeId, settled, most);
  }
}

/** The number of the office's last entry, and of the last up to which none was left. */
async function headOf(reading: Reading, officeId: string): Promise<{ readonly head: number; readonly settled: number | null }> {
  const { rows: [floor] } = await reading.run<{ head: number | string; settled: number | string | null }>('SELECT entry_number AS head, follow_ups_settled AS settled FROM floor WHERE office_id = ?', [officeId]);
  return { head: Number(floor?.head ?? 0), settled: floor?.settled == null ? null : Number(floor.settled) };
}

async function moved(reading: Reading, officeId: string, settled: number | null, most: number): Promise<readonly MovedTask[]> {
  const isLookedAtWhole = settled === null || await lapsedCameBack(reading, officeId, settled);
  const from = isLookedAtWhole ? 'follow_up_task t' : '(SELECT DISTINCT subject_id FROM register_entry WHERE office_id = ? AND number > ?) e JOIN follow_up_task t ON t.customer_id = e.subject_id';
  const { rows } = await reading.run<MovedTask>(
    `SELECT t.id, t.kind, t.customer_id, t.entry_number, t.agent_id AS was, k.agent_id AS owner FROM ${from} ${claimInForce}
     WHERE t.office_id = ? AND t.done_at IS NULL AND t.agent_id <> k.agent_id ORDER BY t.id LIMIT ${most}`, isLookedAtWhole ? [officeId] : [officeId, settled, officeId]);
  return rows;
}

/** A new policy may let lapsed claims live again, many by one entry that is about none of their customers. */
async function lapsedCameBack(reading: Reading, officeId: string, since: number): Promise<boolean> {
  const { rows } = await reading.run("SELECT 1 AS found FROM register_entry WHERE office_id = ? AND number > ? AND kind = 'claims_recomputed' LIMIT 1", [officeId, since]);
  return rows.length > 0;
}
