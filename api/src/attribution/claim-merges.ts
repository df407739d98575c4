import { hasLapsed } from '@lunjie/attribution';
import type { ClaimSource } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import { Claim } from './claim.entity';
import { Claims, leavePool } from './claims';
import { PoolStay } from './pool-stay.entity';

/** Two entries that become one person's, or cease to be. `entry` is the register entry of the merge. */
export interface MergedEntries {
  readonly from: string;
  readonly into: string;
  readonly entry: number;
}

interface Held {
  readonly customer_id: string;
  readonly agent_id: string;
  readonly from_at: number | string;
  readonly entry_number: number | string;
  readonly until_date: string | null;
  readonly hard_until: string | null;
}

interface Given {
  readonly id: string;
  readonly customer_id: string;
  readonly entry_number: number | string;
  readonly ended_at: number | string | null;
  readonly ended_because: string | null;
}

interface StayRow {
  readonly customer_id: string;
  readonly previous_agent: string | null;
  readonly since_at: number | string;
  readonly since_date: string;
  readonly until_date: string | null;
}

/** Of a merge so many entries follow its own: both claims ended, one given. */
const entriesOfMerge = 3;
const source: ClaimSource = 'merge';

/** What becomes of claims when two entries turn out to be one person's: the earlier registration stands (003 §(五)1). */
@Injectable()
export class ClaimMerges {
  constructor(
    private readonly ids: Ids,
    private readonly claims: Claims,
  ) {}

  /** One claim is left, with its last day as it was: the earlier of two that are valid, or the one that is. */
  async merged(scene: Scene, { from, into }: Omit<MergedEntries, 'entry'>): Promise<void> {
    const { rows } = await scene.tx.run<Held>(
      "SELECT customer_id, agent_id, from_at, entry_number, until_date, hard_until FROM claim WHERE customer_id IN (?, ?) AND kind = 'claim' AND ended_at IS NULL", [from, into]);
    const isOver = ({ until_date: until }: Held): number => Number(hasLapsed(until, scene.now.date));
    const [stands] = [...rows].sort((one, other) => isOver(one) - isOver(other) || Number(one.from_at) - Number(other.from_at) || Number(one.entry_number) - Number(other.entry_number));
    if (!stands) return this.poolToo(scene, from, into);
    if (stands.customer_id === into && rows.length === 1) return;
    await this.claims.endClaim(scene, from, 'merge');
    if (stands.customer_id === into) return;
    await this.claims.endClaim(scene, into, 'merge');
    const { agent_id: agentId, until_date: untilDate, hard_until: hardUntil } = stands;
    const entryNumber = scene.enter({ kind: 'registration', subject: into, content: { agent: agentId, until: untilDate, because: 'merge', source, ...hardUntil === null ? {} : { hardUntil } } });
    const claim: Claim = {
      id: this.ids.next(), officeId: scene.officeId, customerId: into, agentId, kind: 'claim', source, standing: 'in_force', fromDate: scene.now.date, fromAt: scene.now.at, untilDate, hardUntil,
      refreshed: 0, lastRefreshAt: null, policyVersion: scene.rules.version, lapsedEntry: null, awaits: null, entryNumber, endedAt: null, endedBecause: null, endedEntry: null,
    };
    await scene.tx.insert(Claim, [claim]);
    await leavePool(scene, into, entryNumber);
  }

  /** As if the merge had never been: what it gave is withdrawn, what it ended is restored, unless another claim came since. */
  async unmerged(scene: Scene, { from, into, entry }: MergedEntries): Promise<void> {
    const act = [entry + 1, entry + entriesOfMerge];
    const { rows: given } = await scene.tx.run<Given>('SELECT id, customer_id, entry_number, ended_at, ended_because FROM claim WHERE customer_id = ? AND source = ? AND entry_number BETWEEN ? AND ?', [into, source, ...act]);
    for (const claim of given) {
      // A later merge ended it: with that one undone it must not come back either.
      if (claim.ended_because === 'merge') await this.claims.restore(scene, claim.customer_id, claim);
      if (claim.ended_at === null || claim.ended_because === 'merge') await this.claims.endClaim(scene, claim.customer_id, 'withdrawn');
    }
    await this.poolNoMore(scene, into, act);
    const { rows: ended } = await scene.tx.run<Given>(
      `SELECT k.id, k.customer_id, k.entry_number, k.ended_at, k.ended_because FROM claim k WHERE k.customer_id IN (?, ?) AND k.kind = 'claim' AND k.ended_because = 'merge' AND k.ended_entry BETWEEN ? AND ?
       AND NOT EXISTS (SELECT 1 FROM claim o WHERE o.customer_id = k.customer_id AND o.kind = 'claim' AND o.ended_at IS NULL) ORDER BY k.entry_number`, [from, into, ...act]);
    for (const claim of ended) await this.claims.restore(scene, claim.customer_id, claim);
  }

  /** Both are nobody's and the entry that is merged is in the pool: the person can be claimed from there, as long as before. */
  private async poolToo(scene: Scene, from: string, into: string): Promise<void> {
    const { rows } = await scene.tx.run<StayRow>('SELECT customer_id, previous_agent, since_at, since_date, until_date FROM pool_stay WHERE customer_id IN (?, ?) AND left_at IS NULL', [from, into]);
    const [stay] = rows;
    if (!stay || rows.some((row) => row.customer_id === into)) return;
    const entryNumber = scene.enter({ kind: 'claim_pooled', subject: into, content: { claim: null, previous: stay.previous_agent, until: stay.until_date, because: 'merge' } });
    await scene.tx.insert(PoolStay, [{
      id: this.ids.next(), officeId: scene.officeId, customerId: into, previousAgent: stay.previous_agent, sinceAt: Number(stay.since_at), sinceDate: stay.since_date, untilDate: stay.until_date,
      entryNumber, leftAt: null, leftEntry: null,
    }]);
  }

  private async poolNoMore(scene: Scene, into: string, act: readonly number[]): Promise<void> {
    const { rows } = await scene.tx.run<{ id: string; entry_number: number | string }>(
      'SELECT id, entry_number FROM pool_stay WHERE customer_id = ? AND entry_number BETWEEN ? AND ?', [into, ...act]);
    for (const { id, entry_number: stay } of rows) {
      const entry = scene.enter({ kind: 'pool_left', subject: into, content: { because: 'merge', stay: Number(stay) } });
      await scene.tx.run('UPDATE pool_stay SET left_at = ?, left_entry = ? WHERE id = ?', [scene.now.at, entry, id]);
    }
  }
}
