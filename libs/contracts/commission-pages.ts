import type { PersonRef } from './arrival';
import { hashInFours, type EntryMark } from './audit';
import type { CustomerRef } from './customers';
import type { CommissionPostingKind } from './deals';
import type { DealStage } from './deal-life';
import type { OwnershipFactName, Payee } from './ownership-facts';
import type { Language } from './problem-text';

/** One payee's part in 分, with the clause that gave it. */
export interface SplitShare {
  readonly payee: Payee;
  readonly agent: PersonRef | null;
  readonly points: number;
  /** 分 of the commission as the ruling divides it, before the team pool's part and adjustments. */
  readonly fen: number;
  readonly clause: string;
}

/** The verdict card of a split: what each share rests on, and what it would have been otherwise. */
export interface SplitVerdict {
  readonly row: string | null;
  readonly clause: string;
  readonly commissionFen: number;
  readonly shares: readonly SplitShare[];
  /** Whose credit (业绩) the deal is: separate from the commission. */
  readonly credit: readonly { readonly payee: Payee; readonly agent: PersonRef | null; readonly points: number }[];
  /** The facts the deciding rule asked for, as they were, with both compared values where something was compared. */
  readonly because: readonly { readonly fact: OwnershipFactName; readonly value: string | number | null; readonly compared: Readonly<Record<string, string | number | boolean | null>> | null }[];
  /** Had one fact been otherwise: "closed one day later: 80/20", and what that is in 分. */
  readonly otherwise: readonly { readonly fact: OwnershipFactName; readonly value: string; readonly clause: string; readonly shares: readonly SplitShare[] }[];
  readonly policyVersion: number;
}

/** What stands to a payee's account for one deal, in 分. */
export interface AccountRow {
  readonly payee: Payee;
  readonly agent: PersonRef | null;
  readonly earnedFen: number;
  readonly releasedFen: number;
}

/** POST …/deals/:dealId/adjustment: a manager's ruling moves commission between payees; the sum stays. */
export interface AdjustmentRequest {
  readonly from: AdjustmentParty;
  readonly to: AdjustmentParty;
  readonly fen: number;
  readonly reason: string;
}

export interface AdjustmentParty {
  readonly payee: Payee;
  readonly agent?: string | null;
}

/** One posting of a statement. */
export interface StatementLine {
  readonly date: string;
  readonly kind: CommissionPostingKind;
  readonly deal: string;
  readonly unit: string | null;
  readonly customer: CustomerRef;
  readonly fen: number;
  readonly entry: number;
}

export interface StatementSums {
  readonly accruedFen: number;
  readonly reversedFen: number;
  readonly adjustedFen: number;
  readonly releasedFen: number;
  readonly clawedBackFen: number;
}

/** GET …/commission/statement?month=2026-11&agent=: one's own, or anybody's for who leads, keeps the money or inspects. */
export interface CommissionStatement {
  readonly month: string;
  readonly agent: PersonRef;
  readonly lines: readonly StatementLine[];
  /** What the month brought; reversals and clawbacks are negative. */
  readonly sums: StatementSums;
  /** What was earned and not released before the month, and after it. */
  readonly openBeforeFen: number;
  readonly openAfterFen: number;
  readonly penalties: readonly { readonly date: string; readonly trigger: string; readonly clause: string; readonly deductFen: number; readonly entry: number }[];
  readonly penaltiesFen: number;
  /** Released, less clawbacks and penalties of the month: what is to be paid out. */
  readonly payableFen: number;
  /** Deals whose credit (业绩) is theirs, closed in the month; by the part of each that is. */
  readonly credit: { readonly deals: number; readonly priceFen: number };
}

/** One line of the pay-out sheet (form 14). */
export interface PayoutRow {
  readonly deal: string;
  readonly unit: string | null;
  readonly customer: CustomerRef;
  readonly stage: DealStage;
  readonly priceFen: number | null;
  readonly receivedFen: number;
  /** The price the commission counts from, and its rate: `commissionFen` of it. */
  readonly commissionFen: number;
  readonly payee: Payee;
  readonly agent: PersonRef | null;
  /** Basis points of the commission. */
  readonly points: number;
  readonly earnedFen: number;
  /** Released before the month, in it, and clawed back in it (negative). */
  readonly releasedBeforeFen: number;
  readonly releasedFen: number;
  readonly clawedBackFen: number;
  /** The entries by which it was released or clawed back in the month, in their order. */
  readonly entries: readonly EntryMark[];
}

/** GET …/commission/payout?month=: form 14 as data. */
export interface PayoutSheet {
  readonly month: string;
  readonly rows: readonly PayoutRow[];
  readonly releasedFen: number;
  readonly clawedBackFen: number;
}

/** Columns of form 14, in its order. */
export const payoutColumnTexts: Readonly<Record<'unit' | 'customer' | 'price' | 'received' | 'commission' | 'rate' | 'payee' | 'share' | 'earned' | 'amount' | 'paid' | 'clawedBack' | 'entry' | 'signature', Readonly<Record<Language, string>>>> = {
  unit: { zh: '房号', en: 'Unit' }, customer: { zh: '客户', en: 'Customer' }, price: { zh: '总价', en: 'Price' }, received: { zh: '回款', en: 'Received' }, commission: { zh: '提成', en: 'Commission' }, rate: { zh: '比例', en: 'Rate' },
  payee: { zh: '分单人', en: 'Payee' }, share: { zh: '分配比例', en: 'Share' }, earned: { zh: '应发', en: 'Earned' }, amount: { zh: '本月可发', en: 'Released this month' }, paid: { zh: '已发', en: 'Released before' }, clawedBack: { zh: '扣回', en: 'Clawed back' }, entry: { zh: '登记簿', en: 'Register' }, signature: { zh: '签收', en: 'Signature' },
};

/** The entries a row of the pay-out sheet rests on, as the sheet and its file write them. */
export const payoutEntries = ({ entries }: Pick<PayoutRow, 'entries'>): string => entries.map(({ number, hash }) => `${number} · ${hashInFours(hash)}`).join('; ');
