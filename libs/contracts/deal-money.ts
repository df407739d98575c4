import type { PersonRef } from './arrival';
import type { CustomerRef } from './customers';
import type { Language } from './problem-text';

/** What a payment is for. A fee (of a name change) is no part of the price; a refund goes back to the customer. */
export const receiptKinds = ['deposit', 'price', 'loan', 'fee', 'refund'] as const;
export type ReceiptKind = (typeof receiptKinds)[number];

export const paymentMethods = ['transfer', 'card', 'cash', 'cheque', 'loan'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** POST …/deals/:dealId/receipts, by finance alone (003 §(七)): an agent never takes money. */
export interface ReceiptRequest {
  readonly kind: ReceiptKind;
  /** 分, more than 0; of a refund what goes back. */
  readonly fen: number;
  readonly method: PaymentMethod;
  /** The business date on which it came. */
  readonly paidOn: string;
}

/** POST …/receipts/:receiptId/withdrawal: a receipt is never edited, a second one takes it back. */
export interface ReceiptWithdrawalRequest {
  readonly reason: string;
}

/** A numbered receipt (收据). */
export interface ReceiptRow {
  readonly id: string;
  /** Its number in the office, without gaps. */
  readonly number: number;
  readonly deal: string;
  readonly unit: string | null;
  readonly customer: CustomerRef;
  readonly kind: ReceiptKind;
  /** Negative for a refund and for what takes a receipt back. */
  readonly fen: number;
  readonly method: PaymentMethod;
  readonly paidOn: string;
  readonly at: number;
  readonly by: PersonRef;
  /** The number of the receipt this one takes back; and of the one that took this one back. */
  readonly withdraws: number | null;
  readonly withdrawnBy: number | null;
  readonly entry: number;
  /** The first digits of that entry's hash; null in the answer to the receipt itself, which is given before the entry is chained. */
  readonly entryHash: string | null;
}

/** GET …/receipts?from=&to=: what was received, newest first, at most 500; sums are over the whole period. */
export interface ReceiptList {
  readonly receipts: readonly ReceiptRow[];
  readonly inAll: number;
  /** 分: what came in, what went back, fees. */
  readonly receivedFen: number;
  readonly refundedFen: number;
  readonly feesFen: number;
}

/** One payment that is due. */
export interface InstalmentRow {
  readonly number: number;
  readonly dueOn: string;
  readonly fen: number;
  readonly kind: 'own' | 'loan';
  /** How much of it is covered: money fills the earliest first. */
  readonly paidFen: number;
  readonly overdue: boolean;
  /** When it was demanded in writing, and when it became a breach (003 §(六)3). */
  readonly demandedOn: string | null;
  readonly breachedOn: string | null;
}

/** The money of a deal. */
export interface DealMoney {
  readonly priceFen: number | null;
  readonly receivedFen: number;
  readonly refundedFen: number;
  /** Still to be paid of the price. */
  readonly openFen: number;
  readonly overdueFen: number;
  readonly overdueSince: string | null;
  /** Fees that were charged and are not paid. */
  readonly feesOpenFen: number;
  /** Of a deal that was cancelled: what the customer is still to get back. */
  readonly toRefundFen: number;
  readonly instalments: readonly InstalmentRow[];
  readonly receipts: readonly ReceiptRow[];
}

/** GET …/arrears: deals with something overdue, the longest first. */
export interface ArrearsList {
  readonly deals: readonly {
    readonly deal: string;
    readonly unit: string | null;
    readonly customer: CustomerRef;
    readonly handler: PersonRef | null;
    readonly overdueFen: number;
    readonly since: string;
    readonly demandedOn: string | null;
    readonly breachedOn: string | null;
  }[];
}

/** One thing a customer owes: the deposit they agreed to, or a payment of the plan. */
export interface DueRow {
  readonly deal: string;
  readonly unit: string | null;
  readonly customer: CustomerRef;
  readonly handler: PersonRef | null;
  readonly kind: 'deposit' | 'own' | 'loan';
  /** Which payment of the plan; null of a deposit. */
  readonly number: number | null;
  readonly dueOn: string;
  /** What of it is not paid. */
  readonly openFen: number;
  readonly overdue: boolean;
}

/** GET …/dues: deposits that were agreed and payments of signed contracts that are not covered, the earliest first. */
export interface DuesList {
  readonly dues: readonly DueRow[];
  readonly overdueFen: number;
  readonly openFen: number;
}

type Texts = Readonly<Record<Language, string>>;

export const receiptKindTexts: Readonly<Record<ReceiptKind, Texts>> = {
  deposit: { zh: '定金', en: 'Deposit' }, price: { zh: '房款', en: 'Price' }, loan: { zh: '贷款', en: 'Loan' }, fee: { zh: '费用', en: 'Fee' }, refund: { zh: '退款', en: 'Refund' },
};
export const paymentMethodTexts: Readonly<Record<PaymentMethod, Texts>> = {
  transfer: { zh: '转账', en: 'Transfer' }, card: { zh: '刷卡', en: 'Card' }, cash: { zh: '现金', en: 'Cash' }, cheque: { zh: '支票', en: 'Cheque' }, loan: { zh: '按揭放款', en: 'Mortgage' },
};
