import { liftSuspension, reorder, standsIn, suspend, tallyOf, type Rules } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';

/** Ten years: a suspension beyond that is a slip of the finger. */
const longestSuspension = 10 * 365 * 86_400_000;

/** @throws Problem 404 `queue_unknown` for a queue the policy does not have (P03) */
export function mustBeQueue(rules: Rules, queue: string): void {
  if (!rules.policy.values.rotation.queues.some(({ id }) => id === queue)) throw new Problem('queue_unknown', 404);
}

/** What a manager may do with the line: always with a reason, always in the register. */
@Injectable()
export class Line {
  constructor(private readonly floors: Floors) {}

  /** @throws Problem 409 `not_the_line` when the line changed meanwhile */
  reorder(write: WriteContext, queue: string, order: readonly string[], reason: string): Promise<void> {
    return this.floors.act(write, async (scene) => {
      mustBeQueue(scene.rules, queue);
      scene.enter({ kind: 'line_reordered', subject: null, content: { queue, order, reason } });
      scene.post(reorder(scene.floor, queue, order, reason));
    });
  }

  /** Suspends an agent from the line until an instant (P08, 000 §12A). */
  suspend(write: WriteContext, agentId: string, until: number, reason: string): Promise<void> {
    return this.floors.act(write, async (scene) => {
      if (until > scene.now.at + longestSuspension) throw new Problem('impossible_time', 422);
      scene.enter({ kind: 'suspended', subject: agentId, content: { until, reason } });
      scene.post(suspend(scene.floor, agentId, until, reason, scene.now));
    });
  }

  liftSuspension(write: WriteContext, agentId: string, reason: string): Promise<void> {
    return this.floors.act(write, async (scene) => {
      scene.enter({ kind: 'suspension_lifted', subject: agentId, content: { reason } });
      scene.post(liftSuspension(scene.floor, scene.rules, agentId, reason, scene.ends));
    });
  }

  /** Takes turns from an agent: a penalty of the office's rules, such as not asking the mandatory question (P24, P106). */
  loseTurns(write: WriteContext, agentId: string, turns: number, reason: string): Promise<void> {
    return this.floors.act(write, async (scene) => {
      const queues = Object.values(scene.floor.queues).filter((queue) => standsIn(scene.floor, queue, agentId));
      if (queues.length === 0) throw new Problem('agent_not_signed_in', 409);
      scene.enter({ kind: 'turns_lost', subject: agentId, content: { turns, reason } });
      scene.post(queues.slice(0, 1).map((queue) => ({ kind: 'turns_skipped' as const, queue: queue.id, agent: agentId, turns, reason })));
    });
  }

  /** Sets where an agent's count of new customers starts, for an office that begins with Lunjie in mid-course (P01). */
  setCounter(write: WriteContext, queue: string, agentId: string, newCustomers: number, reason: string): Promise<void> {
    return this.floors.act(write, async (scene) => {
      mustBeQueue(scene.rules, queue);
      const held = scene.floor.queues[queue];
      if (!held?.order.includes(agentId)) throw new Problem('not_the_line', 409, { size: held?.order.length ?? 0 });
      scene.enter({ kind: 'counter_set', subject: agentId, content: { queue, newCustomers, before: tallyOf(held, agentId).newCustomers, reason } });
      scene.post([{ kind: 'counter_set', queue, agent: agentId, newCustomers, reason }]);
    });
  }
}
