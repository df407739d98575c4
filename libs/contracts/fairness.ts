import type { PersonRef } from './arrival';
import type { ReceptionMode } from './codes';
import type { Considered } from './decision';

/** What turns are told apart by. Wording lives in the console under `fairness.kind`. */
export const fairnessKinds = ['all', 'new', 'returning', 'weekday', 'weekend', 'grade_a', 'grade_b', 'grade_c', 'grade_d', 'ungraded'] as const;
export type FairnessKind = (typeof fairnessKinds)[number];

/** What chance says to a difference. Wording lives in the console under `fairness.verdict`. */
export const fairnessVerdicts = ['within', 'more', 'fewer'] as const;
export type FairnessVerdict = (typeof fairnessVerdicts)[number];

/** How a person stood to a turn. Wording lives in the console under `fairness.stood`. */
export const fairnessStandings = ['given', 'due', 'not_due'] as const;
export type FairnessStanding = (typeof fairnessStandings)[number];

/** Turns of one kind: what was due, what was given, and where chance alone would leave the given. */
export interface FairnessFigure {
  readonly kind: FairnessKind;
  /** The sum of the shares in the turns given while one stood in the line: a fraction. */
  readonly due: number;
  readonly given: number;
  /** By chance alone 95 of 100 such periods give from `low` to `high` turns, both included. */
  readonly low: number;
  readonly high: number;
  /** How likely chance alone is to be this far off, 0–1; corrected for how many were compared. */
  readonly chance: number;
  /** `chance` against the page's `limit`. */
  readonly verdict: FairnessVerdict;
}

/** One agent's statement; the figures in the order of `fairnessKinds`. */
export interface FairnessRow {
  readonly agent: PersonRef;
  readonly figures: readonly FairnessFigure[];
  /** Of the given turns those by which a make-up was used. */
  readonly madeUp: number;
  /** Make-up turns still owed when the period ended. */
  readonly makeupOwed: number;
}

/** GET /api/offices/:officeId/reports/fairness?from=&to=&queue=: business dates, both included. */
export interface FairnessPage {
  readonly now: number;
  readonly seq: number;
  readonly today: string;
  readonly from: string;
  readonly to: string;
  readonly queue: string;
  /** The lines that can be asked for. */
  readonly queues: readonly string[];
  /** Everybody's; an agent's own where that is all they may read. */
  readonly rows: readonly FairnessRow[];
  /** The whole office's turns, in the order of `fairnessKinds`. */
  readonly totals: readonly { readonly kind: FairnessKind; readonly given: number }[];
  readonly madeUp: number;
  readonly makeupOwed: number;
  /** How many agents were compared with each other. */
  readonly compared: number;
  /** What `chance` must not fall below for a difference to be told as luck. */
  readonly limit: number;
}

/** One turn behind a figure, as it concerns one agent. */
export interface FairnessTurn {
  readonly seq: number;
  readonly at: number;
  readonly businessDate: string;
  readonly entry: number;
  readonly receiver: PersonRef;
  readonly mode: ReceptionMode;
  readonly newCustomer: boolean;
  /** Of the visit form; null where none was given. */
  readonly grade: string | null;
  readonly stood: FairnessStanding;
  /** Why the agent was or was not the one; null where the decision did not speak of them. */
  readonly why: Considered | null;
  /** Among how many the turn was due. */
  readonly among: number;
  /** The agent's share of it, 0–1. */
  readonly share: number;
}

/** GET /api/offices/:officeId/reports/fairness/:agentId/turns?from=&to=&queue=&kind=&stood=&before=: newest first. */
export interface FairnessTurnsPage {
  readonly agent: PersonRef;
  readonly rows: readonly FairnessTurn[];
  /** How many there are in all, and what their shares come to. */
  readonly count: number;
  readonly due: number;
  readonly next: number | null;
}
