import type { RedistributionMethod, RedistributionReason } from './draws';
import type { FieldFault } from './field-fault';
import type { EmploymentState, Role } from './roles';

/** GET /api/offices/:officeId/people/:personId/periods, newest first: what somebody was, from when to when. */
export interface EmploymentPeriod {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly state: EmploymentState;
  /** Business dates; a period that began and ended on one day has the same twice. */
  readonly fromDate: string;
  /** Null for the period that lasts. */
  readonly toDate: string | null;
  /** When a long leave is expected to end. It ends when somebody says so. */
  readonly expectedUntil: string | null;
  readonly note: string;
  /** Where they were transferred to, or came from; only with a transfer. */
  readonly otherOffice: string | null;
  /** Who changed it; null where nobody signed in did. */
  readonly by: { readonly id: string; readonly name: string } | null;
}

/** GET …/people/:personId/teams, newest first: the team somebody was in, until the day on which another began. */
export interface TeamPeriod {
  readonly id: string;
  /** Null for a time in no team. */
  readonly team: string | null;
  readonly fromDate: string;
  readonly toDate: string | null;
  readonly by: { readonly id: string; readonly name: string } | null;
}

/** The longest name of a team. */
export const longestTeam = 40;

/** GET …/people/:personId/ties: what somebody would leave behind. */
export interface EmploymentTies {
  /** Customers whose claim in force is theirs; they stay theirs by name until the claim lapses or is handed over. */
  readonly openClaims: number;
  /** Receptions begun and not ended: while there is one, nobody leaves. */
  readonly openReceptions: number;
  readonly openDuties: number;
  /** How the rules in force give the customers to others, by why somebody goes (P91, P92): where it is not `keeps`, a redistribution is offered (draws.ts). */
  readonly redistribution?: Readonly<Record<RedistributionReason, RedistributionMethod>>;
}

/** PATCH …/people/:personId; what is left out stays. Leaving, long leave and coming back are changes of `state`. */
export interface EmploymentChangeRequest {
  readonly roles?: readonly Role[];
  readonly state?: 'active' | 'long_leave' | 'left';
  readonly rosterPosition?: number;
  readonly weight?: number;
  readonly certifiedVisits?: boolean;
  readonly certifiedVisitsOn?: string;
  readonly certifiedCalls?: boolean;
  readonly certifiedCallsOn?: string;
  /** The team they belong to from now on; null = none. */
  readonly team?: string | null;
  /** With a team: its first day, today if left out, never before the present team's. */
  readonly teamFrom?: string;
  /** Why; kept with the period that begins. */
  readonly note?: string;
  /** With a long leave: its last day, as far as it is known; null takes it back. */
  readonly expectedUntil?: string | null;
}

/** POST …/people. Without a password an admin employs the person who has the account already; their name stays. */
export interface NewPersonRequest {
  readonly account: string;
  readonly name?: string;
  readonly password?: string;
  readonly roles: readonly Role[];
  readonly rosterPosition?: number;
  readonly weight?: number;
  readonly certifiedVisits?: boolean;
  readonly certifiedCalls?: boolean;
  readonly team?: string;
}

/** PUT …/people/roster: the agents in their order, all of them who are not gone. */
export interface RosterRequest {
  readonly order: readonly string[];
}

/** POST …/people/:personId/transfer: ends here, begins there. */
export interface TransferRequest {
  readonly toOfficeId: string;
  /** What they are there; as here if left out. */
  readonly roles?: readonly Role[];
  readonly note?: string;
}

/** One person of a bulk entry. Without a password one is made and told once. */
export interface NewPersonRow {
  readonly account: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly password?: string;
  readonly weight?: number;
  readonly certifiedVisits?: boolean;
  readonly certifiedCalls?: boolean;
  readonly team?: string;
}

/** POST …/people/bulk: all or nothing. A dry run tells what is wrong and writes nothing; an entry with a fault is refused. */
export interface BulkEntryRequest {
  readonly rows: readonly NewPersonRow[];
  readonly dryRun: boolean;
}

export interface BulkEntryAnswer {
  readonly entered: boolean;
  /** What a dry run found wrong, by the path of the cell ('rows.3.account'). */
  readonly faults: readonly FieldFault[];
  /** In the order of the rows; empty unless they were entered. */
  readonly people: readonly {
    readonly id: string;
    readonly account: string;
    readonly name: string;
    /** The password that was made for them, told with this answer only; null where one was given. */
    readonly initialPassword: string | null;
  }[];
}

/** POST …/people/sheet with an .xlsx file: the first sheet's cells as text, row by row. */
export interface SheetCells {
  readonly rows: readonly (readonly string[])[];
}

/** Most people entered at once. */
export const mostRows = 500;

/** The largest spreadsheet taken, in bytes. */
export const largestSheet = 2 * 1024 * 1024;

/** The content type of an .xlsx file. */
export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
