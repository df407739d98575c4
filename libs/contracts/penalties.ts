import type { PersonRef } from './arrival';
import type { RuleNotMatchedOf } from './decision';

export const severities = ['ordinary', 'serious'] as const;
export type Severity = (typeof severities)[number];

export const penaltyStates = ['in_force', 'appealed', 'reversed', 'dismissed'] as const;
export type PenaltyState = (typeof penaltyStates)[number];

export const penaltyPostings = ['issued', 'reversed'] as const;
export type PenaltyPostingKind = (typeof penaltyPostings)[number];

/** What a verified violation or a slip brings, and why (P106). Amounts in 分. */
export interface PenaltyDecision {
  /** The row of the schedule; null where it knows no penalty. */
  readonly row: string | null;
  readonly clause: string;
  /** The how-manieth it is. */
  readonly times: number;
  readonly deductFen: number;
  readonly fineFen: number;
  readonly points: number;
  readonly loseTurns: number;
  readonly suspendFor: { readonly amount: number; readonly unit: 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' } | null;
  readonly forfeitsDeal: boolean;
  readonly escalation: 'none' | 'demotion_review' | 'dismissal' | 'expulsion';
  readonly rulesNotMatched: readonly RuleNotMatchedOf<'trigger' | 'severity' | 'slips'>[];
}

/** POST /api/offices/:officeId/penalties. A slip (过失单) has the trigger `slip`. */
export interface PenaltyRequest {
  readonly agentId: string;
  readonly trigger: string;
  readonly severity?: Severity | null;
  readonly reason: string;
  /** The deal a row that forfeits one takes away. */
  readonly dealId?: string | null;
  /** The agent's pay where the schedule takes a part of it, in 分. */
  readonly dayBasePayFen?: number;
  readonly monthBasePayFen?: number;
  readonly monthBonusFen?: number;
}

export interface PenaltyView {
  readonly id: string;
  readonly agent: PersonRef;
  readonly at: number;
  readonly trigger: string;
  readonly severity: Severity | null;
  readonly decision: PenaltyDecision;
  readonly suspendedUntil: number | null;
  readonly policyVersion: number;
  readonly entry: number;
  readonly state: PenaltyState;
  /** Null where nobody knows any more who it was. */
  readonly issuedBy: PersonRef | null;
  readonly dealId: string | null;
  readonly unit: string | null;
  /** Until when the agent may appeal; null = not at all. */
  readonly appealUntil: number | null;
  /** Why it was issued, appealed and heard; null where nobody said so, or it was erased. */
  readonly reason: string | null;
  readonly appealWords: string | null;
  readonly heardWords: string | null;
  /** What the reader may do now. */
  readonly may: readonly ('appeal' | 'hear')[];
}

/** POST …/penalties/praise. */
export interface PraiseRequest {
  readonly agentId: string;
  readonly reason: string;
}

/** Somebody did something well, and it is kept as a slip is kept. */
export interface PraiseView {
  readonly id: string;
  readonly agent: PersonRef;
  readonly at: number;
  readonly entry: number;
  readonly by: PersonRef;
  /** Null where it was erased. */
  readonly reason: string | null;
  /** The check it came of. */
  readonly check: string | null;
  /** The customer's request it came with. */
  readonly request: string | null;
}

/** GET …/penalties: newest first; agents see their own. */
export interface PenaltiesView {
  readonly penalties: readonly PenaltyView[];
  readonly praises: readonly PraiseView[];
  /** What the policy's schedule knows, for whoever issues. */
  readonly triggers: readonly PenaltyTrigger[];
}

/** One violation of the schedule and what its rows ask for. */
export interface PenaltyTrigger {
  readonly trigger: string;
  readonly clause: string;
  /** Somebody has to say how serious it is (P107). */
  readonly graded: boolean;
  /** The parts of the pay its rows take a percentage of. */
  readonly pay: readonly ('dayBasePayFen' | 'monthBasePayFen' | 'monthBonusFen')[];
  readonly forfeitsDeal: boolean;
}

/** POST …/penalties/:penaltyId/hearing. */
export interface PenaltyHearingRequest {
  readonly upheld: boolean;
  readonly reason: string;
}

/** GET …/penalties/statement: what an agent's month of penalties comes to. Money in 分. */
export interface PenaltyStatement {
  readonly agent: string;
  readonly month: string;
  readonly lines: readonly { readonly penalty: string; readonly date: string; readonly kind: PenaltyPostingKind; readonly trigger: string; readonly clause: string; readonly deductFen: number; readonly fineFen: number; readonly points: number; readonly entry: number }[];
  readonly deductFen: number;
  readonly fineFen: number;
  readonly points: number;
}
