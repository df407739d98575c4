import type { PersonRef } from './arrival';
import type { AccountRow, SplitVerdict } from './commission-pages';
import type { CustomerRef } from './customers';
import type { Payee } from './ownership-facts';
import type { DealAct, DealEventKind, DealStage } from './deal-life';
import type { DealMoney } from './deal-money';
import type { CommissionPostingKind, CommissionRow, DealView } from './deals';
import type { DisputeKind, DisputeState, DisputeStep } from './disputes';

/** One thing that happened to a deal. */
export interface DealEventRow {
  readonly kind: DealEventKind;
  readonly at: number;
  readonly date: string;
  /** Null where the office's own clock acted. */
  readonly by: PersonRef | null;
  readonly entry: number;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

/** One posting of a deal's commission: nothing is edited, what changed stands beside what was. */
export interface PostingRow {
  readonly kind: CommissionPostingKind;
  /** The business date on which it counts. */
  readonly date: string;
  readonly payee: Payee;
  readonly agent: PersonRef | null;
  readonly fen: number;
  readonly entry: number;
}

/** The slip of a soft deposit (小定单, form 7): the terms as they were entered, whatever became of them. */
export interface SoftDepositView {
  readonly date: string;
  readonly unit: string;
  readonly layout: string | null;
  /** In hundredths of a square metre. */
  readonly grossArea: number | null;
  readonly priceFen: number | null;
  readonly depositFen: number | null;
  /** Until when the unit was kept (epoch ms); null where the office sets no end. */
  readonly until: number | null;
  readonly by: PersonRef | null;
  readonly entry: number;
  /** The first digits of that entry's hash. */
  readonly entryHash: string;
}

/** A signed subscription (认购书): its terms never change, and every copy has its number. */
export interface SubscriptionView {
  readonly number: number;
  readonly signedOn: string;
  readonly copies: readonly { readonly number: string; readonly holder: 'customer' | 'finance' | 'sales' }[];
  readonly terms: { readonly unit: string; readonly layout: string; readonly grossArea: number; readonly netArea: number; readonly listFen: number; readonly priceFen: number; readonly depositFen: number };
  /** SHA-256 of the terms and the numbers, as it stands in the register. */
  readonly digest: string;
  readonly entry: number;
  /** The first digits of that entry's hash. */
  readonly entryHash: string;
  /** Whether a later one, after an exchange, took its place. */
  readonly superseded: boolean;
}

/** An exchange, a change of name or a cancellation as form 16 has it; amounts in 分. */
export interface DealChangeView {
  readonly deal: string;
  readonly kind: 'exchange' | 'name_change' | 'cancellation';
  readonly date: string;
  /** Who approved it by doing it. */
  readonly by: PersonRef | null;
  readonly buyer: CustomerRef;
  /** After a change of name. */
  readonly newBuyer: CustomerRef | null;
  readonly unit: string | null;
  /** After an exchange, and what it costs more; negative for less. */
  readonly newUnit: string | null;
  readonly differenceFen: number | null;
  readonly feeFen: number;
  /** Null where it was erased. */
  readonly reason: string | null;
  /** What had been paid by then. */
  readonly paidFen: number;
  /** What it undid of the commission (negative), counted anew, and took back of what was released (negative). */
  readonly reversedFen: number;
  readonly accruedFen: number;
  readonly clawedBackFen: number;
  readonly entry: number;
  /** The first digits of that entry's hash. */
  readonly entryHash: string;
}

/** What is disputed about a deal, while it is. */
export interface DealContest {
  /** The case about it; null where the office opens none by itself and nobody did. */
  readonly case: { readonly id: string; readonly kind: DisputeKind; readonly state: DisputeState; readonly step: DisputeStep; readonly dueAt: number | null } | null;
  /** Who calls the deal theirs. */
  readonly parties: readonly PersonRef[];
  /** What could be paid out by now and waits (P103). */
  readonly waits: readonly CommissionRow[];
}

/** By when a deal is to be signed (应签日): a business date, and how many days ago that was. */
export interface DealSigningView {
  readonly dueOn: string;
  /** Null while it is in time. */
  readonly daysLate: number | null;
}

/** GET …/deals/:dealId: everything of a deal, as far as the reader may see it. */
export interface DealPage extends DealView {
  readonly buyer: CustomerRef;
  readonly handler: PersonRef | null;
  readonly listPriceFen: number | null;
  readonly depositFen: number | null;
  readonly softUntil: number | null;
  readonly depositDate: string | null;
  readonly signedDate: string | null;
  readonly deliveredDate: string | null;
  readonly endedDate: string | null;
  /** Null once it is signed or over, and where the office sets no time. */
  readonly signing: DealSigningView | null;
  /** Everything that happened, oldest first. */
  readonly history: readonly DealEventRow[];
  /** Null for a deal that began with its firm deposit. */
  readonly softDeposit: SoftDepositView | null;
  readonly subscriptions: readonly SubscriptionView[];
  /** Oldest first. */
  readonly changes: readonly DealChangeView[];
  readonly money: DealMoney;
  /** Null before the firm deposit, and where the office shows conclusions only (P152). */
  readonly split: SplitVerdict | null;
  readonly accounts: readonly AccountRow[];
  /** The ledger of the commission, oldest first. */
  readonly postings: readonly PostingRow[];
  readonly contest: DealContest | null;
  /** What the reader may do with it now. */
  readonly acts: readonly DealPageAct[];
}

/** The steps of a deal's life, and what finance and managers do beside them. */
export type DealPageAct = DealAct | 'receipt' | 'refund' | 'adjustment' | 'settlement';

export interface DealListRow {
  readonly id: string;
  readonly stage: DealStage;
  readonly unit: string | null;
  readonly customer: CustomerRef;
  readonly buyer: CustomerRef;
  readonly handler: PersonRef | null;
  readonly closer: PersonRef | null;
  readonly businessDate: string;
  readonly priceFen: number | null;
  readonly receivedFen: number;
  readonly softUntil: number | null;
  readonly disputed: boolean;
}

/** GET …/deals?stage=&agent=: newest first, at most 500; an agent's own for agents. */
export interface DealList {
  readonly deals: readonly DealListRow[];
}
