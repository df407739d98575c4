import type { OwnershipEffect, ReceptionMode } from '@lunjie/contracts';

/** A claim as the register tells it, in force or ended. Dates are business dates, instants epoch ms. */
export interface CaseClaim {
  readonly agent: string;
  readonly source: string;
  readonly fromDate: string;
  readonly fromAt: number;
  /** Last valid day, inclusive; null = does not lapse. */
  readonly untilDate: string | null;
  readonly entry: number;
  readonly endedAt: number | null;
}

/** One reception of the customer, and what they said at it. */
export interface CaseReception {
  readonly at: number;
  readonly date: string;
  readonly endedAt: number | null;
  readonly channel: 'visit' | 'call';
  readonly receiver: string;
  readonly mode: ReceptionMode;
  readonly ownership: OwnershipEffect;
  /** The owner the register knew as the customer came in. */
  readonly ownerThen: string | null;
  readonly ownerThenUntil: string | null;
  readonly named: readonly string[];
  readonly forgot: boolean;
  readonly requested: string | null;
  readonly refused: readonly string[];
  readonly complainsAbout: string | null;
}

/** What happened between receptions and bears on whose customer it is; each is a register entry. */
export type CaseHappening =
  & { readonly at: number; readonly date: string }
  & (
    | { readonly kind: 'complaint_ruled'; readonly about: string; readonly upheld: boolean }
    /** Somebody looked into the files and found who registered the customer. */
    | { readonly kind: 'looked_up'; readonly by: string; readonly found: string }
    | { readonly kind: 'follow_up_assigned'; readonly to: string }
    | { readonly kind: 'consent'; readonly from: string; readonly given: boolean }
    | { readonly kind: 'owner_told'; readonly owner: string }
    | { readonly kind: 'discount_sought'; readonly from: string }
    | { readonly kind: 'not_recognised'; readonly owner: string }
    | { readonly kind: 'token_contact'; readonly agent: string }
    | { readonly kind: 'introduced'; readonly by: string }
    | { readonly kind: 'window_opened'; readonly until: number }
    | { readonly kind: 'window_claimed'; readonly by: string }
  );

/** A relative who was registered, with who registered them first. */
export interface CaseRelative {
  readonly relation: string;
  readonly owner: string;
  readonly registeredAt: number;
  readonly untilDate: string | null;
}

/** A registered customer who brought this one. */
export interface CaseReferrer {
  readonly owner: string | null;
  readonly askedFor: boolean;
  readonly hasBought: boolean;
  readonly at: number;
}

/** Everything the register knows that bears on whose customer somebody is. Each list stands in the order it happened. */
export interface CustomerCase {
  readonly claims: readonly CaseClaim[];
  readonly receptions: readonly CaseReception[];
  readonly happenings: readonly CaseHappening[];
  readonly relatives: readonly CaseRelative[];
  readonly referrers: readonly CaseReferrer[];
  /** How each agent of the case stands with the office; an agent not listed is employed. */
  readonly employment: Readonly<Record<string, 'active' | 'on_leave' | 'transferred' | 'left'>>;
  /** Effective contacts the register holds of each agent (P67). */
  readonly contacts: Readonly<Record<string, number>>;
  readonly registration: 'complete' | 'late' | 'missing';
  readonly dispute: 'none' | 'open' | 'quarrel' | 'refusal';
}

/** The moment the case is decided in, and the deal where there is one. */
export interface CaseMoment {
  readonly kind: 'arrival' | 'case' | 'deal';
  readonly at: number;
  readonly date: string;
  readonly closing: { readonly closer: string | null; readonly byManager: boolean; readonly depositDate: string | null; readonly signedDate: string | null } | null;
}

export const emptyCase: CustomerCase = {
  claims: [], receptions: [], happenings: [], relatives: [], referrers: [], employment: {}, contacts: {}, registration: 'complete', dispute: 'none',
};
