import type { PersonRef } from './arrival';
import type { CustomerRef, HouseholdRelation } from './customers';

/** POST …/customers/:customerId/phones. */
export interface AddPhoneRequest {
  readonly phone: string;
  /** It becomes the one that is called first. */
  readonly primary?: boolean;
}
export interface PhoneAdded {
  readonly phone: string;
  readonly entry: number;
}

/** POST …/customers/:customerId/phones/:phoneId/end: the number is theirs no more. */
export interface EndPhoneRequest {
  readonly reason: string;
}

/** POST …/customers/:customerId/household: the other is the customer's `relation`. */
export interface LinkRequest {
  readonly other: string;
  readonly relation: HouseholdRelation;
}
export interface Linked {
  readonly link: string;
  readonly entry: number;
}

/** POST …/customers/:customerId/household/:linkId/end. */
export interface UnlinkRequest {
  readonly reason: string;
}

/** POST …/customers/:customerId/referrals: who brought this customer; several at once. */
export interface ReferralRequest {
  readonly referrers: readonly string[];
  readonly askedFor?: boolean;
}
export interface Referred {
  readonly referrals: readonly string[];
  readonly entry: number;
}

/** POST …/customers/:customerId/merge: `from` is an entry of the same person; this one is read from now on. */
export interface MergeRequest {
  readonly from: string;
  readonly reason: string;
}
export interface Merged {
  readonly merge: string;
  readonly entry: number;
}

/** POST …/customers/:customerId/merges/:mergeId/undo. */
export interface UnmergeRequest {
  readonly reason: string;
}

/** An entry that was made of an act without another answer. */
export interface Entered {
  readonly entry: number;
}

/** Why a customer of the selection would stay where they are. Wording lives in the console under `customers.stays`. */
export const staysReasons = ['already_theirs', 'nobodys', 'merged', 'not_found'] as const;
export type StaysReason = (typeof staysReasons)[number];

/** POST …/customers/hand-over/preview: nothing is written. At most 500. */
export interface HandOverPreviewRequest {
  readonly customers: readonly string[];
  /** The agent who shall have them. */
  readonly to: string;
}

export interface HandOverPreview {
  readonly to: PersonRef;
  readonly moves: readonly (CustomerRef & { readonly owner: PersonRef; readonly validUntil: string | null })[];
  readonly stays: readonly (CustomerRef & { readonly why: StaysReason })[];
  /** Covers who moves, from whom, to whom: to be sent with the hand-over. */
  readonly digest: string;
}

/** POST …/customers/hand-over. 409 `selection_changed` where not exactly those of the preview would move. */
export interface HandOverRequest extends HandOverPreviewRequest {
  readonly reason: string;
  readonly digest: string;
}
export interface HandedOver {
  readonly moved: number;
  readonly entry: number;
}

/** GET …/show-flat?date=: the show flat's own sheet (样板间客户接待记录表, SN-02). */
export interface ShowFlatSheet {
  readonly date: string;
  readonly rows: readonly ShowFlatRow[];
}

export interface ShowFlatRow {
  readonly id: string;
  readonly at: number;
  readonly customer: CustomerRef;
  readonly phoneMasked: string | null;
  readonly partySize: number | null;
  readonly by: PersonRef;
  /** Whether the office received them in person before or since. */
  readonly visitedOffice: boolean;
  /** When the sheet was handed to sales; null = still to hand over. */
  readonly handedOverAt: number | null;
  /** The agent one who never came to the sales office was referred to. */
  readonly referredTo: PersonRef | null;
  readonly entry: number;
}

/** POST …/show-flat. */
export interface ShowFlatRequest {
  readonly name: string;
  readonly phone: string;
  readonly partySize?: number | null;
  readonly note?: string | null;
}

/** POST …/show-flat/hand-over: the day's sheet goes to sales; who never came to the sales office is referred to an agent. */
export interface ShowFlatHandOverRequest {
  readonly date: string;
  /** Visitors (rows) who never came to the sales office, and who shall look after them. */
  readonly referrals: readonly { readonly row: string; readonly agent: string }[];
}
export interface ShowFlatHandedOver {
  readonly handedOver: number;
  readonly referred: number;
  readonly entry: number;
}

/** Where a customer comes from who is registered by hand, not by coming or calling: the office's earlier register, the internet, a partner's report (报备). */
export const registrationSources = ['registration', 'online', 'channel'] as const;
export type RegistrationSource = (typeof registrationSources)[number];

/** POST /api/offices/:officeId/customers: registers a customer without a visit or a call. */
export interface RegistrationRequest {
  readonly name: string;
  readonly phone: string;
  /** Whose they are to be; an agent registers for themselves alone. */
  readonly agentId: string;
  /** `registration` where none is given. */
  readonly source?: RegistrationSource;
}

/** What the source gives by P48; the earlier register always gives the claim it records. */
export interface RegistrationAnswer {
  readonly customer: string;
  readonly gives: 'claim' | 'preference' | 'none';
}
