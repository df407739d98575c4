import type { RequestClass } from './requests';
import type { CommissionPostingKind } from './deals';
import type { DisputeOutcome, DisputeStep } from './disputes';
import type { OtherPayee, Payee } from './ownership-facts';
import type { ReportPeriod, ReportSpan } from './reports';

/** How many, and the register's entries they stand under: the latest first, at most `mostEntries`. */
export interface Counted {
  readonly number: number;
  readonly entries: readonly number[];
}

/** How many entries behind one figure are named. */
export const mostEntries = 40;

/** What an agent won and lost of customers another claimed too; `shared`: several have a part of the credit. */
export interface AgentClaims {
  readonly agent: string;
  readonly won: number;
  readonly shared: number;
  readonly lost: number;
}

/** Rulings on whose customer somebody is (判客). */
export interface ClaimsConduct {
  /** In force; withdrawn and rejected ones are not counted. */
  readonly rulings: Counted;
  /** Of them those in which more than one agent had a claim. */
  readonly contested: Counted;
  /** Waiting for somebody's approval. */
  readonly proposed: Counted;
  /** By the clause that decided, the commonest first. */
  readonly clauses: readonly { readonly clause: string; readonly rulings: Counted; readonly contested: number; readonly agents: readonly AgentClaims[] }[];
  readonly agents: readonly AgentClaims[];
}

export interface DisputesConduct {
  readonly opened: Counted;
  readonly settled: Counted;
  /** Not settled when the period ended, or now where it is not over. */
  readonly open: Counted;
  /** How those that were settled ended first; `to`: who got what was forfeited, null where it went to a party or stayed. */
  readonly outcomes: readonly { readonly outcome: DisputeOutcome; readonly to: OtherPayee | null; readonly settled: Counted }[];
  /** The step of the ladder they ended at. */
  readonly steps: readonly { readonly step: DisputeStep; readonly settled: number; readonly medianMs: number }[];
  readonly medianMs: number | null;
  readonly appealed: Counted;
  /** Appeals heard: the ruling stood, or it fell. */
  readonly stood: Counted;
  readonly fell: Counted;
}

export type CommissionSums = Readonly<Record<CommissionPostingKind, number>>;

/** The commission ledger's postings in 分, by the clause of the ruling that gave them. */
export interface CommissionConduct {
  readonly clauses: readonly { readonly clause: string; readonly sums: CommissionSums; readonly payees: readonly { readonly payee: Payee; readonly sums: CommissionSums }[] }[];
  readonly sums: CommissionSums;
  readonly postings: Counted;
}

/** Follow-ups due in a period; invitations and what fell away are none. The parts add up to `due`. */
export interface Timeliness {
  readonly due: number;
  readonly inTime: number;
  /** Done a day late, two or three days, later still. */
  readonly lateOne: number;
  readonly lateFew: number;
  readonly lateMore: number;
  readonly overdue: number;
  /** Not done, and still in time. */
  readonly pending: number;
}

export interface FollowUpsConduct {
  readonly total: Timeliness;
  readonly late: Counted;
  readonly overdue: Counted;
  readonly agents: readonly (Timeliness & { readonly agent: string })[];
}

/** How long something took: the middle, what nine of ten did not exceed, and the longest, in ms. */
export interface Lengths {
  readonly number: number;
  readonly medianMs: number | null;
  readonly ninetiethMs: number | null;
  readonly longestMs: number | null;
}

/** Parties nobody could receive when they came, or were free to receive afterwards. */
export interface WaitingConduct {
  readonly waited: Counted;
  /** Received in the end. */
  readonly received: number;
  readonly left: Counted;
  readonly waiting: Counted;
  /** Until they were received or left; whoever was there when the day was closed left at a time nobody knows. */
  readonly waits: Lengths;
  /** From the arrival to the first acceptance, where a reception is accepted. */
  readonly accepted: Lengths;
}

/** The parts add up to `entered`. */
export interface RequestsHandled {
  readonly entered: Counted;
  /** Answered at once, or by the time that was promised. */
  readonly kept: number;
  readonly late: Counted;
  readonly overdue: Counted;
  /** Not answered yet, and still in time. */
  readonly pending: number;
  /** Praise that needs no answer. */
  readonly unanswered: number;
  readonly satisfied: number;
  readonly partly: number;
  readonly dissatisfied: Counted;
  /** Of complaints. */
  readonly upheld: Counted;
  readonly dismissed: number;
}

export interface RequestsConduct {
  readonly total: RequestsHandled;
  readonly classes: readonly (RequestsHandled & { readonly class: RequestClass })[];
}

export interface ConductFigures {
  readonly claims: ClaimsConduct;
  readonly disputes: DisputesConduct;
  readonly commission: CommissionConduct;
  readonly followUps: FollowUpsConduct;
  readonly waiting: WaitingConduct;
  readonly requests: RequestsConduct;
}

/** GET /api/offices/:officeId/reports/conduct?period=&date=&from=&to= : ownership, money and service (归属与服务) of a period and of the one before. */
export interface ConductReport {
  readonly period: ReportPeriod;
  readonly span: ReportSpan;
  readonly previous: ReportSpan;
  readonly today: string;
  /** Only what concerns the reader is counted. */
  readonly own: boolean;
  readonly now: ConductFigures;
  readonly before: ConductFigures;
  /** Names of the agents spoken of, by id. */
  readonly names: Readonly<Record<string, string>>;
}
