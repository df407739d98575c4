import type { PersonRef } from './arrival';
import type { Both } from './policy-desk';
import type { RequestClass } from './requests';

/** Where shifts are handed over (交接班). */
export const handoverPlaces = ['desk', 'show_flat'] as const;
export type HandoverPlace = (typeof handoverPlaces)[number];

export const handoverItemKinds = ['key', 'device', 'material'] as const;
export type HandoverItemKind = (typeof handoverItemKinds)[number];

/** How many there are of one item of the office's list. */
export interface CountedItem {
  readonly item: string;
  readonly count: number;
}

/** What the office waits for as the shift ends. Labels are surname and title. */
export interface HandedMatters {
  readonly waiting: readonly { readonly visit: string; readonly label: string; readonly since: number }[];
  readonly requests: readonly { readonly request: string; readonly label: string; readonly class: RequestClass; readonly promisedAt: number | null }[];
  /** Visitors of the show flat whose sheet was not handed to sales. */
  readonly flatVisitors: number;
}

export interface ListedItem {
  readonly item: string;
  readonly text: Both;
  readonly kind: HandoverItemKind;
  /** How many there should be; null where nobody said so. */
  readonly expected: number | null;
  /** How many were there at the last handover. */
  readonly last: number | null;
}

/** One line of a sheet: what was handed on, and what whoever took over found. */
export interface HandedItem extends Omit<ListedItem, 'last'> {
  readonly count: number;
  /** Null until somebody took over. */
  readonly found: number | null;
}

/** POST /api/offices/:officeId/handovers. What the office waits for is put down by the office itself. */
export interface HandoverRequest {
  readonly place: HandoverPlace;
  readonly items: readonly CountedItem[];
  readonly remarks: string | null;
}

/** POST …/handovers/:handoverId/take-over: every item that is not as it was written, and why. */
export interface TakeOverRequest {
  readonly differences: readonly CountedItem[];
  readonly remarks: string | null;
}

export interface HandoverView {
  readonly id: string;
  readonly place: HandoverPlace;
  readonly date: string;
  readonly at: number;
  readonly by: PersonRef;
  readonly entry: number;
  readonly matters: HandedMatters;
  readonly items: readonly HandedItem[];
  readonly remarks: string | null;
  /** Null: nobody has taken over. */
  readonly taken: { readonly at: number; readonly by: PersonRef; readonly entry: number; readonly remarks: string | null; readonly differences: number } | null;
  readonly may: readonly 'take_over'[];
}

/** GET …/handovers: the open ones first, then newest first. */
export interface HandoversView {
  readonly handovers: readonly HandoverView[];
}

/** GET …/handovers/sheet: what would be handed on now. */
export interface HandoverSheet {
  readonly place: HandoverPlace;
  readonly matters: HandedMatters;
  readonly items: readonly ListedItem[];
  /** The one that nobody has taken over yet: another cannot be written before. */
  readonly open: string | null;
}
