import type { Credit, Floor, FloorAgent, Queue, QueueAccounts, Tally } from './floor';
import { emptyFloor, tallyOf } from './floor';
import { placesRotated, placeToTail, settledOrder, toTail, withLine } from './order';
import { placesOf } from './places';
import type { Posting } from './postings';

type Change = Partial<{ readonly [K in keyof Tally]: number }>;
type TurnTaken = Extract<Posting, { kind: 'turn_taken' }>;

function added(accounts: QueueAccounts, agent: string, change: Change, at: number | null = null): QueueAccounts {
  const before = tallyOf(accounts, agent);
  const tally: Tally = {
    due: before.due + (change.due ?? 0), taken: before.taken + (change.taken ?? 0), owed: before.owed + (change.owed ?? 0),
    lost: before.lost + (change.lost ?? 0), newCustomers: before.newCustomers + (change.newCustomers ?? 0),
    lastTurnAt: at ?? before.lastTurnAt,
  };
  return { ...accounts, tallies: { ...accounts.tallies, [agent]: tally } };
}

function withCount(counts: Readonly<Record<string, number>>, agent: string, value: number): Readonly<Record<string, number>> {
  const { [agent]: _dropped, ...rest } = counts;
  return value > 0 ? { ...rest, [agent]: value } : rest;
}

function withoutOneCredit(credits: readonly Credit[], agent: string): readonly Credit[] {
  const index = credits.findIndex((credit) => credit.agent === agent);
  return index < 0 ? credits : credits.toSpliced(index, 1);
}

function passOver(accounts: QueueAccounts, posting: TurnTaken): QueueAccounts {
  let next = accounts;
  for (const passed of posting.passedOver) {
    if (passed.effect === 'skip') next = { ...next, skips: withCount(next.skips, passed.agent, (next.skips[passed.agent] ?? 0) - 1) };
    if (passed.effect === 'lose_turn') next = added(next, passed.agent, { due: 1, lost: 1 });
    if (passed.effect === 'credit') {
      next = added(next, passed.agent, { due: 1, owed: 1 });
      next = { ...next, missed: withCount(next.missed, passed.agent, (next.missed[passed.agent] ?? 0) + 1) };
    }
  }
  return next;
}

function takeTurn(floor: Floor, queue: Queue, posting: TurnTaken): Queue {
  const before: QueueAccounts = { order: queue.order, turn: queue.turn, credits: queue.credits, missed: queue.missed, skips: queue.skips, tallies: queue.tallies };
  let next = passOver(before, posting);
  const newCustomers = posting.newCustomer ? 1 : 0;
  if (posting.mode === 'credit') {
    next = { ...added(next, posting.agent, { owed: -1, taken: 1, newCustomers }, posting.at), credits: withoutOneCredit(next.credits, posting.agent) };
  } else {
    next = { ...added(next, posting.agent, { due: 1, taken: 1, newCustomers }, posting.at), turn: next.turn + 1 };
  }
  const kept = posting.passedOver.filter((passed) => passed.effect === 'keep_place').map((passed) => passed.agent);
  const moved = posting.passedOver.filter((passed) => passed.effect !== 'keep_place').map((passed) => passed.agent);
  const places = placesOf(floor, queue, next.order);
  switch (posting.move) {
    case 'rotate': next = { ...next, order: placesRotated(places, posting.agent, new Set(kept)) }; break;
    case 'to_tail': next = { ...next, order: [...moved, posting.agent].reduce(placeToTail, places).flat() }; break;
    case 'owe_turn': next = { ...next, skips: withCount(next.skips, posting.agent, (next.skips[posting.agent] ?? 0) + 1) }; break;
    case 'stay': break;
  }
  return { ...queue, ...next, lastTurn: { reception: posting.reception, before } };
}

type QueuePosting = Extract<Posting, { queue: string }>;

function applyToQueue(floor: Floor, queue: Queue, posting: QueuePosting): Queue {
  switch (posting.kind) {
    case 'turn_taken': return takeTurn(floor, queue, posting);
    case 'turn_taken_back':
      return queue.lastTurn?.reception === posting.reception ? { ...queue, ...queue.lastTurn.before, lastTurn: null } : queue;
    default: return { ...queue, ...settle(floor, queue, posting), lastTurn: null };
  }
}

function settle(floor: Floor, queue: Queue, posting: Exclude<QueuePosting, { kind: 'turn_taken' | 'turn_taken_back' }>): QueueAccounts {
  const credit = (reason: string, fromTurn: number, expiresAt: number | null): Credit => ({ agent: posting.kind === 'line_built' || posting.kind === 'reordered' ? '' : posting.agent, reason, at: posting.at, fromTurn, expiresAt });
  switch (posting.kind) {
    case 'line_built': return { ...queue, order: posting.order };
    case 'joined': return queue.order.includes(posting.agent) ? queue : { ...queue, order: [...queue.order, posting.agent] };
    case 'moved_to_tail': return { ...queue, order: toTail(queue.order, posting.agent) };
    // Where teams hold the places, one of them who is not signed in must not hold back the team's new place.
    case 'reordered': return { ...queue, order: queue.places === 'each_team' ? [...posting.order, ...queue.order.filter((agent) => !posting.order.includes(agent))] : withLine(queue.order, posting.order) };
    case 'turns_skipped': return {
      ...added(queue, posting.agent, { due: posting.turns, lost: posting.turns }),
      skips: withCount(queue.skips, posting.agent, (queue.skips[posting.agent] ?? 0) + posting.turns),
    };
    case 'counter_set': return added(queue, posting.agent, { newCustomers: posting.newCustomers - tallyOf(queue, posting.agent).newCustomers });
    case 'credit_granted': {
      const paid = posting.settles === 'missed'
        ? { ...queue, missed: withCount(queue.missed, posting.agent, (queue.missed[posting.agent] ?? 0) - 1) }
        : added(queue, posting.agent, { due: 1, owed: 1 });
      return { ...paid, credits: [...queue.credits, credit(posting.reason, posting.fromTurn, posting.expiresAt)] };
    }
    case 'missed_turns_lost': return {
      ...added(queue, posting.agent, { owed: -posting.turns, lost: posting.turns }),
      missed: withCount(queue.missed, posting.agent, (queue.missed[posting.agent] ?? 0) - posting.turns),
    };
    case 'credit_lapsed': return { ...added(queue, posting.agent, { owed: -1, lost: 1 }), credits: withoutOneCredit(queue.credits, posting.agent) };
    case 'turn_reversed': {
      const back = added(queue, posting.agent, { taken: -1, newCustomers: posting.newCustomer ? -1 : 0, ...(posting.makeup ? { owed: 1 } : { due: -1 }) });
      return posting.makeup ? { ...back, credits: [...back.credits, credit(posting.reason, posting.fromTurn, posting.expiresAt)] } : back;
    }
    case 'turn_forfeited': return added(queue, posting.agent, { taken: -1, lost: 1, newCustomers: posting.newCustomer ? -1 : 0 });
  }
}

function withAgent(floor: Floor, id: string, change: Partial<FloorAgent>): Floor {
  const unknown: FloorAgent = { id, signedInAt: null, rosterPosition: 0, weight: 100, certifiedVisits: true, certifiedCalls: true, out: null, suspendedUntil: null };
  return { ...floor, agents: { ...floor.agents, [id]: { ...(floor.agents[id] ?? unknown), ...change } } };
}

/** Who joins another team stands behind those who are in it. */
function withWho(floor: Floor, id: string, change: Partial<FloorAgent>): Floor {
  const before = floor.agents[id]?.team;
  const isMoved = before !== undefined && change.team !== undefined && change.team !== before;
  const queues = !isMoved ? floor.queues : Object.fromEntries(Object.entries(floor.queues).map(([name, queue]) =>
    [name, queue.places === 'each_team' && queue.order.includes(id) ? { ...queue, order: toTail(queue.order, id), lastTurn: null } : queue]));
  return withAgent({ ...floor, queues }, id, change);
}

function withoutReception(floor: Floor, id: string): Floor {
  const { [id]: _closed, ...receptions } = floor.receptions;
  return { ...floor, receptions };
}

function applyToFloor(floor: Floor, posting: Exclude<Posting, { queue: string }>): Floor {
  switch (posting.kind) {
    case 'day_opened': return { ...floor, day: { date: posting.date, open: true, since: posting.at, ...(posting.campaign === undefined ? {} : { campaign: posting.campaign }) } };
    case 'day_closed': return { ...floor, day: { ...floor.day, open: false, since: posting.at } };
    case 'signed_in': return withWho(floor, posting.agent, { ...posting.who, signedInAt: posting.at, out: null });
    case 'agent_changed': return floor.agents[posting.agent] ? withWho(floor, posting.agent, posting.who) : floor;
    case 'signed_out': return withAgent(floor, posting.agent, { signedInAt: null, out: null });
    case 'left_office': {
      const { [posting.agent]: _gone, ...agents } = floor.agents;
      const queues = Object.fromEntries(Object.entries(floor.queues).map(([id, queue]) =>
        [id, { ...queue, order: queue.order.filter((agent) => agent !== posting.agent), lastTurn: null }]));
      return { ...floor, agents, queues };
    }
    case 'out': return withAgent(floor, posting.agent, { out: { reason: posting.reason, since: posting.at, expectedBackAt: posting.expectedBackAt } });
    case 'back': return withAgent(floor, posting.agent, { out: null });
    case 'door_duty': return withAgent(floor, posting.agent, { doorDutyAt: posting.at });
    case 'suspended': return withAgent(floor, posting.agent, { suspendedUntil: posting.until });
    case 'suspension_lifted': return withAgent(floor, posting.agent, { suspendedUntil: null });
    case 'reception_started': return { ...floor, receptions: { ...floor.receptions, [posting.reception.id]: posting.reception } };
    case 'reception_accepted': {
      const open = floor.receptions[posting.reception];
      return open ? { ...floor, receptions: { ...floor.receptions, [open.id]: { ...open, acceptBy: null } } } : floor;
    }
    case 'reception_ended': return withoutReception(floor, posting.reception);
    case 'waiting': return { ...floor, waiting: [...floor.waiting, posting.visit] };
    case 'waiting_ended': return { ...floor, waiting: floor.waiting.filter((party) => party.visit !== posting.visit) };
  }
}

function newQueue(posting: Extract<Posting, { kind: 'line_built' }>): Queue {
  return { id: posting.queue, basis: posting.basis, tieBreak: posting.tieBreak, lots: posting.lots, order: [], turn: 0, credits: [], missed: {}, skips: {}, tallies: {}, lastTurn: null };
}

function rebuilt({ places: _places, closedTo: _closed, ...queue }: Queue, { basis, tieBreak, lots, places, closedTo }: Extract<Posting, { kind: 'line_built' }>): Queue {
  return { ...queue, basis, tieBreak, lots, ...(places === undefined ? {} : { places }), ...(closedTo === undefined ? {} : { closedTo }) };
}

function settled(floor: Floor): Floor {
  let queues = floor.queues;
  for (const queue of Object.values(floor.queues)) {
    const order = settledOrder(floor, queue);
    if (order.some((agent, place) => agent !== queue.order[place])) queues = { ...queues, [queue.id]: { ...queue, order } };
  }
  return queues === floor.queues ? floor : { ...floor, queues };
}

/** The floor after one more posting. Reads nothing but its arguments; the policy's part is already in the posting. */
export function apply(floor: Floor, posting: Posting): Floor {
  let next: Floor;
  if ('queue' in posting) {
    const existing = floor.queues[posting.queue];
    const queue = posting.kind === 'line_built'
      ? rebuilt(existing ?? newQueue(posting), posting)
      : existing;
    next = queue ? { ...floor, queues: { ...floor.queues, [queue.id]: applyToQueue(floor, queue, posting) } } : floor;
  } else {
    next = applyToFloor(floor, posting);
  }
  return settled({ ...next, lastChangeAt: posting.at });
}

/** The floor that a ledger of postings describes, in their order. */
export function fold(postings: Iterable<Posting>, from: Floor = emptyFloor): Floor {
  let floor = from;
  for (const posting of postings) floor = apply(floor, posting);
  return floor;
}
