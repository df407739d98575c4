import type { PersonRef, VisitRow } from './arrival';
import type { CallGift } from './calls';
import type { CustomerRef } from './customers';
import { dealActs } from './deal-life';
import type { Notice, NoticeKind } from './notices';
import type { PlanSheet } from './plans';
import type { DayState } from './views';

/** What a manager has to decide on: asked first in the evening meeting (晚会), before the day is told. */
export const eveningQuestionKinds: readonly NoticeKind[] = [
  'not_counted_claimed', 'late_registration', 'registrations_pending', 'household_known', 'claims_awaiting', 'dispute_to_rule', 'appeal_to_hear', 'penalty_appealed', 'complaint_to_rule', 'request_overdue_of', 'register_fault',
];

/** What the meeting hears of deals: how far they came, not what they pay. */
export const eveningDealKinds = [...dealActs, 'closed'] as const;
export type EveningDealKind = (typeof eveningDealKinds)[number];

/** An agent's day in figures. */
export interface EveningAgent {
  /** A person's id. */
  readonly agent: string;
  readonly received: number;
  readonly counted: number;
  readonly newCustomers: number;
  readonly returning: number;
  readonly calls: number;
}

/** A day in figures: what is entered when its meeting is closed. People by id. */
export interface EveningFigures {
  readonly arrivals: number;
  readonly received: number;
  readonly counted: number;
  readonly newCustomers: number;
  readonly returning: number;
  readonly calls: number;
  readonly minutes: number;
  /** How often each thing happened to a deal. */
  readonly deals: Readonly<Partial<Record<EveningDealKind, number>>>;
  readonly agents: readonly EveningAgent[];
}

export interface EveningArrival extends Pick<VisitRow, 'id' | 'entry' | 'at' | 'customerLabel' | 'customerId' | 'state' | 'receiver' | 'mode'> {
  readonly counts: boolean;
  /** Null where nobody received them. */
  readonly newCustomer: boolean | null;
}

export interface EveningCall {
  readonly id: string;
  readonly entry: number;
  readonly at: number;
  readonly customerLabel: string;
  readonly answeredBy: PersonRef | null;
  readonly gives: CallGift;
  readonly repeat: boolean;
}

export interface EveningDeal {
  readonly entry: number;
  readonly at: number;
  readonly kind: EveningDealKind;
  readonly unit: string | null;
  readonly customer: CustomerRef;
  readonly agent: PersonRef | null;
}

/** A customer an agent reported, as the manager entered it: evidence of ownership (003 §(五)1). */
export interface MinutesMention {
  readonly customer: CustomerRef;
  readonly agent: PersonRef;
  /** Number of the register's entry of the mention. */
  readonly entry: number;
}

export interface MinutesRow {
  readonly id: string;
  readonly at: number;
  readonly by: PersonRef;
  readonly entry: number;
  /** Null where they were erased. */
  readonly words: string | null;
  readonly mentions: readonly MinutesMention[];
}

/** How a day's meeting was closed: the register's entry is the day's digest. */
export interface EveningClosing {
  readonly at: number;
  readonly by: PersonRef;
  readonly entry: number;
  /** SHA-256 of the entry, in hex; covers every entry before it. */
  readonly digest: string;
  readonly figures: EveningFigures;
}

/** An entry made for the day after its meeting was closed. */
export interface LaterEntry {
  readonly entry: number;
  readonly at: number;
  readonly kind: string;
  readonly by: PersonRef | null;
}

/** GET /api/offices/:officeId/evening?date=: the day as one sheet. */
export interface EveningView {
  readonly date: string;
  readonly today: string;
  readonly now: number;
  readonly day: DayState;
  /** What is open now, oldest first; null for an earlier day whose meeting is closed. */
  readonly questions: readonly Notice[] | null;
  readonly figures: EveningFigures;
  readonly arrivals: readonly EveningArrival[];
  readonly calls: readonly EveningCall[];
  readonly deals: readonly EveningDeal[];
  readonly minutes: readonly MinutesRow[];
  readonly plans: readonly PlanSheet[];
  readonly closing: EveningClosing | null;
  /** Entries for the day that the digest does not cover. */
  readonly later: readonly LaterEntry[];
  /** Names of everybody the figures speak of. */
  readonly names: Readonly<Record<string, string>>;
  /** Whether minutes can be entered and the meeting be closed, by somebody who may. */
  readonly closable: boolean;
}

/** POST …/evening/minutes. */
export interface MinutesRequest {
  readonly date: string;
  readonly words: string;
  readonly mentions?: readonly { readonly customer: string; readonly agent: string }[];
}

/** POST …/evening/close. */
export interface EveningCloseRequest {
  readonly date: string;
}
