import type { Channel, ConsideredCode, PassedOverEffect, ReasonData } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';
import { lineOf, openReceptionsOf, type Floor } from './floor';

/** Why somebody cannot receive now: a code for the verdict card, its data, and the reason P09 is asked with. */
export interface Unavailable {
  readonly code: ConsideredCode;
  readonly data: ReasonData;
  readonly reason: string;
}

/** What the decision must know of agents beyond the floor. */
export interface Holds {
  /** Agents who declined or did not answer this arrival in time. */
  readonly notAccepted?: readonly string[];
  /** Agents with follow-ups overdue (P08). */
  readonly overdueFollowUps?: readonly string[];
  /** Agents at a limit of their own kept by another part of the office (P08). */
  readonly atLimit?: readonly string[];
  /** Agents who await a guest: somebody agreed to come about now (P08). */
  readonly pendingGuest?: readonly string[];
}

const breaks = ['lunch', 'break', 'restroom'];

function busyBecause(floor: Floor, agent: string, rotation: PolicyValues['rotation']): Unavailable | null {
  const open = openReceptionsOf(floor, agent);
  const first = open[0];
  if (!first) return null;
  const watched = rotation.unavailable_when;
  const since = Math.min(...open.map((reception) => reception.since));
  const returning = open.find((reception) => !reception.newCustomer);
  if (returning && (watched.includes('has_returning_customer') || (rotation.block_new_while_serving_old && rotation.max_parallel_customers !== null))) {
    return { code: 'returning_customer', data: { since: returning.since }, reason: 'serving' };
  }
  if (!watched.includes('busy')) return null;
  const limit = rotation.max_parallel_customers ?? 1;
  if (open.length < limit) return null;
  return limit === 1
    ? { code: 'receiving', data: { since }, reason: 'serving' }
    : { code: 'at_limit', data: { limit, actual: open.length, since }, reason: 'serving' };
}

/**
 * Why an agent cannot receive a new arrival now, or null if they can (P08).
 * @param now epoch milliseconds
 */
export function unavailableBecause(floor: Floor, agent: string, channel: Channel, rotation: PolicyValues['rotation'], phone: PolicyValues['phone'], holds: Holds & { readonly refused?: readonly string[] }, now: number): Unavailable | null {
  const standing = floor.agents[agent];
  if (!standing || standing.signedInAt === null) return { code: 'not_in_line', data: {}, reason: 'not_in_line' };
  const watched = rotation.unavailable_when;
  if (holds.refused?.includes(agent)) return { code: 'refused_by_customer', data: {}, reason: 'refused_by_customer' };
  if (holds.notAccepted?.includes(agent)) return { code: 'not_accepted', data: {}, reason: 'not_accepted' };
  if (standing.out) {
    const { reason, since, expectedBackAt } = standing.out;
    const data = { reason, since, expectedBackAt };
    if (reason === 'serving') { if (watched.includes('busy')) return { code: 'receiving', data: { since }, reason }; }
    else if (breaks.includes(reason)) { if (watched.includes('break')) return { code: 'break', data, reason }; }
    else if (watched.includes('away')) return { code: 'out', data, reason };
  }
  if (watched.includes('suspended') && standing.suspendedUntil !== null && standing.suspendedUntil > now) {
    return { code: 'suspended', data: { until: standing.suspendedUntil }, reason: 'suspended' };
  }
  const certified = channel === 'call' ? standing.certifiedCalls || phone.uncertified_may_answer : standing.certifiedVisits;
  if (watched.includes('uncertified') && !certified) return { code: 'uncertified', data: { channel }, reason: 'uncertified' };
  if (watched.includes('overdue_followups') && holds.overdueFollowUps?.includes(agent)) return { code: 'overdue_followups', data: {}, reason: 'overdue_followups' };
  if (watched.includes('pending_guest') && holds.pendingGuest?.includes(agent)) return { code: 'pending_guest', data: {}, reason: 'pending_guest' };
  if (watched.includes('at_limit') && holds.atLimit?.includes(agent)) return { code: 'at_limit', data: {}, reason: 'at_limit' };
  return busyBecause(floor, agent, rotation);
}

/** What passing an agent over for this reason does to their turn: P11 at the door, else P09, else whether the reason earns a make-up (P30, P31). */
export function effectOf(reason: string, values: PolicyValues): PassedOverEffect {
  const { passed_over_effect: effects, advance, door_duty: door } = values.rotation;
  if (reason === 'refused_by_customer' || reason === 'not_in_line' || reason === 'awaiting_release') return 'keep_place';
  const stated = effects[reason as keyof typeof effects];
  if (reason === 'door_duty' && door.enabled) return door.makeup ? 'credit' : stated === 'keep_place' ? stated : 'lose_turn';
  if (stated) return stated;
  const { reasons, denied_reasons: denied } = values.makeup;
  if ((denied as readonly string[]).includes(reason)) return 'lose_turn';
  if ((reasons as readonly string[]).includes(reason)) return 'credit';
  return advance === 'to_tail' ? 'keep_place' : 'lose_turn';
}

/** Agents signed in and not out: those who hold the post (SN-03). */
export function onDuty(floor: Floor, queue: string): readonly string[] {
  return lineOf(floor, queue).filter((agent) => floor.agents[agent]?.out == null);
}
