import type { PersonRef } from './arrival';
import type { ContactWay } from './claims';
import type { CustomerGrade, CustomerRef } from './customers';

/** Why a follow-up is due: a call to return, the interval of the grade, a date agreed on, or a visit the customer is expected for. */
export const taskKinds = ['call_back', 'cadence', 'agreed', 'invitation'] as const;
export type TaskKind = (typeof taskKinds)[number];

/** How a task ended: by a contact, by the visit it invited to, or because nothing is to be done any more. */
export const taskOutcomes = ['done', 'came', 'not_come', 'dropped'] as const;
export type TaskOutcome = (typeof taskOutcomes)[number];

/** Why a customer was given up. Wording lives in the console under `followUp.lostReasons`. */
export const lostReasons = ['bought_elsewhere', 'price', 'location', 'layout', 'credit', 'no_need', 'unreachable', 'other'] as const;
export type LostReason = (typeof lostReasons)[number];

/** One follow-up to do, or done. */
export interface TaskRow {
  readonly id: string;
  readonly kind: TaskKind;
  readonly customer: CustomerRef;
  readonly grade: CustomerGrade | null;
  readonly agent: PersonRef;
  /** The last day it may be done on. */
  readonly dueDate: string;
  /** When it is overdue (epoch ms); an invitation: when they are expected. */
  readonly dueAt: number;
  readonly way: ContactWay | null;
  /** What to do, as the agent wrote it. */
  readonly step: string | null;
  /** 0 in time, 1 overdue, 2 the supervisor knows, 3 the manager knows. */
  readonly level: number;
  readonly doneAt: number | null;
  readonly outcome: TaskOutcome | null;
  /** Whether the reader may call them: the phone is revealed one by one and recorded. */
  readonly mayCall: boolean;
}

/** GET /api/offices/:officeId/follow-ups: an agent's own; for a manager everybody's overdue ones. */
export interface FollowUpsView {
  readonly today: string;
  readonly overdue: readonly TaskRow[];
  readonly due: readonly TaskRow[];
  readonly next: readonly TaskRow[];
  /** Overdue follow-ups keep the agent out of the line by the office's rules (P08). */
  readonly holdsFromLine: boolean;
  /** Hours in which customers are not called (`HH:MM` of the office); null where the office sets none. */
  readonly quietHours: { readonly from: string; readonly until: string } | null;
}

/** GET …/follow-ups/expected?date=: visits agreed on for a day. No phone number. */
export interface ExpectedVisit {
  readonly id: string;
  readonly customer: CustomerRef;
  readonly agent: PersonRef;
  readonly at: number;
  readonly state: 'expected' | 'came' | 'not_come';
}
export interface ExpectedVisits {
  readonly date: string;
  readonly visits: readonly ExpectedVisit[];
}

/** GET …/customers/:customerId/follow-ups: the tracking sheet (客户追踪表); the contacts themselves come with the claims. */
export interface FollowUpSheet {
  readonly open: readonly TaskRow[];
  /** Newest first, at most a hundred. */
  readonly done: readonly TaskRow[];
  readonly lost: { readonly at: number; readonly reason: LostReason; readonly note: string | null; readonly by: PersonRef | null } | null;
  /** Whether the reader may plan, give the customer up or take them back. */
  readonly mayAct: boolean;
}

/** One contact in the sheet of an agent. */
export interface TrackedContact {
  readonly at: number;
  readonly way: ContactWay;
  readonly connected: boolean;
  readonly note: string | null;
}

/** GET …/follow-ups/sheet?agent=: an agent's customers of grade A and B with their contacts, oldest first (客户追踪表, 003 §(四)1). */
export interface TrackedCustomers {
  readonly agent: PersonRef;
  readonly date: string;
  readonly customers: readonly {
    readonly customer: CustomerRef;
    readonly grade: CustomerGrade;
    readonly source: string | null;
    readonly contacts: readonly TrackedContact[];
    /** What is to be done next, and by when. */
    readonly next: { readonly dueDate: string; readonly step: string | null } | null;
  }[];
}

/** POST …/customers/:customerId/follow-ups: what is to be done next, or when the customer comes. */
export interface TaskRequest {
  readonly dueDate?: string | null;
  readonly way?: ContactWay | null;
  readonly step?: string | null;
  readonly invitedFor?: number | null;
}

/** POST …/customers/:customerId/lost. */
export interface LostRequest {
  readonly reason: LostReason;
  readonly note?: string | null;
}
