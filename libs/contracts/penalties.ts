import type { PersonRef } from './arrival';
import type { RuleNotMatchedOf } from './decision';

export const severities = ['ordinary', 'serious'] as const;
export type Severity = (typeof severities)[number];

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
}

/** GET …/penalties: newest first; agents see their own. */
export interface PenaltiesView {
  readonly penalties: readonly PenaltyView[];
}
