import type { PersonRef } from './arrival';

/** What somebody has of a customer: they are theirs (归属), or they were asked for and nothing more (意向顾问). */
export const claimKinds = ['claim', 'preference'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** Where a claim comes from. Wording lives in the console under `claims.source`. */
export const claimSources = ['visit', 'call', 'online', 'channel', 'registration', 'pool', 'draw', 'hand_over', 'ruling', 'merge'] as const;
export type ClaimSource = (typeof claimSources)[number];

/** `lapsed`: its last day has passed, and it stays readable as the last owner's. */
export const claimStandings = ['in_force', 'lapsed', 'ended'] as const;
export type ClaimStanding = (typeof claimStandings)[number];

/** What keeps a claim alive where the policy says so (P62, P63). `activity` is any of the others. */
export const claimEvents = ['visit', 'call', 'follow_up', 'effective_contact', 'registration', 'activity', 'deposit'] as const;
export type ClaimEvent = (typeof claimEvents)[number];

/** Reasons of an end beside the row of the table that gave the next claim. Wording lives in the console under `claims.ended`. */
export const claimEnds = ['withdrawn', 'expired', 'pooled', 'reassigned', 'hand_over', 'draw', 'claimed', 'registered', 'ruling', 'merge'] as const;

/** One claim as the customer's page and the lists show it. */
export interface ClaimRow {
  readonly id: string;
  /** The register entry that began it. */
  readonly entry: number;
  readonly customer: { readonly id: string; /** Surname and title; never the full name. */ readonly label: string };
  readonly agent: PersonRef;
  readonly kind: ClaimKind;
  readonly source: ClaimSource;
  readonly standing: ClaimStanding;
  /** Business dates; `until` is the last valid day, null = does not lapse. */
  readonly from: string;
  readonly until: string | null;
  /** The last day whatever happens (P64); null where there is none. */
  readonly hardUntil: string | null;
  /** Days left, today not counted; null where it does not lapse or holds no more. */
  readonly daysLeft: number | null;
  /** The owner is being warned of it (P71). */
  readonly expiring: boolean;
  readonly refreshed: number;
  readonly lastRefreshAt: number | null;
  readonly endedAt: number | null;
  /** A code of `claimEnds`, or the row of the table that gave the next claim. */
  readonly endedBecause: string | null;
  readonly endedEntry: number | null;
  /** A manager has to say whose the customer is now (P69). */
  readonly awaitsManager: boolean;
}

/** GET /api/offices/:officeId/customers/:customerId/claims: newest first, preferences among them. */
export interface CustomerClaims {
  readonly claims: readonly ClaimRow[];
  /** Since when the customer has been in the shared pool, and until when they may stay; null where they are not. */
  readonly pool: { readonly since: number; readonly untilDate: string | null } | null;
  readonly contacts: readonly ContactRow[];
  /** Effective contacts since the last visit, and how many the policy asks for (P68). */
  readonly contactsDone: number;
  readonly contactsAsked: number;
}

/** GET /api/offices/:officeId/claims/awaiting?after=: lapsed claims on which a manager has to decide (P69), longest first: they hand them over (customer-acts.ts). */
export interface AwaitingClaims {
  readonly claims: readonly ClaimRow[];
  /** What to ask the next page with; null on the last. */
  readonly next: string | null;
}

export const contactWays = ['phone', 'in_person', 'message', 'other'] as const;
export type ContactWay = (typeof contactWays)[number];

/** POST /api/offices/:officeId/customers/:customerId/contacts: one contact by us (回访). */
export interface ContactRequest {
  readonly way: ContactWay;
  /** Somebody answered. */
  readonly connected: boolean;
  readonly note?: string;
  /** The day of the next contact (`YYYY-MM-DD`); by the customer's grade where nobody says otherwise. */
  readonly nextOn?: string | null;
  /** What is to be done then. */
  readonly nextStep?: string | null;
  readonly nextWay?: ContactWay | null;
  /** When the customer said they would come (epoch ms). */
  readonly invitedFor?: number | null;
  /** The customer's grade from now on. */
  readonly grade?: 'A' | 'B' | 'C' | 'D';
}

export interface ContactRow {
  readonly id: string;
  readonly at: number;
  readonly agent: PersonRef;
  readonly way: ContactWay;
  readonly connected: boolean;
  /** Spoken with in person: on the phone or face to face, and answered. */
  readonly personal: boolean;
  /** Effective by the policy of its time (P67). */
  readonly effective: boolean;
  /** Null for readers who neither own the customer nor manage, and where nothing was written. */
  readonly note: string | null;
  readonly entry: number;
}

export interface ContactAnswer {
  readonly contact: ContactRow;
  /** The day of the next contact; null where none is planned. */
  readonly next: string | null;
  /** The owner's claim afterwards; null where the customer is nobody's. */
  readonly claim: ClaimRow | null;
  readonly contactsDone: number;
  readonly contactsAsked: number;
}
