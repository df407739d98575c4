import type { EmploymentState, Role } from './roles';

/** GET /api/offices/:officeId/people: one person of the office; never a phone. */
export interface StaffMember {
  readonly id: string;
  /** What they sign in with; null for readers who do not look after people. */
  readonly account: string | null;
  readonly name: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly roles: readonly Role[];
  readonly state: EmploymentState;
  readonly rosterPosition: number;
  /** Share of turns under a weighted order, per cent. */
  readonly weight: number;
  readonly certifiedVisits: boolean;
  /** Since when, as a business date; null while they are not, or nobody remembers. */
  readonly certifiedVisitsOn: string | null;
  readonly certifiedCalls: boolean;
  readonly certifiedCallsOn: string | null;
  /** The team they are in, by its name; null = in none. */
  readonly team: string | null;
  /** Their first day in it, as a business date; null while they never were in one. */
  readonly teamSince: string | null;
  /** The first day in this office. */
  readonly fromDate: string;
  /** The last day, of who left or was transferred. */
  readonly toDate: string | null;
  /** Since when roles and state are what they are. */
  readonly stateSince: string;
  /** When a long leave is expected to end. */
  readonly expectedUntil: string | null;
}

/** One published version of an office's rules, without its document. */
export interface PolicyVersionRow {
  readonly version: number;
  readonly policyId: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** From when it is the one in force, unless a later one is. */
  readonly effectiveFrom: number;
  /** Never in force by itself, only on the dates of a period. */
  readonly forPeriodsOnly: boolean;
  readonly publishedAt: number;
  readonly publishedBy: { readonly id: string; readonly name: string };
  readonly note: string;
  readonly inForce: boolean;
}
