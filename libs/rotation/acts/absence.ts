import type { AbsenceReason } from '@lunjie/contracts';
import { effectOf } from '../availability';
import { coverWithout } from '../cover';
import { doorDuty } from '../door';
import type { Floor, OfficeMoment, Queue } from '../floor';
import { openReceptionsOf } from '../floor';
import type { PostingBody } from '../postings';
import type { Rules } from '../rules';
import { Refusal } from './refusal';

/** From which turn on and until when a make-up turn granted now is good (P34, P35). Days end at the office's midnight. */
export function creditTerms(queue: Queue, rules: Rules, ends: CreditEnds): { readonly fromTurn: number; readonly expiresAt: number | null } {
  const { timing, expiry } = rules.policy.values.makeup;
  return {
    fromTurn: timing === 'next_round' ? queue.turn + queue.order.length : 0,
    expiresAt: { never: null, end_of_day: ends.day, end_of_week: ends.week, end_of_month: ends.month }[expiry],
  };
}

/** The instants at which the office's running day, week and month end. */
export interface CreditEnds {
  readonly day: number;
  readonly week: number;
  readonly month: number;
}

/**
 * An agent goes out. At meals and breaks somebody stays on the post (SN-03); to the door goes whose turn it is (P11).
 * @param byManager somebody who manages enters it: enough where the office lets them leave the post short, and to send another to the door
 * @throws Refusal `agent_not_signed_in`, `already_out`, `still_receiving`, `nobody_left_on_duty`, `cover_needs_manager`, `not_next_at_door`
 */
export function goOut(floor: Floor, rules: Rules, agent: string, reason: AbsenceReason, expectedBackAt: number | null, byManager = false): readonly PostingBody[] {
  const standing = floor.agents[agent];
  if (!standing || standing.signedInAt === null) throw new Refusal('agent_not_signed_in');
  if (standing.out) throw new Refusal('already_out', { reason: standing.out.reason });
  if (openReceptionsOf(floor, agent).length > 0) throw new Refusal('still_receiving');
  const cover = coverWithout(floor, rules, reason);
  if (cover !== null && cover.remaining < cover.minimum) {
    const { minimum, remaining } = cover;
    if (rules.policy.values.rotation.below_minimum === 'refused') throw new Refusal('nobody_left_on_duty', { minimum, remaining });
    if (!byManager) throw new Refusal('cover_needs_manager', { minimum, remaining });
  }
  const door = reason === 'door_duty' ? doorDuty(floor, rules) : null;
  if (door !== null && !byManager && door.next !== agent) throw new Refusal('not_next_at_door');
  return [{ kind: 'out', agent, reason, expectedBackAt }, ...(door === null ? [] : [{ kind: 'door_duty' as const, agent }])];
}

/** Turns missed while unavailable become make-up turns as the policy says: one, as many as missed, or up to a cap (P32). */
export function settleMissed(floor: Floor, rules: Rules, agent: string, reason: string, ends: CreditEnds): readonly PostingBody[] {
  const { quantity, cap } = rules.policy.values.makeup;
  return Object.values(floor.queues).flatMap((queue): PostingBody[] => {
    const missed = queue.missed[agent] ?? 0;
    if (missed === 0) return [];
    const granted = quantity === 'one_per_absence' ? 1 : quantity === 'cap' ? Math.min(missed, cap ?? missed) : missed;
    const terms = creditTerms(queue, rules, ends);
    return [
      ...Array.from({ length: granted }, (): PostingBody => ({ kind: 'credit_granted', queue: queue.id, agent, reason, settles: 'missed', ...terms })),
      ...(missed > granted ? [{ kind: 'missed_turns_lost' as const, queue: queue.id, agent, turns: missed - granted, reason }] : []),
    ];
  });
}

/** @throws Refusal `not_out` */
export function comeBack(floor: Floor, rules: Rules, agent: string, ends: CreditEnds): readonly PostingBody[] {
  const out = floor.agents[agent]?.out;
  if (!out) throw new Refusal('not_out');
  return [{ kind: 'back', agent }, ...settleMissed(floor, rules, agent, out.reason, ends)];
}

/** What a missed turn comes to for each reason, for the agent who is about to go out. */
export function absenceEffects(rules: Rules, reasons: readonly AbsenceReason[]) {
  return reasons.map((reason) => ({ reason, effect: effectOf(reason, rules.policy.values) }));
}

/** @throws Refusal `already_past` when the suspension would end before now */
export function suspend(floor: Floor, agent: string, until: number, reason: string, now: OfficeMoment): readonly PostingBody[] {
  if (!floor.agents[agent]) throw new Refusal('agent_not_signed_in');
  if (until <= now.at) throw new Refusal('already_past');
  return [{ kind: 'suspended', agent, until, reason }];
}

/** @throws Refusal `not_suspended` */
export function liftSuspension(floor: Floor, rules: Rules, agent: string, reason: string, ends: CreditEnds): readonly PostingBody[] {
  if (floor.agents[agent]?.suspendedUntil == null) throw new Refusal('not_suspended');
  return [{ kind: 'suspension_lifted', agent, reason }, ...settleMissed(floor, rules, agent, 'suspended', ends)];
}
