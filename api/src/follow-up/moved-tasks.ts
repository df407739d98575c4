import type { TaskKind } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
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
 * far that goes is known to this process alone: a new one looks at all of them first.
 */
@Injectable()
export class MovedTasks {
  /** By office: the last entry up to which none was left. */
  private readonly settled = new Map<string, number>();

  /** Whether the office's register ends where none was left. @param head the number of its last entry */
  isSettled(officeId: string, head: number): boolean {
    return this.settled.get(officeId) === head;
  }

  /** Whether there is one. All reads see one state, so that none can hide behind the last entry. */
  async areThere(reading: Reading, officeId: string): Promise<boolean> {
    const { rows: [floor] } = await reading.run<{ entry_number: number | string }>('SELECT entry_number FROM floor WHERE office_id = ?', [officeId]);
    const head = Number(floor?.entry_number ?? 0);
    if (this.isSettled(officeId, head)) return false;
    if ((await this.some(reading, officeId, 1)).length > 0) return true;
    this.settled.set(officeId, head);
    return false;
  }

  /** Some of an office. */
  async some(reading: Reading, officeId: string, most: number): Promise<readonly MovedTask[]> {
    const since = this.settled.get(officeId);
    const isLookedAtWhole = since === undefined || await lapsedCameBack(reading, officeId, since);
    const from = isLookedAtWhole ? 'follow_up_task t' : '(SELECT DISTINCT subject_id FROM register_entry WHERE office_id = ? AND number > ?) e JOIN follow_up_task t ON t.customer_id = e.subject_id';
    const { rows } = await reading.run<MovedTask>(
      `SELECT t.id, t.kind, t.customer_id, t.entry_number, t.agent_id AS was, k.agent_id AS owner FROM ${from} ${claimInForce}
       WHERE t.office_id = ? AND t.done_at IS NULL AND t.agent_id <> k.agent_id ORDER BY t.id LIMIT ${most}`, isLookedAtWhole ? [officeId] : [officeId, since, officeId]);
    return rows;
  }
}

/** A new policy may let lapsed claims live again, many by one entry that is about none of their customers. */
async function lapsedCameBack(reading: Reading, officeId: string, since: number): Promise<boolean> {
  const { rows } = await reading.run("SELECT 1 AS found FROM register_entry WHERE office_id = ? AND number > ? AND kind = 'claims_recomputed' LIMIT 1", [officeId, since]);
  return rows.length > 0;
}
