import type { FloorAgent, OfficeMoment, Floor, Queue } from '../floor';
import { lineOf, openReceptionsOf } from '../floor';
import { placesOf } from '../places';
import type { PostingBody, Who } from '../postings';
import type { Rules } from '../rules';
import { lateCost } from './late-sign-in';
import { Refusal } from './refusal';

/** An active agent of the office as the roster knows them. */
export type RosterAgent = Pick<FloorAgent, 'id'> & Who;

function weekOf(date: string): string {
  const day = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 86_400_000;
  // The first of January 1970 was a Thursday: weeks begin on Monday.
  return String(Math.floor((day + 3) / 7));
}

function mustReset(floor: Floor, queue: Queue, rules: Rules, date: string, campaign: string | null): boolean {
  const { reset, order_basis: basis, tie_break: tieBreak } = rules.policy.values.rotation;
  if (queue.basis !== basis || queue.tieBreak !== tieBreak) return true;
  if (reset === 'daily') return true;
  if (reset === 'per_campaign') return (floor.day.campaign ?? null) !== campaign;
  return reset === 'weekly' && floor.day.date !== null && weekOf(floor.day.date) !== weekOf(date);
}

/** The order a line is built in (P01): the roster, the lots, what was there before, or empty until people sign in. */
function builtOrder(basis: Queue['basis'], before: Queue | undefined, roster: readonly RosterAgent[], lots: readonly string[]): readonly string[] {
  const byRoster = roster.toSorted((a, b) => a.rosterPosition - b.rosterPosition).map((agent) => agent.id);
  switch (basis) {
    case 'fixed_roster': case 'least_new_customers': case 'weighted': return byRoster;
    case 'random': return [...lots];
    case 'manual': return [...(before?.order ?? []).filter((id) => byRoster.includes(id)), ...byRoster.filter((id) => !before?.order.includes(id))];
    case 'daily_signin': case 'manager_checkin': case 'self_checkin': return [];
  }
}

/** Who holds a place of a line, and which teams do not stand in it since they serve none of its channels (P03). */
function shapeOf(rules: Rules, channels: readonly ('visit' | 'call' | 'online')[]): Pick<Queue, 'places' | 'closedTo'> {
  const { places, team_channels: serving } = rules.policy.values.rotation;
  const closedTo = serving.filter((one) => !one.channels.some((channel) => channels.includes(channel))).map(({ team }) => team);
  return { ...(places === 'each_team' ? { places } : {}), ...(closedTo.length > 0 ? { closedTo } : {}) };
}

/**
 * Opens the business day: lines are built, or kept where the policy keeps them (P01, P04); who holds a place and whose
 * team serves other channels is what the policy says now (P03); make-up turns past their time lapse (P35).
 * @param lots the active agents in the order lots were drawn, for bases and ties decided by chance
 * @param campaign the period of other rules the day lies in (P108), by its id
 * @throws Refusal `day_already_open`
 */
export function openDay(floor: Floor, rules: Rules, roster: readonly RosterAgent[], lots: readonly string[], now: OfficeMoment, campaign: string | null = null): readonly PostingBody[] {
  if (floor.day.open && floor.day.date === now.date) throw new Refusal('day_already_open', { date: now.date });
  const postings: PostingBody[] = floor.day.open ? [...closeDay(floor)] : [];
  postings.push({ kind: 'day_opened', date: now.date, ...(campaign === null ? {} : { campaign }) });
  const { order_basis: basis, tie_break: tieBreak, queues } = rules.policy.values.rotation;
  for (const { id, channels } of queues) {
    const queue = floor.queues[id];
    const shape = shapeOf(rules, channels);
    if (!queue || mustReset(floor, queue, rules, now.date, campaign)) {
      postings.push({ kind: 'line_built', queue: id, order: builtOrder(basis, queue, roster, lots), basis, tieBreak, lots, ...shape });
    } else if (queue.places !== shape.places || queue.closedTo?.join('\n') !== shape.closedTo?.join('\n')) {
      postings.push({ kind: 'line_built', queue: id, order: queue.order, basis, tieBreak, lots: queue.lots, ...shape });
    }
    for (const credit of queue?.credits ?? []) {
      if (credit.expiresAt !== null && credit.expiresAt <= now.at) postings.push({ kind: 'credit_lapsed', queue: id, agent: credit.agent, at_turn: queue?.turn ?? 0 });
    }
  }
  return postings;
}

/** Closes the day: open receptions and waiting parties end with it, everybody signs out. */
export function closeDay(floor: Floor): readonly PostingBody[] {
  if (!floor.day.open) throw new Refusal('day_not_open');
  return [
    ...Object.values(floor.receptions).map((reception): PostingBody => ({ kind: 'reception_ended', agent: reception.agent, reception: reception.id, how: 'day_closed' })),
    ...floor.waiting.map((party): PostingBody => ({ kind: 'waiting_ended', visit: party.visit, how: 'day_closed' })),
    ...Object.values(floor.agents).flatMap((agent): PostingBody[] => agent.signedInAt === null ? [] : [{ kind: 'signed_out', agent: agent.id }]),
    { kind: 'day_closed' },
  ];
}

/**
 * An agent signs in and joins the line; being late costs what the policy says of the line (P19). A fine is no matter of the line.
 * @param isFirst whether it is their first sign-in of the business day
 * @throws Refusal `already_signed_in`
 */
export function signIn(floor: Floor, rules: Rules, agent: RosterAgent, now: OfficeMoment, isFirst = true): readonly PostingBody[] {
  if (floor.agents[agent.id]?.signedInAt != null) throw new Refusal('already_signed_in');
  const { rotation } = rules.policy.values;
  const { id, ...who } = agent;
  const postings: PostingBody[] = [{ kind: 'signed_in', agent: id, who }];
  const late = lateCost(rotation, now, isFirst);
  for (const queue of rotation.queues) {
    const built = floor.queues[queue.id];
    if (!built) continue;
    const held = built.order.includes(id);
    if (!held) postings.push({ kind: 'joined', queue: queue.id, agent: id });
    if (late.kind === 'tail' && held) postings.push({ kind: 'moved_to_tail', queue: queue.id, agent: id, reason: 'late_signin' });
    if (late.kind === 'skip_n') postings.push({ kind: 'turns_skipped', queue: queue.id, agent: id, turns: late.turns, reason: 'late_signin' });
  }
  return postings;
}

/** @throws Refusal `agent_not_signed_in`, `still_receiving` */
export function signOut(floor: Floor, agent: string): readonly PostingBody[] {
  if (floor.agents[agent]?.signedInAt == null) throw new Refusal('agent_not_signed_in');
  if (openReceptionsOf(floor, agent).length > 0) throw new Refusal('still_receiving');
  return [{ kind: 'signed_out', agent }];
}

/**
 * The manager puts the line in another order, with a reason.
 * @param order the whole visible line in its new order
 * @throws Refusal `not_the_line` when the order names other agents than the line holds
 */
export function reorder(floor: Floor, queue: string, order: readonly string[], reason: string): readonly PostingBody[] {
  const line = lineOf(floor, queue);
  if (line.length !== order.length || new Set(order).size !== order.length || order.some((agent) => !line.includes(agent))) throw new Refusal('not_the_line', { size: line.length });
  // A team that holds one place is moved as one.
  return [{ kind: 'reordered', queue, order: placesOf(floor, floor.queues[queue], order).flat(), reason }];
}
