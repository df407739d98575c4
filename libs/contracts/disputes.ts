import type { PersonRef } from './arrival';
import type { CustomerRef } from './customers';
import type { CommissionRow } from './deals';
import type { Claimant, ConflictDecision, Portion } from './ownership';

/** How a dispute came about: claims that met, a deal that several call theirs, or somebody who says it is otherwise. */
export const disputeKinds = ['registered_twice', 'deal_claimed', 'contested'] as const;
export type DisputeKind = (typeof disputeKinds)[number];

/** The steps a policy may put on the ladder (P100). */
export const disputeSteps = ['negotiate', 'supervisor', 'department', 'manager', 'department_manager'] as const;
export type DisputeStep = (typeof disputeSteps)[number];

/** `ruled` waits for the appeal's last day or its hearing; `closed` is over for good. */
export const disputeStates = ['open', 'agreed', 'ruled', 'appealed', 'closed'] as const;
export type DisputeState = (typeof disputeStates)[number];

/** How it ended: by the parties, by a ruling for one, shared, or forfeited (P102). */
export const disputeOutcomes = ['agreed', 'owner', 'shared', 'quarrel', 'refusal'] as const;
export type DisputeOutcome = (typeof disputeOutcomes)[number];

/** What is entered into a case after it was opened. Words are the register's and never change. */
export const disputeActKinds = ['statement', 'consented', 'moved_up', 'reminded', 'settled', 'appealed', 'appeal_heard', 'closed'] as const;
export type DisputeActKind = (typeof disputeActKinds)[number];

/** The facts by which cases are alike: each a fixed choice, read off the frozen file. */
export const disputeFactNames = ['kind', 'principle', 'earlier_claim', 'later_claim', 'wish', 'holder', 'contacts', 'same_day', 'deal', 'parties'] as const;
export type DisputeFactName = (typeof disputeFactNames)[number];
export type DisputeFacts = Readonly<Record<DisputeFactName, string>>;

/** One entry of the register that speaks in the case, as it stood when the case was opened. */
export interface DisputeEvidence {
  /** The kind of the register's entry. */
  readonly kind: string;
  /** Whom it speaks of; null = of the customer alone. */
  readonly agent: string | null;
  readonly at: number;
  readonly entry: number;
  /** Null in the frozen file for an entry of the very act that opened the case: the register links the two. */
  readonly hash: string | null;
  /** Its place among the kinds the policy ranks (P101), first = 0; null where the policy does not name it. */
  readonly rank: number | null;
}

/** What was known when the case was opened. Frozen: its hash stands in the register. */
export interface DisputeFile {
  readonly customer: string;
  readonly deal: string | null;
  readonly claimants: readonly Claimant[];
  readonly evidence: readonly DisputeEvidence[];
  /** What the policy's principles would say. */
  readonly proposal: ConflictDecision;
  readonly holder: string | null;
  readonly facts: DisputeFacts;
  readonly policyVersion: number;
}

/** The decision by which a dispute ended; the words of who decided are beside the register's entry. */
export interface DisputeDecision {
  readonly kind: 'dispute';
  readonly dispute: string;
  readonly outcome: DisputeOutcome;
  readonly clause: string;
  readonly owner: string | null;
  readonly ownerBefore: string | null;
  /** What the policy's principles proposed. */
  readonly proposed: string;
  readonly shares: readonly Portion[];
  readonly isAppeal: boolean;
  readonly decidedAt: number;
  readonly policyVersion: number;
}

/** POST /api/offices/:officeId/customers/:customerId/disputes. An agent is always a party; whoever manages names all of them. */
export interface DisputeRequest {
  readonly against: readonly string[];
  readonly statement: string;
}

/** POST …/disputes/:disputeId/statements. */
export interface StatementRequest {
  readonly words: string;
}

/** POST …/disputes/:disputeId/consent: a party says whose they agree it is. */
export interface ConsentRequest {
  readonly owner: string;
}

/** POST …/disputes/:disputeId/move-up: the step came to nothing. */
export interface MoveUpRequest {
  readonly reason: string;
}

/** POST …/disputes/:disputeId/ruling, and …/preview without a reason. Shares in percent, of `shared` only. */
export interface DisputeRulingRequest {
  readonly outcome: Exclude<DisputeOutcome, 'agreed'>;
  readonly owner?: string | null;
  readonly shares?: readonly { readonly agent: string; readonly percent: number }[];
  readonly reason: string;
}

/** POST …/disputes/:disputeId/appeal. */
export interface AppealRequest {
  readonly reason: string;
}

/** POST …/disputes/:disputeId/appeal/hearing. Upheld: the ruling falls and what is said here stands. */
export interface AppealHearingRequest {
  readonly upheld: boolean;
  readonly outcome?: Exclude<DisputeOutcome, 'agreed'>;
  readonly owner?: string | null;
  readonly shares?: readonly { readonly agent: string; readonly percent: number }[];
  readonly reason: string;
}

export interface DisputeRow {
  readonly id: string;
  readonly customer: CustomerRef;
  readonly kind: DisputeKind;
  readonly step: DisputeStep;
  readonly state: DisputeState;
  readonly parties: readonly PersonRef[];
  readonly openedAt: number;
  /** When the step's time is over; null = no clock. */
  readonly dueAt: number | null;
  readonly unit: string | null;
  readonly outcome: DisputeOutcome | null;
  readonly owner: PersonRef | null;
  /** The reader may do something now. */
  readonly mine: boolean;
}

/** GET …/disputes: open ones first, by time left. */
export interface DisputesView {
  readonly disputes: readonly DisputeRow[];
  readonly now: number;
}

export interface DisputeAct {
  readonly kind: DisputeActKind;
  readonly at: number;
  readonly entry: number;
  readonly hash: string;
  /** Null where the office's clock acted. */
  readonly by: PersonRef | null;
  readonly step: DisputeStep | null;
  readonly owner: PersonRef | null;
  readonly outcome: DisputeOutcome | null;
  readonly upheld: boolean | null;
  /** Null where it has none, or where they were erased. */
  readonly words: string | null;
}

/** A settled case and how alike it is. */
export interface Precedent {
  readonly id: string;
  readonly kind: DisputeKind;
  readonly customer: string;
  readonly settledAt: number;
  readonly clause: string;
  /** The clauses by which the customer was ruled on until then, e.g. by the deal that is disputed; each once, oldest first. */
  readonly clauses: readonly string[];
  readonly outcome: DisputeOutcome;
  /** Whether it went to whom the principles proposed. */
  readonly asProposed: boolean;
  readonly words: string | null;
  readonly common: readonly DisputeFactName[];
  readonly differing: readonly DisputeFactName[];
  readonly facts: DisputeFacts;
}

/** GET …/disputes/precedents?kind=&outcome=&clause=&words=&facts=. */
export interface PrecedentsView {
  readonly precedents: readonly Precedent[];
}

export const disputeActs = ['state', 'consent', 'move_up', 'rule', 'appeal', 'hear'] as const;
export type DisputeMay = (typeof disputeActs)[number];

/** GET …/disputes/:disputeId. */
export interface DisputeView {
  readonly row: DisputeRow;
  /** False where the office shows the parties the conclusion alone (P152): of the evidence and the words only the reader's own are here. */
  readonly full: boolean;
  readonly openedBy: PersonRef | null;
  readonly file: DisputeFile;
  readonly fileHash: string;
  readonly entry: number;
  readonly acts: readonly DisputeAct[];
  readonly decision: DisputeDecision | null;
  readonly precedents: readonly Precedent[];
  readonly deal: { readonly id: string; readonly unit: string | null; readonly commissionFen: number; readonly frozen: boolean; readonly shares: readonly CommissionRow[] } | null;
  /** What the reader may do now. */
  readonly may: readonly DisputeMay[];
  readonly ladder: readonly DisputeStep[];
  readonly appealUntil: number | null;
  readonly names: Readonly<Record<string, string>>;
}

/** POST …/disputes/:disputeId/preview: what a ruling would move. */
export interface RulingPreview {
  readonly owner: PersonRef | null;
  readonly ownerBefore: PersonRef | null;
  readonly commissionFen: number | null;
  readonly before: readonly CommissionRow[];
  readonly after: readonly CommissionRow[];
}
