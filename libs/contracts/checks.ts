import type { PersonRef } from './arrival';
import type { Both } from './policy-desk';
import type { Severity } from './penalties';

/** 现场抽查 and 神秘客 (000 §1, §11). */
export const checkKinds = ['spot_check', 'mystery_visit'] as const;
export type CheckKind = (typeof checkKinds)[number];

export const checkResults = ['met', 'not_met'] as const;
export type CheckResult = (typeof checkResults)[number];

/** What a finding brings to whom it is about. */
export const findingOutcomes = ['nothing', 'slip', 'praise'] as const;
export type FindingOutcome = (typeof findingOutcomes)[number];

/** The slip a finding brings: what the schedule asks of whoever issues one. Pay in 分. */
export interface FindingSlip {
  readonly trigger: string;
  readonly severity?: Severity | null;
  readonly dayBasePayFen?: number;
  readonly monthBasePayFen?: number;
  readonly monthBonusFen?: number;
}

/** What was found of one item of the office's check-list. */
export interface FindingRequest {
  /** Id of the item in the rules. */
  readonly item: string;
  readonly result: CheckResult;
  /** One of those who were checked; null where it is about the place. */
  readonly agent: string | null;
  readonly words: string | null;
  readonly brings: FindingOutcome;
  readonly slip: FindingSlip | null;
}

/** POST /api/offices/:officeId/checks. */
export interface CheckRequest {
  readonly kind: CheckKind;
  /** When somebody looked (epoch ms). */
  readonly checkedAt: number;
  /** Id of a place in the rules. */
  readonly place: string;
  readonly agents: readonly string[];
  readonly findings: readonly FindingRequest[];
  readonly remarks: string | null;
}

/** POST …/checks/:checkId/corrections: adds to a finding what is so; the finding stays as it was entered. */
export interface CheckCorrectionRequest extends Omit<FindingRequest, 'item' | 'agent' | 'words'> {
  /** The finding's place in the check, from 0. */
  readonly number: number;
  readonly words: string;
}

/** What a finding says: as it was entered, or as it was corrected. */
export interface FindingSays {
  readonly result: CheckResult;
  readonly brings: FindingOutcome;
  readonly words: string | null;
}

export interface FindingCorrection extends FindingSays {
  readonly at: number;
  readonly by: PersonRef;
  readonly entry: number;
}

export interface FindingView extends FindingSays {
  readonly number: number;
  readonly item: string;
  /** The item as it stood on the list then. */
  readonly text: Both;
  readonly clause: string;
  readonly agent: PersonRef | null;
  readonly corrections: readonly FindingCorrection[];
  /** With the last correction. */
  readonly now: Pick<FindingSays, 'result' | 'brings'> & { readonly slip: FindingSlip | null };
  /** The entry of the slip or the praise it brought; null where it brought none yet. */
  readonly brought: number | null;
}

export interface CheckView {
  readonly id: string;
  readonly kind: CheckKind;
  readonly place: Both;
  readonly checkedAt: number;
  readonly at: number;
  readonly by: PersonRef;
  readonly entry: number;
  readonly agents: readonly PersonRef[];
  /** An agent reads those about themselves and about the place. */
  readonly findings: readonly FindingView[];
  readonly remarks: string | null;
  /** Null: nobody who was checked knows of it. */
  readonly published: { readonly at: number; readonly by: PersonRef; readonly entry: number } | null;
  readonly met: number;
  readonly looked: number;
  /** What the reader may do now. */
  readonly may: readonly ('publish' | 'correct')[];
}

export interface CheckListItem {
  readonly id: string;
  readonly text: Both;
  readonly clause: string;
  readonly kinds: readonly CheckKind[];
}

/** GET …/checks: newest first; agents see what was published about themselves. */
export interface ChecksView {
  readonly checks: readonly CheckView[];
  /** What whoever enters one chooses from; null for who may not. */
  readonly list: { readonly places: readonly { readonly id: string; readonly text: Both }[]; readonly items: readonly CheckListItem[] } | null;
  /** Which kinds the reader publishes as they enter them. */
  readonly atOnce: readonly CheckKind[];
}
