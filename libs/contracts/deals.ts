import type { PersonRef } from './arrival';
import type { DealStage } from './deal-life';
import type { CustomerRef } from './customers';
import type { OwnershipDecision } from './ownership';
import type { Payee } from './ownership-facts';

/** POST /api/offices/:officeId/deals: a deal that was closed. The split follows from the customer's case; nobody types it in. */
export interface DealRequest {
  readonly customer: string;
  /** The agent who handled the closing; null where a manager closed. */
  readonly closer?: string | null;
  /** The commission the deal brings, in whole 分. */
  readonly commissionFen: number;
  readonly unit?: string | null;
  /** Agents who each call the deal theirs: it is disputed from the start. */
  readonly claimedBy?: readonly string[];
}

export const dealDisputes = ['none', 'open', 'quarrel', 'refusal'] as const;
export type DealDispute = (typeof dealDisputes)[number];

/**
 * One posting of the commission ledger. Nothing is edited: a change reverses and posts anew. Accruals, reversals and
 * adjustments say what is earned; releases and clawbacks what of it may be paid out.
 */
export const commissionPostings = ['accrual', 'reversal', 'adjustment', 'release', 'clawback'] as const;
export type CommissionPostingKind = (typeof commissionPostings)[number];

export interface CommissionRow {
  readonly payee: Payee;
  /** Null where the payee is no single agent. */
  readonly agent: PersonRef | null;
  /** What stands to the payee's account for this deal, in 分. */
  readonly fen: number;
}

export interface DealView {
  readonly id: string;
  readonly customer: CustomerRef;
  readonly stage: DealStage;
  /** The unit as it is called, and its place on the board; null where the deal was entered without one. */
  readonly unit: string | null;
  readonly unitId: string | null;
  /** The agreed price in 分; null where none was entered. */
  readonly priceFen: number | null;
  readonly closer: PersonRef | null;
  readonly closedAt: number;
  readonly businessDate: string;
  readonly commissionFen: number;
  readonly dispute: DealDispute;
  /** Pay-out waits for the dispute (P103). */
  readonly frozen: boolean;
  readonly shares: readonly CommissionRow[];
  /** How it was decided; null where the office shows conclusions only (P152) and the reader does not manage. */
  readonly decision: OwnershipDecision | null;
  readonly entry: number;
}

/** How an attempt to settle a disputed deal ended (003 §(五)4). */
export const settlementResults = ['agreed', 'failed', 'quarrel', 'refusal'] as const;
export type SettlementResult = (typeof settlementResults)[number];

/** POST …/deals/:dealId/settlement. */
export interface SettlementRequest {
  readonly step: 'negotiation' | 'department';
  readonly result: SettlementResult;
  readonly reason: string;
}

/** POST …/deals/:dealId/settlement/preview. Nothing is written. */
export interface SettlementPreviewRequest {
  readonly result: SettlementResult;
}

/** What settling a deal would move: what stands to each account, then what would stand, and what of it could be paid out at once. */
export interface SettlementPreview {
  readonly before: readonly CommissionRow[];
  readonly after: readonly CommissionRow[];
  /** Negative for what would be clawed back. */
  readonly payable: readonly CommissionRow[];
}
