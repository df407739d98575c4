import type { PersonRef } from './arrival';
import type { ReceptionDecision } from './decision';

/** What the turn ledger tells an agent. Wording lives in the console under `turns.kind`. */
export const turnRowKinds = [
  'taken', 'makeup_used', 'received_uncounted', 'passed', 'pass_taken_back', 'taken_back', 'reversed', 'forfeited',
  'makeup_granted', 'makeup_lapsed', 'missed_lost', 'turns_skipped', 'moved_to_tail', 'reordered', 'counter_set', 'suspended', 'suspension_lifted',
] as const;
export type TurnRowKind = (typeof turnRowKinds)[number];

/** What a row did to the agent's turns. Wording lives in the console under `turns.effect`. */
export const turnEffects = ['keep_place', 'lose_turn', 'credit', 'skip', 'owe_turn', 'to_tail'] as const;
export type TurnEffect = (typeof turnEffects)[number];

/** Reasons of the ledger beside absences and make-up reasons. Wording lives in the console under `turns.reason`. */
export const turnReasons = [
  'suspended', 'uncertified', 'not_accepted', 'refused_by_customer', 'not_in_line', 'turn_consumed', 'overdue_followups', 'pending_guest', 'at_limit',
  'late_signin', 'proved_unrelated', 'too_short', 'undone', 'handback', 'correction', 'assist', 'owner_return', 'designated', 'off_hours', 'none',
] as const;

/** One thing that happened to one agent's turns. */
export interface LedgerRow {
  /** Of the posting and the place in it: one turn taken has a row for each agent it passed. */
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  readonly businessDate: string;
  readonly queue: string | null;
  /** Null: the whole line (a new order). */
  readonly agent: PersonRef | null;
  readonly kind: TurnRowKind;
  readonly effect: TurnEffect | null;
  /** A code, or the words of an office that entered them there. */
  readonly reason: string | null;
  /** Since when the reason held, where it has a beginning. */
  readonly since: number | null;
  /** Until when a suspension holds. */
  readonly until: number | null;
  readonly turns: number;
  /** Who received instead, where somebody was passed over. */
  readonly receiver: PersonRef | null;
  /** Who ruled it and their words, where a manager did. */
  readonly ruledBy: PersonRef | null;
  readonly note: string | null;
  readonly customerLabel: string | null;
  /** The line as it was put, for a new order. */
  readonly order: readonly PersonRef[] | null;
  /** The register entry that covers it. */
  readonly entry: number;
  /** Which of the page's decisions explains it. */
  readonly decision: string | null;
}

/** An agent's account over the period, in one queue: due = taken + owed + lost. */
export interface TurnTotal {
  readonly agent: PersonRef;
  readonly queue: string;
  readonly due: number;
  readonly taken: number;
  /** Turns to be made up: gained less used in the period, so it may be negative. */
  readonly owed: number;
  readonly lost: number;
  /** Make-up turns the agent has now. */
  readonly makeupLeft: number;
  /** Receptions of the period that count as of now. */
  readonly counted: number;
}

/** GET /api/offices/:officeId/turns?from=&to=&agent=&before=: business dates, both included; newest first. */
export interface TurnsPage {
  readonly now: number;
  readonly seq: number;
  readonly today: string;
  readonly from: string;
  readonly to: string;
  readonly rows: readonly LedgerRow[];
  /** By the key rows name them with. */
  readonly decisions: Readonly<Record<string, ReceptionDecision>>;
  readonly next: string | null;
  readonly totals: readonly TurnTotal[];
}

export const turnCorrections = ['grant_makeup', 'withdraw_makeup', 'take_turns'] as const;
export type TurnCorrection = (typeof turnCorrections)[number];

/** POST /api/offices/:officeId/turns/corrections. */
export interface TurnCorrectionRequest {
  readonly agentId: string;
  readonly kind: TurnCorrection;
  readonly turns: number;
  readonly reason: string;
}
