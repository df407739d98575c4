import type { PersonRef } from './arrival';
import type { OwnershipEffect, ReceptionMode } from './codes';
import type { ReceptionFactName, ReceptionFacts } from './facts';
import type { Language } from './problem-text';

/** A text in both languages of the product. */
export type Both = Readonly<Record<Language, string>>;

/** A policy document as it is edited: it may still have faults. */
export type EditedPolicy = Readonly<Record<string, unknown>>;

/** One fault of a policy document: where (JSON pointer), a code worded as `policy_<code>` in `fieldTexts`, and its data. */
export interface PolicyFaultRow {
  readonly path: string;
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** An arrival that can occur, and which of its facts matter for what is said of it. */
export interface ArrivalExample {
  readonly facts: ReceptionFacts;
  readonly matter: readonly ReceptionFactName[];
}

/** A reception row that decides no arrival. */
export interface UnreachableRow {
  readonly row: string;
  readonly index: number;
  readonly because: 'contradicts_itself' | 'cannot_occur' | 'shadowed';
  /** The rows before it that take everything it would match; as few as suffice. */
  readonly shadowedBy: readonly string[];
  /** An arrival it would match, if the rows before it did not; null where nothing matches it. */
  readonly example: ArrivalExample | null;
}

/** Counting, whether anybody receives at all, whose the customer becomes. */
export type OpposedPart = 'counts' | 'receiver' | 'ownership';

/**
 * Two reception rows that match the same arrival and decide it the opposite way, where neither is a special case of the
 * other: nothing but their order says which is meant.
 */
export interface OrderDecides {
  readonly first: string;
  readonly second: string;
  readonly opposed: readonly OpposedPart[];
  readonly example: ArrivalExample;
}

export interface PolicyAnalysis {
  /** Kinds of arrivals no row decides; no two of them overlap. */
  readonly undecided: readonly ArrivalExample[];
  readonly unreachable: readonly UnreachableRow[];
  /** By the first row's place, then the second's. */
  readonly orderDecides: readonly OrderDecides[];
  /** False where the tables are so tangled, or the findings so many, that not everything was looked through. */
  readonly complete: boolean;
}

export interface ValueDifference {
  /** JSON pointer: `/values/rotation/advance`, `/name/zh`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface RowDifference {
  readonly table: 'reception' | 'ownership' | 'penalties';
  readonly row: string;
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  /** Position before and after, from 0; null where it does not stand. */
  readonly from: number | null;
  readonly to: number | null;
  /** What a changed row says differently. */
  readonly fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}

/** How one policy document differs from another. */
export interface PolicyDifference {
  readonly values: readonly ValueDifference[];
  readonly rows: readonly RowDifference[];
  /** Values plus rows: a row both changed and moved counts once. */
  readonly count: number;
}

/** POST /api/offices/:officeId/policy/draft/check. */
export interface PolicyCheckRequest {
  readonly document: EditedPolicy;
}

export interface PolicyCheckAnswer {
  readonly faults: readonly PolicyFaultRow[];
  /** Null while the document's form is at fault, so that there is no table to analyse. */
  readonly analysis: PolicyAnalysis | null;
  /** Against the version in force now. */
  readonly difference: PolicyDifference;
  readonly inForce: number;
}

/** POST …/policy/draft/replay. `date` is a business date (`YYYY-MM-DD`); today if left out. */
export interface ReplayRequest extends PolicyCheckRequest {
  readonly date?: string;
}

/** What a policy makes of one arrival. */
export interface ReplayedOutcome {
  readonly receiver: PersonRef | null;
  readonly waits: boolean;
  readonly mode: ReceptionMode;
  readonly counts: boolean;
  readonly ownership: OwnershipEffect;
  readonly visitorClass: string;
  readonly row: string;
  readonly clause: string;
}

export interface ReplayedArrival {
  readonly visit: string;
  readonly at: number;
  readonly customerLabel: string;
  /** As it was decided when they arrived, and by which version. */
  readonly before: ReplayedOutcome & { readonly policyVersion: number };
  /** As the draft would have decided it on the floor as it stood then. */
  readonly after: ReplayedOutcome;
  /** Receiver, waiting, mode, counting or ownership would have been another. */
  readonly differs: boolean;
}

/** The answer of a replay: the day's arrivals in their order; those taken back are left out. */
export interface ReplayAnswer {
  readonly date: string;
  readonly arrivals: readonly ReplayedArrival[];
  readonly counts: { readonly arrivals: number; readonly differ: number; readonly otherReceiver: number; readonly otherCount: number };
}

/** POST …/policy/draft/scenario. */
export interface DraftScenarioRequest extends PolicyCheckRequest {
  /** YAML as in scenarios/FORMAT.md, at most 64 KiB. Its `policy` and `config` give way to the draft. */
  readonly scenario: string;
}

export interface DraftScenarioAnswer {
  readonly id: string | null;
  readonly outcome: 'fits' | 'differs' | 'unreadable' | 'too_slow';
  readonly differences: readonly { readonly what: string; readonly expected: string; readonly actual: string }[];
  /** Parts of the product the scenario speaks of and this office does not have yet. */
  readonly missing: readonly string[];
  /** What is wrong with an unreadable scenario. */
  readonly message: string | null;
}

/** GET …/policy/draft, and the answer of PUT and DELETE. An office has one draft; without one `document` is null. */
export interface PolicyDraftView {
  /** Grows with every save and discard. */
  readonly revision: number;
  readonly document: EditedPolicy | null;
  readonly savedAt: number | null;
  readonly savedBy: PersonRef | null;
}

/** PUT …/policy/draft. @see PolicyDraftView for `revision`: the one the editor last saw; another by now is `draft_changed`. */
export interface SaveDraftRequest extends PolicyCheckRequest {
  readonly revision: number;
}

/** POST …/policy/draft/start: the draft becomes what an earlier version or a preset says; exactly one of them is named. */
export interface StartDraftRequest {
  readonly version?: number;
  /** The id of a preset, as GET /api/policy/presets answers them. */
  readonly preset?: string;
  /** As for PUT. */
  readonly revision: number;
}

/** POST …/policy/versions from the saved draft, which is gone afterwards. */
export interface PublishDraftRequest {
  readonly draftRevision: number;
  readonly note: string;
  /** Epoch ms; at once if left out. */
  readonly effectiveFrom?: number;
  /** Never in force by itself: only on dates a period gives it. */
  readonly forPeriodsOnly?: boolean;
}

/** POST …/policy/periods: on these business dates, both included, that version is in force instead (P108). */
export interface PolicyPeriodRequest {
  readonly fromDate: string;
  readonly toDate: string;
  readonly version: number;
  readonly note: string;
}

/** GET …/policy/periods, the latest first. POST …/policy/periods/:periodId/cancel ends one that is not over. */
export interface PolicyPeriodRow extends PolicyPeriodRequest {
  readonly id: string;
  readonly policyName: Both;
  readonly createdAt: number;
  readonly createdBy: PersonRef;
  readonly cancelledAt: number | null;
  readonly cancelledBy: PersonRef | null;
  readonly state: 'coming' | 'running' | 'over' | 'cancelled';
}

/** One statement of the rules in words: a value with its label, or a whole sentence. */
export interface RuleStatement {
  /** JSON pointer into the document. */
  readonly path: string;
  /** What the statement is about; null where it is a sentence by itself. */
  readonly label: string | null;
  readonly text: string;
  /** Rulebook number and clause. */
  readonly source: string;
}

/** One part of the office's rules in words, as the page outlines and the printer prints it. */
export interface RulesSection {
  /** A value group or a table: `rotation`, `reception`. */
  readonly id: string;
  readonly title: string;
  readonly statements: readonly RuleStatement[];
}

/** GET …/policy/versions/:version/words?language=zh. */
export interface RulesInWords {
  readonly version: number;
  readonly name: string;
  readonly language: Language;
  readonly sections: readonly RulesSection[];
}
