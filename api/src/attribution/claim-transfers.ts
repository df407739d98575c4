import { claimTimes, lifeBegun } from '@lunjie/attribution';
import type { ClaimSource, DrawAssignment } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import { Problem } from '../platform/errors/problem';
import { Staff } from '../staff/staff';
import { Claim } from './claim.entity';

export interface Transferring {
  readonly because: string;
  readonly source: ClaimSource;
  /** The register entry of the act all of them are part of. */
  readonly act: number;
}

export interface HandedOver {
  /** The register entry of the hand-over, null where nobody moved. */
  readonly entry: number | null;
  readonly moved: readonly string[];
  /** Customers who are the agent's already. */
  readonly unchanged: readonly string[];
}

interface Held {
  readonly customer_id: string;
  readonly claim_id: string | null;
  readonly agent_id: string | null;
  readonly until_date: string | null;
}

const atOnce = 500;

function inChunks<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / atOnce) }, (_, index) => items.slice(index * atOnce, (index + 1) * atOnce));
}

const marks = (items: readonly unknown[]): string => items.map(() => '?').join(', ');

/** Many customers given to agents in one act: by a manager's hand, by a draw, by the line. */
@Injectable()
export class ClaimTransfers {
  constructor(
    private readonly ids: Ids,
    private readonly staff: Staff,
  ) {}

  /**
   * Hands customers over to an agent, whoever had them. The reason is kept sealed beside the entry.
   * @throws Problem 404 `customer_not_found`, 422 `not_an_agent_here`
   */
  async handOver(scene: Scene, customers: readonly string[], agentId: string, reason: string): Promise<HandedOver> {
    const agents = await this.staff.agents(scene.tx, scene.officeId);
    if (!agents.some(({ id, state }) => id === agentId && state === 'active')) throw new Problem('not_an_agent_here', 422);
    const asked = [...new Set(customers)];
    const held = await this.held(scene, asked);
    if (held.length < asked.length) throw new Problem('customer_not_found', 404);
    const isTheirs = ({ agent_id: agent, until_date: until }: Held): boolean => agent === agentId && (until === null || until >= scene.now.date);
    const moved = held.filter((each) => !isTheirs(each)).map(({ customer_id: id }) => id);
    const unchanged = held.filter(isTheirs).map(({ customer_id: id }) => id);
    if (moved.length === 0) return { entry: null, moved, unchanged };
    const entry = scene.enter({ kind: 'handed_over', subject: moved.length === 1 ? moved[0] ?? null : null, content: { to: agentId, customers: moved }, personal: { reason } });
    await this.give(scene, moved.map((customer) => ({ customer, agent: agentId })), { because: 'hand_over', source: 'hand_over', act: entry });
    return { entry, moved, unchanged };
  }

  /** Gives customers to agents from today, each by a registration of its own, and ends the claims others had. */
  async give(scene: Scene, assignments: readonly DrawAssignment[], { because, source, act }: Transferring): Promise<void> {
    const { officeId, now, rules, tx } = scene;
    const held = new Map((await this.held(scene, assignments.map(({ customer }) => customer))).map((each) => [each.customer_id, each]));
    const { until, hardUntil } = lifeBegun(now.date, source, claimTimes(rules.policy.values));
    const claims: Claim[] = [];
    const ended: { readonly claim: string; readonly entry: number }[] = [];
    const fromPool: string[] = [];
    for (const { customer: customerId, agent: agentId } of assignments) {
      const entryNumber = scene.enter({ kind: 'registration', subject: customerId, content: { agent: agentId, until, because, source, ...hardUntil === null ? {} : { hardUntil }, act } });
      const before = held.get(customerId)?.claim_id ?? null;
      if (before === null) fromPool.push(customerId); else ended.push({ claim: before, entry: entryNumber });
      claims.push({
        id: this.ids.next(), officeId, customerId, agentId, kind: 'claim', source, standing: 'in_force', fromDate: now.date, fromAt: now.at, untilDate: until, hardUntil,
        refreshed: 0, lastRefreshAt: null, policyVersion: rules.version, lapsedEntry: null, awaits: null, entryNumber, endedAt: null, endedBecause: null, endedEntry: null,
      });
    }
    for (const chunk of inChunks(ended)) {
      await tx.run(
        `UPDATE claim SET standing = 'ended', awaits = NULL, ended_at = ?, ended_because = ?, ended_entry = CASE id ${chunk.map(() => 'WHEN ? THEN ?').join(' ')} END WHERE id IN (${marks(chunk)})`,
        [now.at, because, ...chunk.flatMap(({ claim, entry }) => [claim, entry]), ...chunk.map(({ claim }) => claim)]);
    }
    await tx.insert(Claim, claims);
    await this.leavePool(scene, fromPool, claims);
  }

  private async leavePool({ tx, now }: Scene, customers: readonly string[], claims: readonly Claim[]): Promise<void> {
    const entryOf = new Map(claims.map(({ customerId, entryNumber }) => [customerId, entryNumber]));
    for (const customer of customers) await tx.run('UPDATE pool_stay SET left_at = ?, left_entry = ? WHERE customer_id = ? AND left_at IS NULL', [now.at, entryOf.get(customer) ?? null, customer]);
  }

  private async held({ tx, officeId }: Scene, customers: readonly string[]): Promise<readonly Held[]> {
    const found: Held[] = [];
    for (const chunk of inChunks(customers)) {
      const { rows } = await tx.run<Held>(
        `SELECT c.id AS customer_id, k.id AS claim_id, k.agent_id, k.until_date FROM customer c LEFT JOIN claim k ON k.customer_id = c.id AND k.kind = 'claim' AND k.ended_at IS NULL
         WHERE c.office_id = ? AND c.id IN (${marks(chunk)})`, [officeId, ...chunk]);
      found.push(...rows);
    }
    return found;
  }
}
