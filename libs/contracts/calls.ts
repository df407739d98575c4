import type { KnownCustomer, PersonRef, Says } from './arrival';
import type { CallForm, CallFormField } from './call-form';
import type { ReceptionMode } from './codes';
import type { ReceptionDecision } from './decision';

/** POST /api/offices/:officeId/calls and …/calls/proposal: one incoming call (来电), answered. */
export interface CallRequest {
  /** The caller's number; null where it was withheld. */
  readonly phone?: string | null;
  readonly name?: string | null;
  /** Who picked up; whose turn it was where nobody says otherwise. */
  readonly answeredBy?: string | null;
  readonly rings?: number | null;
  readonly seconds?: number | null;
  readonly says: Says;
  /** For the agent asked for who was not there (000 §5). */
  readonly message?: string | null;
  readonly form?: CallForm;
  /** When the caller said they would come (epoch ms). */
  readonly invitedFor?: number | null;
  /** The receiver the desk saw proposed; another one by now is a `line_moved` problem. */
  readonly expectedReceiver?: string | null;
}

/** What a call gives of the customer, by P46 and P48. */
export const callGifts = ['claim', 'preference', 'kept', 'none', 'void'] as const;
export type CallGift = (typeof callGifts)[number];

/** What was wrong with how the call was answered, by P140: told, never punished by itself. */
export interface CallLimit {
  readonly limit: 'rings' | 'minutes';
  readonly allowed: number;
  readonly actual: number;
}

/** The answer to …/calls/proposal: nothing is written. */
export interface CallProposal {
  readonly decision: ReceptionDecision;
  readonly known: KnownCustomer | null;
  readonly policyName: string;
  /** Who took their earlier calls without owning them. */
  readonly prefers: PersonRef | null;
  readonly gives: CallGift;
  /** Required fields (P45) still empty. */
  readonly missing: readonly CallFormField[];
  readonly seq: number;
}

/** One call of the day's register, newest first. */
export interface CallRow {
  /** The id of its visit of the channel `call`. */
  readonly id: string;
  readonly entry: number;
  readonly at: number;
  readonly customerLabel: string;
  readonly customerId: string | null;
  readonly phoneMasked: string | null;
  readonly answeredBy: PersonRef | null;
  /** Who has the caller from now on: the one they asked for, or who answered. */
  readonly receiver: PersonRef | null;
  readonly askedFor: PersonRef | null;
  readonly rings: number | null;
  readonly seconds: number | null;
  readonly limits: readonly CallLimit[];
  readonly mode: ReceptionMode;
  readonly counts: boolean;
  readonly visitorClass: string;
  readonly gives: CallGift;
  readonly missing: readonly CallFormField[];
  /** Whether they had called or come before. */
  readonly repeat: boolean;
  readonly invitedFor: number | null;
  /** By when they must be called back, and whether that is done. */
  readonly callBack: { readonly dueDate: string; readonly by: PersonRef | null; readonly done: boolean } | null;
  readonly undoUntil: number | null;
  readonly undone: boolean;
  readonly decision: ReceptionDecision;
  /** What was written down beside it, without name and number (来电登记表). */
  readonly form: CallForm;
}

export interface CallAnswer {
  readonly call: CallRow;
  readonly seq: number;
}

/** GET /api/offices/:officeId/calls?date=. */
export interface CallsView {
  readonly date: string;
  /** Whose turn the next call is; null where nobody can answer. */
  readonly up: PersonRef | null;
  readonly requiredFields: readonly CallFormField[];
  readonly maxRings: number | null;
  readonly maxMinutes: number | null;
  readonly rows: readonly CallRow[];
}
