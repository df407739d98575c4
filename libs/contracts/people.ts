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
  readonly certifiedCalls: boolean;
  readonly fromDate: string;
  readonly toDate: string | null;
}

/** GET /api/offices/:officeId. */
export interface OfficeView {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly opens: string | null;
  readonly closes: string | null;
}

/** One published version of an office's rules, without its document. */
export interface PolicyVersionRow {
  readonly version: number;
  readonly policyId: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** From when it is the one in force, unless a later one is. */
  readonly effectiveFrom: number;
  readonly publishedAt: number;
  readonly publishedBy: { readonly id: string; readonly name: string };
  readonly note: string;
  readonly inForce: boolean;
}

/** GET /api/offices/:officeId/audit: a page, newest first. */
export interface AuditPage {
  readonly entries: readonly AuditRow[];
  /** Where the next page begins (`?before=`); null on the last page. */
  readonly next: string | null;
}

export interface AuditRow {
  readonly id: string;
  readonly at: number;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
}
