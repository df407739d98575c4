import type { AbsenceReason, ReceptionMode } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';

/** An agent's standing on the floor, as the postings so far leave it. Instants are epoch milliseconds. */
export interface FloorAgent {
  readonly id: string;
  readonly signedInAt: number | null;
  readonly rosterPosition: number;
  /** Per cent of a full share (P17). */
  readonly weight: number;
  readonly certifiedVisits: boolean;
  readonly certifiedCalls: boolean;
  /** The team or agency they are in today; left out by signings from before teams were known here. */
  readonly team?: string | null;
  readonly out: { readonly reason: AbsenceReason; readonly since: number; readonly expectedBackAt: number | null } | null;
  readonly suspendedUntil: number | null;
  /** When they last went to the door (P11). */
  readonly doorDutyAt?: number;
}

/** A make-up turn owed to an agent. */
export interface Credit {
  readonly agent: string;
  readonly reason: string;
  readonly at: number;
  /** Usable once the queue's turn counter has reached this (P34). */
  readonly fromTurn: number;
  readonly expiresAt: number | null;
}

/** An agent's account in one queue: `due = taken + owed + lost` at every moment. */
export interface Tally {
  readonly due: number;
  readonly taken: number;
  readonly owed: number;
  readonly lost: number;
  /** Counted new customers, for orders by fewest first; may start from an opening balance. */
  readonly newCustomers: number;
  readonly lastTurnAt: number | null;
}

/** What a turn changes in a queue, kept so that the latest turn can be taken back exactly. */
export interface QueueAccounts {
  readonly order: readonly string[];
  readonly turn: number;
  readonly credits: readonly Credit[];
  /** Turns missed in the running absence that earn a make-up. */
  readonly missed: Readonly<Record<string, number>>;
  /** Turns already consumed ahead of time or skipped as a consequence (P07, P19). */
  readonly skips: Readonly<Record<string, number>>;
  readonly tallies: Readonly<Record<string, Tally>>;
}

/** One rotation: its order holds everybody who has joined since it was built; the line is those of them signed in. */
export interface Queue extends QueueAccounts {
  readonly id: string;
  readonly basis: PolicyValues['rotation']['order_basis'];
  readonly tieBreak: PolicyValues['rotation']['tie_break'];
  /** Who holds a place (P03); left out where each agent does. */
  readonly places?: 'each_team';
  /** Teams that do not stand in this line, because they serve other channels (P03). */
  readonly closedTo?: readonly string[];
  /** Lots drawn when the line was built, for bases and ties decided by chance. */
  readonly lots: readonly string[];
  readonly lastTurn: { readonly reception: string; readonly before: QueueAccounts } | null;
}

export interface OpenReception {
  readonly id: string;
  readonly visit: string;
  readonly agent: string;
  readonly queue: string;
  readonly mode: ReceptionMode;
  readonly counts: boolean;
  readonly newCustomer: boolean;
  readonly since: number;
  /** Null once accepted, or where the office has no acceptance window. */
  readonly acceptBy: number | null;
}

export interface WaitingVisit {
  readonly visit: string;
  readonly queue: string;
  readonly since: number;
  readonly waitsFor: string | null;
}

/** Everything the rotation of one office knows: the fold of its postings. */
export interface Floor {
  /** The campaign is the period of other rules the day belongs to (P04, P108); left out where there is none. */
  readonly day: { readonly date: string | null; readonly open: boolean; readonly since: number | null; readonly campaign?: string };
  readonly agents: Readonly<Record<string, FloorAgent>>;
  readonly queues: Readonly<Record<string, Queue>>;
  readonly receptions: Readonly<Record<string, OpenReception>>;
  readonly waiting: readonly WaitingVisit[];
  readonly lastChangeAt: number | null;
}

export const emptyFloor: Floor = {
  day: { date: null, open: false, since: null }, agents: {}, queues: {}, receptions: {}, waiting: [], lastChangeAt: null,
};

export const emptyTally: Tally = { due: 0, taken: 0, owed: 0, lost: 0, newCustomers: 0, lastTurnAt: null };

/** The line of a queue, head first: those of its order who are signed in and whose team stands in it. */
export function lineOf(floor: Floor, queue: string): readonly string[] {
  const held = floor.queues[queue];
  return held?.order.filter((agent) => floor.agents[agent]?.signedInAt != null && standsIn(floor, held, agent)) ?? [];
}

/** Whether an agent's turns are kept in a queue: it holds them, and their team serves its channels (P03). */
export function standsIn(floor: Pick<Floor, 'agents'>, queue: Queue, agent: string): boolean {
  const team = floor.agents[agent]?.team ?? null;
  return queue.order.includes(agent) && (team === null || queue.closedTo?.includes(team) !== true);
}

export function tallyOf(queue: QueueAccounts, agent: string): Tally {
  return queue.tallies[agent] ?? emptyTally;
}

export function openReceptionsOf(floor: Floor, agent: string): readonly OpenReception[] {
  return Object.values(floor.receptions).filter((reception) => reception.agent === agent);
}

/** An office's moment: the instant with its business date (`YYYY-MM-DD`) and wall-clock time (`HH:MM`). */
export interface OfficeMoment {
  readonly at: number;
  readonly date: string;
  readonly time: string;
}
