import type { Floor, Queue } from './floor';
import { tallyOf } from './floor';
import { placesOf } from './places';

/** Bases whose order follows from the accounts after every turn; the others move by pointer. */
const computed: readonly Queue['basis'][] = ['least_new_customers', 'weighted'];

export function isComputed(basis: Queue['basis']): boolean {
  return computed.includes(basis);
}

type Rank = (agent: string) => number;

function tieRank(floor: Pick<Floor, 'agents'>, queue: Queue): Rank {
  switch (queue.tieBreak) {
    case 'roster': return (agent) => floor.agents[agent]?.rosterPosition ?? Number.MAX_SAFE_INTEGER;
    case 'earliest_signin': return (agent) => floor.agents[agent]?.signedInAt ?? Number.MAX_SAFE_INTEGER;
    case 'longest_wait': return (agent) => tallyOf(queue, agent).lastTurnAt ?? 0;
    case 'random': return (agent) => queue.lots.indexOf(agent);
  }
}

/**
 * The order of a queue after something changed: by fewest new customers (P01, D01), or by turns against weight (P17);
 * ties by the policy's tie-break and then by the place held before. Orders that move by pointer are returned as they are,
 * those of a team together where it holds one place (P03).
 */
export function settledOrder(floor: Pick<Floor, 'agents'>, queue: Queue): readonly string[] {
  if (!isComputed(queue.basis)) return queue.places === 'each_team' ? placesOf(floor, queue, queue.order).flat() : queue.order;
  const load: Rank = queue.basis === 'least_new_customers'
    ? (agent) => tallyOf(queue, agent).newCustomers
    : (agent) => tallyOf(queue, agent).due / (floor.agents[agent]?.weight ?? 100);
  const tie = tieRank(floor, queue);
  return queue.order
    .map((agent, place) => ({ agent, place }))
    .sort((a, b) => load(a.agent) - load(b.agent) || tie(a.agent) - tie(b.agent) || a.place - b.place)
    .map(({ agent }) => agent);
}

/**
 * The order after the pointer moves past the receiver: those who keep their place stay in front, the rest of the line
 * follows, then those passed over, then the receiver (rulebook §1.0, `in_turn`).
 * @param kept agents passed over who keep their place
 */
export function rotated(order: readonly string[], receiver: string, kept: ReadonlySet<string>): readonly string[] {
  const at = order.indexOf(receiver);
  const before = order.slice(0, at);
  return [...before.filter((agent) => kept.has(agent)), ...order.slice(at + 1), ...before.filter((agent) => !kept.has(agent)), receiver];
}

export function toTail(order: readonly string[], agent: string): readonly string[] {
  return [...order.filter((other) => other !== agent), agent];
}

/** As `rotated`, by places: the receiver's place goes behind the others, and the receiver behind those they share it with. */
export function placesRotated(places: readonly (readonly string[])[], receiver: string, kept: ReadonlySet<string>): readonly string[] {
  const at = places.findIndex((members) => members.includes(receiver));
  const before = places.slice(0, at);
  const keeps = (members: readonly string[]): boolean => members.some((agent) => kept.has(agent));
  return [...before.filter(keeps), ...places.slice(at + 1), ...before.filter((members) => !keeps(members)), rotated(places[at] ?? [], receiver, kept)].flat();
}

/** The agent's place goes behind the others, and the agent behind those they share it with. */
export function placeToTail(places: readonly (readonly string[])[], agent: string): readonly (readonly string[])[] {
  const own = places.find((members) => members.includes(agent)) ?? [];
  return [...places.filter((members) => members !== own), toTail(own, agent)];
}

/** Lays a new sequence of the visible line over the whole order: agents not signed in keep the slots they hold. */
export function withLine(order: readonly string[], line: readonly string[]): readonly string[] {
  const visible = new Set(line);
  const next = line[Symbol.iterator]();
  return order.map((agent) => visible.has(agent) ? next.next().value ?? agent : agent);
}
