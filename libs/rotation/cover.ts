import type { AbsenceReason } from '@lunjie/contracts';
import { onDuty } from './availability';
import { lineOf, type Floor } from './floor';
import type { Rules } from './rules';

/** Reasons for which one leaves the post and comes back to it. */
export const leavesThePost: readonly AbsenceReason[] = ['lunch', 'break', 'restroom'];

/** Who holds the post now, against how many must (SN-03). Instants in epoch ms. */
export interface Cover {
  readonly minimum: number;
  /** Signed in and not out, by id. */
  readonly present: readonly string[];
  readonly isShort: boolean;
  /** Since when nobody else has left; null where nobody is out. */
  readonly since: number | null;
  /** Whoever is out, the first to leave first. */
  readonly out: readonly { readonly agent: string; readonly reason: AbsenceReason; readonly since: number; readonly expectedBackAt: number | null; readonly isLate: boolean }[];
}

/** @param now epoch ms */
export function coverOf(floor: Floor, rules: Rules, now: number): Cover {
  const { minimum_on_duty: minimum, queues } = rules.policy.values.rotation;
  const queue = queues[0]?.id ?? '';
  const present = onDuty(floor, queue);
  const out = lineOf(floor, queue).flatMap((agent) => {
    const absence = floor.agents[agent]?.out;
    return absence ? [{ agent, ...absence, isLate: absence.expectedBackAt !== null && absence.expectedBackAt <= now }] : [];
  }).sort((one, other) => one.since - other.since);
  return { minimum, present, isShort: floor.day.open && present.length < minimum, since: out.at(-1)?.since ?? null, out };
}

/** How many would hold the post if an agent left it for a reason; null where that reason does not ask. */
export function coverWithout(floor: Floor, rules: Rules, reason: AbsenceReason): { readonly minimum: number; readonly remaining: number } | null {
  if (!leavesThePost.includes(reason)) return null;
  const { minimum_on_duty: minimum, queues } = rules.policy.values.rotation;
  return { minimum, remaining: onDuty(floor, queues[0]?.id ?? '').length - 1 };
}
