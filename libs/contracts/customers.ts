import type { Channel, KnownCustomer, PersonRef } from './arrival';
import type { CallFormField } from './call-form';
import type { ReceptionDecision } from './decision';
import type { ConflictDecision, OwnershipDecision } from './ownership';
import type { VisitFormField } from './visit-form';

/** What somebody is to somebody else (P42). Read as "the other is the customer's …". */
export const householdRelations = ['spouse', 'parent', 'child', 'sibling', 'grandparent', 'partner', 'company', 'group'] as const;
export type HouseholdRelation = (typeof householdRelations)[number];

/** A relation as it is read from either end: the other end of a grandparent is a grandchild, which nobody links by itself. */
export const readRelations = [...householdRelations, 'grandchild'] as const;
export type ReadRelation = (typeof readRelations)[number];

/** By what way the office first came to know a customer (P48). */
export const customerSources = ['visit', 'call', 'online', 'channel'] as const;
export type CustomerSource = (typeof customerSources)[number];

export const customerGrades = ['A', 'B', 'C', 'D'] as const;
export type CustomerGrade = (typeof customerGrades)[number];

/**
 * How the claim on a customer stands: valid, lapsing (the warning of P71 has begun), lapsed (its last day is over, nobody
 * else has them), in the shared pool, or never anybody's.
 */
export const claimStates = ['valid', 'lapsing', 'lapsed', 'pool', 'none'] as const;
export type ClaimState = (typeof claimStates)[number];

/** A registered customer with a name anybody on the page may read: surname and title. */
export interface CustomerRef {
  readonly id: string;
  readonly label: string;
}

/** POST /api/offices/:officeId/customers/search. An agent finds everybody by a full phone or its last four digits, and their own customers by name. */
export interface CustomerSearchRequest {
  readonly text: string;
}
export interface CustomerSearchView {
  readonly customers: readonly KnownCustomer[];
}

/** Why somebody may be who is about to be registered. Wording lives in the console under `reception.match`. */
export const matchReasons = ['same_person', 'same_phone', 'same_phone_other_name', 'same_name', 'same_pinyin', 'relative_of_match'] as const;
export type MatchReason = (typeof matchReasons)[number];

/** POST …/customers/matches: look before you register. At least one of the two. */
export interface MatchRequest {
  readonly name?: string;
  readonly phone?: string;
}

export interface CustomerMatch {
  readonly customer: KnownCustomer;
  /** Strongest first. `same_person`: by the office's matching keys (P40) an arrival would be taken for this customer. */
  readonly reasons: readonly MatchReason[];
  /** Of whom they are a relative, where that is a reason: `relation` is what this customer is to them. */
  readonly relative: { readonly of: CustomerRef; readonly relation: ReadRelation } | null;
}

export interface MatchView {
  /** Likeliest first, at most twenty. */
  readonly matches: readonly CustomerMatch[];
}

/** Sort fields of the list. None tells a masked field. */
export const customerSorts = ['last_contact', 'registered', 'valid_until'] as const;
export type CustomerSort = (typeof customerSorts)[number];

/** GET …/customers. Agents see the customers they own; managers, supervisors and auditors the office's. Dates are business dates, both ends included. */
export interface CustomerListQuery {
  /** Without: `last_contact`. */
  readonly sort?: CustomerSort;
  /** Without: `desc`. */
  readonly order?: 'asc' | 'desc';
  /** Agents' ids. */
  readonly owner?: string;
  readonly grade?: CustomerGrade;
  readonly state?: ClaimState;
  readonly source?: CustomerSource;
  readonly contactFrom?: string;
  readonly contactTo?: string;
  readonly registeredFrom?: string;
  readonly registeredTo?: string;
  /** Name, pinyin, initials or exactly the last four digits. A whole number never stands in an address: POST …/search. */
  readonly text?: string;
  /** `next` of the page before. */
  readonly after?: string;
  /** 1 to 100; without: 50. */
  readonly size?: number;
}

export interface CustomerListRow {
  readonly id: string;
  /** Null where the reader may see no more than the label. */
  readonly name: string | null;
  readonly label: string;
  readonly phoneMasked: string | null;
  readonly gender: string | null;
  readonly grade: CustomerGrade | null;
  readonly source: CustomerSource;
  readonly owner: PersonRef | null;
  readonly state: ClaimState;
  /** The last valid day, included; null = does not lapse, or nobody's. */
  readonly validUntil: string | null;
  /** 0 = today is the last day; negative = over; null as `validUntil`. */
  readonly daysLeft: number | null;
  readonly registeredOn: string;
  readonly lastContactOn: string | null;
  readonly visits: number;
}

export interface CustomerListPage {
  readonly rows: readonly CustomerListRow[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

/** One of a customer's phones. The number itself is only ever told by POST …/customers/:customerId/phone {reason, phone: id}. */
export interface CustomerPhoneRow {
  readonly id: string;
  readonly masked: string;
  readonly primary: boolean;
  readonly addedAt: number;
}

export interface OwnerView {
  readonly agent: PersonRef;
  readonly from: string;
  readonly until: string | null;
  readonly daysLeft: number | null;
  readonly lapsed: boolean;
}

export interface RelativeRow {
  /** The link's id. */
  readonly id: string;
  readonly other: CustomerRef;
  /** What the other is to the customer. */
  readonly relation: ReadRelation;
  readonly linkedAt: number;
  readonly entry: number;
  readonly owner: PersonRef | null;
}

export interface ReferralRow {
  readonly id: string;
  /** Whom the customer brought, or who brought the customer. */
  readonly other: CustomerRef;
  /** They asked for the agent of whom they know (P81k). */
  readonly askedFor: boolean;
  readonly visitId: string | null;
  readonly at: number;
  readonly entry: number;
}

/** Two entries of one person, made one. The entry that was merged keeps its rows; reading resolves them. Any merge can be undone, in any order. */
export interface MergeRow {
  readonly id: string;
  readonly from: CustomerRef;
  readonly at: number;
  readonly by: PersonRef | null;
  readonly entry: number;
}

export interface PhoneSight {
  readonly at: number;
  readonly by: PersonRef | null;
  readonly reason: string;
}

/** What the reader may do on the page. */
export const customerActs = ['reveal_phone', 'add_phone', 'end_phone', 'link', 'refer', 'merge', 'hand_over', 'correct'] as const;
export type CustomerAct = (typeof customerActs)[number];

/** GET …/customers/:customerId. An entry that was merged answers the person's page: `id` is then another than was asked for. */
export interface CustomerView {
  readonly id: string;
  /** Null where the reader may see no more than the label. */
  readonly name: string | null;
  readonly label: string;
  readonly gender: string | null;
  readonly grade: CustomerGrade | null;
  readonly source: CustomerSource;
  readonly registeredOn: string;
  readonly lastContactOn: string | null;
  readonly visits: number;
  readonly state: ClaimState;
  readonly owner: OwnerView | null;
  /** Null where the reader may not even see them masked; primary first. */
  readonly phones: readonly CustomerPhoneRow[] | null;
  readonly household: readonly RelativeRow[];
  /** Who brought this customer. */
  readonly referredBy: readonly ReferralRow[];
  /** Whom this customer brought. */
  readonly referred: readonly ReferralRow[];
  /** Entries merged into this one. */
  readonly merges: readonly MergeRow[];
  /** Who has seen the phone, newest first, at most fifty; null where that is not the reader's to know. */
  readonly phoneSeen: readonly PhoneSight[] | null;
  /** Registration that is not complete as the policy wants it (P46), or came late (P47). */
  readonly registration: RegistrationState;
  readonly acts: readonly CustomerAct[];
}

export const registrationStates = ['complete', 'pending', 'void', 'complete_at_next_visit'] as const;

/** A column that a registration may need, of either sheet. */
export type RegistrationField = VisitFormField | CallFormField;

export interface RegistrationState {
  readonly state: (typeof registrationStates)[number];
  /** Names of the form's fields that are still missing. */
  readonly missing: readonly string[];
  readonly late: boolean;
}

/** One thing that happened. Codes and numbers only; wording lives in the console and in `registerKindText`. */
export interface TimelineRow {
  /** Number of its register entry. */
  readonly entry: number;
  readonly at: number;
  /** A register kind. */
  readonly kind: string;
  readonly by: PersonRef | null;
  readonly corrects: number | null;
  /** The first characters of the entry's hash. */
  readonly hash: string;
  readonly visitId: string | null;
  readonly channel: Channel | null;
  /** The entry of this person it happened to, where that was merged into the one shown. */
  readonly mergedFrom: CustomerRef | null;
  /** Of a ruling null where the office shows conclusions only (P152) and the reader does not manage. */
  readonly decision: ReceptionDecision | OwnershipDecision | ConflictDecision | null;
  readonly content: Readonly<Record<string, unknown>>;
  /** What somebody wrote; null where nothing was, or where it is not the reader's to know. */
  readonly note: string | null;
}

/** GET …/customers/:customerId/timeline?before=: newest first. */
export interface TimelinePage {
  readonly rows: readonly TimelineRow[];
  /** Other customers whom the rows' contents name by id. */
  readonly customers: readonly CustomerRef[];
  /** `before` of the next page; null at the end. */
  readonly next: number | null;
}
