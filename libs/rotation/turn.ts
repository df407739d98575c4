import type { Considered, ConsideredCode, ReasonData } from '@lunjie/contracts';
import { effectOf, unavailableBecause, type Unavailable } from './availability';
import { holdsOf, type Arrival } from './facts';
import { lineOf, type Credit, type Floor } from './floor';
import { placesOf } from './places';
import type { Passed } from './postings';
import type { Rules } from './rules';

/** How each agent of the line stands to one arrival, and whose turn it is. */
export interface LineView {
  readonly queue: string;
  readonly line: readonly string[];
  readonly unavailable: ReadonlyMap<string, Unavailable>;
  /** Whose turn it is: the first who can receive and has not consumed the turn. */
  readonly turnHolder: string | null;
  /** Those the pointer passes on its way to the turn-holder. */
  readonly passed: readonly Passed[];
  /** Everybody whose place had consumed its turn before. */
  readonly consumed: ReadonlySet<string>;
}

/**
 * Looks along the line from the head (S2-18, S3-01, S3-03). Where a team holds one place (P03) the first of it who can
 * receive takes its turn; one nobody of the team can take is missed once, by whom it would have been.
 */
export function lookAlong(floor: Floor, queue: string, arrival: Arrival, rules: Rules, now: number): LineView {
  const { values } = rules.policy;
  const line = lineOf(floor, queue);
  const unavailable = new Map<string, Unavailable>();
  for (const agent of line) {
    const because = unavailableBecause(floor, agent, arrival.request.channel ?? 'visit', values.rotation, values.phone, holdsOf(arrival), now);
    if (because) unavailable.set(agent, because);
  }
  const passed: Passed[] = [];
  const skips = { ...floor.queues[queue]?.skips };
  let turnHolder: string | null = null;
  const consumed = new Set<string>();
  const places = placesOf(floor, floor.queues[queue], line);
  const pass = (agents: readonly string[]): void => {
    for (const agent of agents) {
      const because = unavailable.get(agent);
      if (because) passed.push({ agent, reason: because.reason, effect: effectOf(because.reason, values) });
    }
  };
  // Who is skipped is passed once a round: the walk goes round as long as skips alone keep the turn from being taken.
  const anybodyFree = line.some((agent) => !unavailable.has(agent));
  for (let step = 0; anybodyFree && turnHolder === null; step += 1) {
    const place = places[step % places.length] ?? [];
    const ready = place.find((agent) => !unavailable.has(agent));
    if (ready === undefined) {
      if (step < places.length) pass(place.slice(0, 1));
    } else if ((skips[ready] ?? 0) > 0) {
      skips[ready] = (skips[ready] ?? 0) - 1;
      passed.push({ agent: ready, reason: 'turn_consumed', effect: 'skip' });
      for (const agent of place) consumed.add(agent);
    } else {
      pass(place.slice(0, place.indexOf(ready)));
      turnHolder = ready;
    }
  }
  return { queue, line, unavailable, turnHolder, passed: passed.filter((entry) => entry.agent !== turnHolder || entry.effect === 'skip'), consumed };
}

/** Where an agent stands in the line, and their team where a team holds one place. */
export function placeData(floor: Floor, view: LineView, agent: string): ReasonData {
  const queue = floor.queues[view.queue];
  const team = queue?.places === 'each_team' ? floor.agents[agent]?.team ?? null : null;
  return { position: view.line.indexOf(agent) + 1, of: view.line.length, lastTurnAt: queue?.tallies[agent]?.lastTurnAt ?? null, ...(team === null ? {} : { team }) };
}

/** The make-up turn to be served before the head of the line, if one may be used for this arrival (I-CREDIT, P33, P34, P36). */
export function creditFor(floor: Floor, view: LineView, rules: Rules, isNewCustomer: boolean, now: number): Credit | null {
  const queue = floor.queues[view.queue];
  const { makeup } = rules.policy.values;
  if (!queue || (makeup.customer_class === 'new_only' && !isNewCustomer)) return null;
  const usable = queue.credits.filter((credit) =>
    credit.fromTurn <= queue.turn && (credit.expiresAt === null || credit.expiresAt > now)
    && view.line.includes(credit.agent) && !view.unavailable.has(credit.agent));
  if (makeup.credit_order === 'oldest_first') return usable[0] ?? null;
  const roster = (credit: Credit) => floor.agents[credit.agent]?.rosterPosition ?? 0;
  return usable.toSorted((a, b) => roster(a) - roster(b))[0] ?? null;
}

/** The one farthest from the head who may be sent (I-LAST, P06). */
export function lastInOrder(floor: Floor, view: LineView, rules: Rules): string | null {
  const fromTail = view.line.toReversed();
  switch (rules.policy.values.rotation.last_in_order) {
    case 'farthest_present_free': return fromTail.find((agent) => !view.unavailable.has(agent)) ?? null;
    case 'farthest_present': return fromTail.find((agent) => floor.agents[agent]?.out == null) ?? null;
    case 'roster_tail': return fromTail.toSorted((a, b) => (floor.agents[b]?.rosterPosition ?? 0) - (floor.agents[a]?.rosterPosition ?? 0))
      .find((agent) => !view.unavailable.has(agent)) ?? null;
  }
}

/** Everybody of the line with the reason they were or were not the one, in line order, the chosen first. */
export function considerAll(floor: Floor, view: LineView, chosen: string | null, code: ConsideredCode, data: ReasonData, wasTurn: boolean): readonly Considered[] {
  const queue = floor.queues[view.queue];
  const others = view.line.filter((agent) => agent !== chosen).map((agent): Considered => {
    const because = view.unavailable.get(agent);
    if (because) return { agent, code: because.code, data: because.data };
    const place = placeData(floor, view, agent);
    if (view.consumed.has(agent)) return { agent, code: 'turn_consumed', data: 'team' in place ? { team: place['team'] ?? null } : {} };
    if (wasTurn) return { agent, code: code === 'chosen_makeup' && queue?.credits.some((credit) => credit.agent === agent) ? 'credit_not_for_this' : 'later_in_line', data: place };
    return { agent, code: code === 'chosen_last' ? 'before_the_last' : 'not_asked_for', data: place };
  });
  return chosen === null ? others : [{ agent: chosen, code, data }, ...others];
}
