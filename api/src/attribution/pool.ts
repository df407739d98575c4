import type { PoolClaimAnswer, Role } from '@lunjie/contracts';
import { later } from '@lunjie/attribution';
import type { Duration } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Staff } from '../staff/staff';
import { countOf } from '../staff/ties';
import { Claims } from './claims';
import { PoolStay } from './pool-stay.entity';
import { readAs } from './read-as';

/** Who claims from the pool: an agent for themselves, or a manager who gives a customer out. */
export interface PoolActor {
  readonly id: string;
  readonly roles: readonly Role[];
}

/** A claim by which a customer comes into the pool. */
export interface GivenUp {
  readonly customer: string;
  readonly claim: { readonly id: string; readonly entry: number; readonly agent: string } | null;
  /** A code: `expired`, `reclaimed`, or why somebody's customers are given to others. */
  readonly because: string;
}

interface StayRow {
  readonly previous_agent: string | null;
  readonly since_at: number | string;
}

/** Until when (epoch ms) who lost a customer has to wait before claiming them again (P70). */
export function coolsDownUntil(sinceAt: number, coolDown: Duration | null, zone: string): number | null {
  return coolDown === null ? null : DateTime.fromMillis(sinceAt, { zone }).plus({ [`${coolDown.unit}s`]: coolDown.amount }).toMillis();
}

/** How many customers an agent has claimed from the pool on a business date. */
export function claimedOn(reading: Reading, officeId: string, agentId: string, date: string): Promise<number> {
  return countOf(reading, "SELECT COUNT(*) AS number FROM claim WHERE office_id = ? AND agent_id = ? AND source = 'pool' AND from_date = ? AND kind = 'claim'", [officeId, agentId, date]);
}

/** The shared pool (公海): customers who are nobody's, and who may claim them. */
@Injectable()
export class Pool {
  constructor(
    private readonly ids: Ids,
    private readonly floors: Floors,
    private readonly staff: Staff,
    private readonly claims: Claims,
  ) {}

  /**
   * Claims a customer out of the pool. First to claim wins; all others are told who has them.
   * @throws Problem 403 `pool_closed`, `pool_given_out`, 404 `customer_not_found`, 409 `pool_taken`, `not_in_pool`, `pool_cooling_down`, `pool_limit_reached`, 422 `not_an_agent_here`
   */
  claim(write: WriteContext, given: string, actor: PoolActor, agentId?: string): Promise<PoolClaimAnswer> {
    return this.floors.act(write, async (scene) => {
      const customerId = await readAs(scene.tx, scene.officeId, given);
      const rules = scene.rules.policy.values.pool;
      const givesOut = actor.roles.includes('manager') && agentId !== undefined;
      if (rules.who === 'nobody') throw new Problem('pool_closed', 403);
      if (!givesOut && (rules.who === 'manager' || !actor.roles.includes('agent') || (agentId ?? actor.id) !== actor.id)) throw new Problem('pool_given_out', 403);
      const agent = (await this.staff.agents(scene.tx, scene.officeId)).find(({ id, state }) => id === (agentId ?? actor.id) && state === 'active');
      if (!agent) throw new Problem('not_an_agent_here', 422);
      const stay = await this.stay(scene, customerId);
      if (!givesOut) this.refuseCooling(scene, stay, agent.id);
      const before = await claimedOn(scene.tx, scene.officeId, agent.id, scene.now.date);
      if (!givesOut && rules.grab_limit !== null && before >= rules.grab_limit) throw new Problem('pool_limit_reached', 409, { limit: rules.grab_limit });
      const entry = await this.claims.claim(scene, { id: customerId, claim: null }, agent.id, { because: 'claimed', source: 'pool' });
      const { rows: [claim] } = await scene.tx.run<{ until_date: string | null }>('SELECT until_date FROM claim WHERE office_id = ? AND entry_number = ?', [scene.officeId, entry]);
      return {
        customer: customerId, agent: { id: agent.id, name: agent.name }, until: claim?.until_date ?? null, entry,
        leftToday: rules.grab_limit === null ? null : Math.max(0, rules.grab_limit - before - 1),
      };
    });
  }

  /**
   * Takes a customer back into the pool (回收), with a reason.
   * @throws Problem 403 `pool_closed`, 404 `customer_not_found`, 409 `in_pool_already`
   */
  reclaim(write: WriteContext, given: string, reason: string): Promise<{ readonly entry: number }> {
    return this.floors.act(write, async (scene) => {
      const customerId = await readAs(scene.tx, scene.officeId, given);
      if (scene.rules.policy.values.pool.who === 'nobody') throw new Problem('pool_closed', 403);
      const { rows: [customer] } = await scene.tx.run<{ claim_id: string | null; entry_number: number | string | null; agent_id: string | null; stay_id: string | null }>(
        `SELECT k.id AS claim_id, k.entry_number, k.agent_id, s.id AS stay_id FROM customer c LEFT JOIN claim k ON k.customer_id = c.id AND k.kind = 'claim' AND k.ended_at IS NULL
         LEFT JOIN pool_stay s ON s.customer_id = c.id AND s.left_at IS NULL WHERE c.office_id = ? AND c.id = ?`, [scene.officeId, customerId]);
      if (customer?.stay_id != null) throw new Problem('in_pool_already', 409);
      const claim = customer?.claim_id == null || customer.agent_id === null ? null : { id: customer.claim_id, agent: customer.agent_id, entry: Number(customer.entry_number) };
      return { entry: await this.put(scene, { customer: customerId, claim, because: 'reclaimed' }, reason) };
    });
  }

  /** Puts a customer into the pool and ends the claim they came by. Answers the number of the entry. */
  async put(scene: Scene, { customer, claim, because }: GivenUp, reason: string | null = null): Promise<number> {
    const { retention } = scene.rules.policy.values.pool;
    const untilDate = retention === null ? null : later(scene.now.date, retention);
    const entryNumber = scene.enter({
      kind: 'claim_pooled', subject: customer, content: { claim: claim?.entry ?? null, previous: claim?.agent ?? null, until: untilDate, because },
      ...reason === null ? {} : { personal: { reason } },
    });
    if (claim) await scene.tx.run("UPDATE claim SET standing = 'ended', awaits = NULL, ended_at = ?, ended_because = 'pooled', ended_entry = ? WHERE id = ?", [scene.now.at, entryNumber, claim.id]);
    const stay: PoolStay = {
      id: this.ids.next(), officeId: scene.officeId, customerId: customer, previousAgent: claim?.agent ?? null, sinceAt: scene.now.at, sinceDate: scene.now.date, untilDate, entryNumber, leftAt: null, leftEntry: null,
    };
    await scene.tx.insert(PoolStay, [stay]);
    return entryNumber;
  }

  private async stay({ tx, officeId }: Scene, customerId: string): Promise<StayRow> {
    const { rows: [stay] } = await tx.run<StayRow>('SELECT previous_agent, since_at FROM pool_stay WHERE office_id = ? AND customer_id = ? AND left_at IS NULL', [officeId, customerId]);
    if (stay) return stay;
    const { rows: [customer] } = await tx.run<{ label: string; owner: string | null }>(
      `SELECT c.label, p.name AS owner FROM customer c LEFT JOIN claim k ON k.customer_id = c.id AND k.kind = 'claim' AND k.ended_at IS NULL LEFT JOIN person p ON p.id = k.agent_id
       WHERE c.office_id = ? AND c.id = ?`, [officeId, customerId]);
    throw customer?.owner == null ? new Problem('not_in_pool', 409) : new Problem('pool_taken', 409, { owner: customer.owner, customer: customer.label });
  }

  private refuseCooling(scene: Scene, { previous_agent: previous, since_at: since }: StayRow, agentId: string): void {
    const until = previous === agentId ? coolsDownUntil(Number(since), scene.rules.policy.values.pool.cool_down, scene.zone) : null;
    if (until !== null && until > scene.now.at) throw new Problem('pool_cooling_down', 409, { until: DateTime.fromMillis(until, { zone: scene.zone }).toFormat('yyyy-MM-dd HH:mm') });
  }
}
