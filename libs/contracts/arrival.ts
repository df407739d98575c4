import type { AbsenceReason, ReceptionMode, ReceptionOutcome, ReceptionState, VisitState } from './codes';
import type { ReceptionDecision } from './decision';
import type { Purpose } from './facts';

export type Channel = 'visit' | 'call';

/** What the customer said to the mandatory question and after it. Agents are ids, in spoken order. */
export interface Says {
  readonly firstVisit: 'yes' | 'no' | 'unclear';
  readonly earlierContact?: 'none' | 'phone' | 'visit' | 'not_said';
  readonly named?: readonly string[];
  readonly forgotName?: boolean;
  readonly requests?: string | null;
  readonly refuses?: readonly string[];
  readonly complainsAbout?: string | null;
  readonly purpose?: Purpose;
  readonly unitsWanted?: number | null;
}

/** POST /api/offices/:officeId/arrivals and …/arrivals/proposal. */
export interface ArrivalRequest {
  readonly channel?: Channel;
  readonly name?: string | null;
  readonly phone?: string | null;
  readonly says: Says;
  readonly partySize?: number | null;
  /** Registered customers (ids) who brought the visitor, or the agent whose customer they say they are friends of. */
  readonly broughtBy?: { readonly customers?: readonly string[]; readonly customerOf?: string | null } | null;
  readonly escortedBy?: string | null;
  readonly recognisedBy?: string | null;
  readonly approachedBy?: string | null;
  readonly note?: string | null;
  /** The receiver the desk saw proposed (null: nobody). Another one by now is a `line_moved` problem, so that nobody confirms what they did not see. */
  readonly expectedReceiver?: string | null;
}

/** What the register knows of the phone number typed, before anything is confirmed. */
export interface KnownCustomer {
  readonly id: string;
  readonly label: string;
  readonly phoneMasked: string | null;
  readonly owner: PersonRef | null;
  /** `YYYY-MM-DD`, the last day included; null = does not lapse. */
  readonly validUntil: string | null;
  readonly lapsed: boolean;
  readonly lastVisit: string | null;
  readonly visits: number;
}

export interface PersonRef {
  readonly id: string;
  readonly name: string;
}

/** The answer to …/arrivals/proposal: nothing is written. */
export interface ArrivalProposal {
  readonly decision: ReceptionDecision;
  readonly known: KnownCustomer | null;
  readonly policyName: string;
  /** The line's sequence the proposal was made on. */
  readonly seq: number;
  /** Seconds in which the desk can undo the confirmed arrival; 0 = not at all. */
  readonly undoSeconds: number;
}

/** One arrival in the day's register, newest first on the desk. */
export interface VisitRow {
  readonly id: string;
  /** Number of its register entry in the office's chain. */
  readonly entry: number;
  readonly at: number;
  readonly channel: Channel;
  readonly customerLabel: string;
  readonly customerId: string | null;
  readonly phoneMasked: string | null;
  readonly state: VisitState;
  readonly visitorClass: string;
  readonly mode: ReceptionMode;
  readonly counts: boolean;
  readonly receiver: PersonRef | null;
  readonly handedBackBy: PersonRef | null;
  readonly reception: ReceptionRow | null;
  readonly undoUntil: number | null;
  readonly decision: ReceptionDecision;
}

export interface ReceptionRow {
  readonly id: string;
  readonly state: ReceptionState;
  readonly startedAt: number;
  readonly acceptedAt: number | null;
  readonly acceptBy: number | null;
  readonly endedAt: number | null;
  readonly outcome: ReceptionOutcome | null;
  readonly notCountedClaim: NotCountedClaim | null;
}

/** 002 §6: a visitor said to be a peer or unrelated; agent and visitor prove it to the manager together. */
export interface NotCountedClaim {
  readonly visitorClass: string;
  readonly visitorPresent: boolean;
  readonly by: PersonRef;
  readonly at: number;
  readonly accepted: boolean | null;
  readonly ruledBy: PersonRef | null;
}

/** The answer to a confirmed arrival, an undo, a hand-back or an assignment of a waiting party. */
export interface ArrivalAnswer {
  readonly visit: VisitRow;
  readonly seq: number;
}

/** POST …/presence/out. */
export interface OutRequest {
  readonly agentId?: string;
  readonly reason: AbsenceReason;
  readonly note?: string | null;
  readonly expectedBackAt?: number | null;
}
