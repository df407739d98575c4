import type { PersonRef } from './arrival';
import type { ReceptionDecision } from './decision';

/** GET /api/offices/:officeId/audit?kind=&person=&from=&to=&before=: a page, newest first; `from` and `to` are business dates. */
export interface AuditPage {
  readonly entries: readonly AuditRow[];
  /** Where the next page begins (`?before=`); null on the last page. */
  readonly next: string | null;
}

export interface AuditRow {
  readonly id: string;
  readonly at: number;
  readonly person: PersonRef | null;
  /** One of `auditKinds`, unless an older or newer server wrote it. */
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Surname and title of the customer in `data`, where there is one. */
  readonly customerLabel: string | null;
}

/** GET /api/offices/:officeId/register?before=&kind=: a page, newest first. Personal data stay sealed beside the chain. */
export interface RegisterPage {
  readonly entries: readonly RegisterRow[];
  /** The number to ask on from (`?before=`); null on the last page. */
  readonly next: number | null;
}

export interface RegisterRow {
  readonly number: number;
  readonly at: number;
  /** One of `registerKinds`. */
  readonly kind: string;
  /** Null where the office's own clock did it. */
  readonly by: PersonRef | null;
  /** Whom or what it is about: a person of the office, or a customer's surname and title; null where nobody. */
  readonly about: string | null;
  readonly corrects: number | null;
  /** The decision entered, where one was. */
  readonly decision: ReceptionDecision | null;
  /** What else was entered; names people and customers by their ids only. */
  readonly content: Readonly<Record<string, unknown>>;
  /** Whether personal data are sealed beside the entry. */
  readonly sealed: boolean;
  /** The first `shownOfHash` digits of the entry's hash. */
  readonly hash: string;
}

/** How many hexadecimal digits of an entry's hash stand on papers and in lists: enough to find it by and to tell it from another. */
export const shownOfHash = 16;

/** The first digits of a hash as papers show them, in fours. */
export const hashInFours = (hash: string): string => hash.slice(0, shownOfHash).replace(/(.{4})(?=.)/g, '$1 ');

/** An entry of the register as a paper names it. */
export interface EntryMark {
  readonly number: number;
  /** The first `shownOfHash` digits. */
  readonly hash: string;
}

/** What somebody may look an entry up by: its number, or at least eight digits of its hash from the first; spaces do not matter. */
export const soughtEntry = /^(?:\s*\d){1,15}\s*$|^(?:\s*[\da-f]){8,64}\s*$/i;

/** The entry before or after another one, and whether the later of the two bears the hash of the earlier. */
export interface EntryLink extends EntryMark {
  readonly holds: boolean;
}

/** An entry that was looked up, with its whole hash, and whether it is what that says. */
export interface FoundEntry {
  readonly row: RegisterRow;
  readonly hash: string;
  /** What is wrong with the entry itself; null where it is what its hash says. */
  readonly fault: 'content_differs' | 'personal_data_differs' | 'previous_differs' | 'head_differs' | null;
  /** Null of the first; `hash` is empty where the neighbour is missing. */
  readonly before: EntryLink | null;
  /** Null of the newest: the office's stored head bears its hash, or the fault says that it does not. */
  readonly after: EntryLink | null;
}

/** GET …/register/found?sought=: by `soughtEntry`, at most five. */
export interface FoundEntries {
  readonly entries: readonly FoundEntry[];
}

/** How far the register, the turn ledger the claims and the money fit each other and the line; null = all of it. */
export interface ChainFaultView {
  readonly part: 'entry' | 'posting' | 'line' | 'head' | 'claim' | 'money';
  /** The number of the first entry or posting that does not fit, of a claim the entry that began it; null for the stored line and the stored head. */
  readonly number: number | null;
  readonly code: string;
}

/** What verifying the whole register found. */
export interface ChainVerification {
  readonly at: number;
  readonly by: PersonRef | null;
  readonly entries: number;
  readonly postings: number;
  readonly head: string;
  readonly fault: ChainFaultView | null;
}

/** GET /api/offices/:officeId/register/chain, and the answer to POST …/register/verification. */
export interface ChainState {
  /** Entries so far, by the office's stored head. */
  readonly entries: number;
  /** The stored head's hash; empty before the first entry. */
  readonly head: string;
  readonly lastVerification: ChainVerification | null;
}

/** POST /api/offices/:officeId/customers/:customerId/phone with `{ reason }`: the phone, and a line in the audit. */
export interface RevealedPhone {
  readonly phone: string;
}
