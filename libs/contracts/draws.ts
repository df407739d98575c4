import type { PersonRef } from './arrival';

/** Why somebody's customers are given to others (003 §(五)3(12); P91, P92). */
export const redistributionReasons = ['long_leave', 'transferred', 'left'] as const;
export type RedistributionReason = (typeof redistributionReasons)[number];

export const redistributionMethods = ['random', 'manual', 'rotation', 'pool', 'keeps'] as const;
export type RedistributionMethod = (typeof redistributionMethods)[number];

/** `published`: the list is fixed, the seed is still to be drawn. The other methods are `done` at once. */
export const drawStates = ['published', 'done', 'cancelled'] as const;
export type DrawState = (typeof drawStates)[number];

/** A customer of the list. Grades stand as last written; `-` where nobody has. */
export interface DrawCustomer {
  readonly id: string;
  readonly grade: string;
}

export interface DrawAssignment {
  readonly customer: string;
  readonly agent: string;
}

/** What is hashed and published before the seed is drawn: ids only, in canonical order. */
export interface DrawList {
  readonly office: string;
  readonly draw: string;
  readonly from: string;
  readonly reason: RedistributionReason;
  readonly customers: readonly DrawCustomer[];
  readonly agents: readonly string[];
}

/** POST /api/offices/:officeId/draws/preview. Without `among` all active agents but the one who goes. */
export interface RedistributionRequest {
  readonly from: string;
  readonly reason: RedistributionReason;
  readonly among?: readonly string[];
}

/** POST /api/offices/:officeId/draws: publishes the list of a random draw, or carries another method out. */
export interface PublishRequest extends RedistributionRequest {
  /** Of the preview: refused with 409 `draw_list_moved` where the list is another by now. */
  readonly listHash: string;
  /** Where the manager gives them out (method `manual`): every customer of the list once. */
  readonly assignments?: readonly DrawAssignment[];
}

/** What would happen. Nothing is written. */
export interface RedistributionPreview {
  readonly method: RedistributionMethod;
  readonly from: PersonRef;
  readonly reason: RedistributionReason;
  readonly customers: readonly (DrawCustomer & { readonly label: string })[];
  readonly agents: readonly PersonRef[];
  /** How many customers of each grade every agent would get at least and at most. */
  readonly shares: readonly { readonly grade: string; readonly customers: number; readonly least: number; readonly most: number }[];
  /** Who would get whom where nothing is drawn (`rotation`); empty otherwise. */
  readonly assignments: readonly DrawAssignment[];
  /** Computed without the draw's own id; the published list has its own hash. */
  readonly listHash: string;
}

/** A register entry as anybody can check it: its hash covers all the rest (RFC 8785, SHA-256). */
export interface DrawEntry {
  readonly officeId: string;
  readonly number: number;
  readonly at: number;
  readonly kind: string;
  readonly by: string | null;
  readonly subject: string | null;
  readonly corrects: number | null;
  readonly content: unknown;
  readonly commitment: string | null;
  readonly previous: string;
  readonly hash: string;
}

/**
 * GET …/draws/:drawId/record: everything a draw can be recomputed from, with no personal data but the names of agents and
 * labels, which no hash covers. `npm run draw:verify -- FILE.json` and the console read the same.
 */
export interface DrawRecord {
  readonly format: 'lunjie-draw-1';
  readonly list: DrawList;
  /** SHA-256 (hex) of the list in canonical JSON. */
  readonly listHash: string;
  readonly published: DrawEntry;
  /** 32 bytes in hex; null before it is drawn. */
  readonly seed: string | null;
  readonly drawn: DrawEntry | null;
  readonly result: readonly DrawAssignment[];
  readonly names: { readonly agents: Readonly<Record<string, string>>; readonly customers: Readonly<Record<string, string>> };
}

/** One redistribution in the list of them. */
export interface DrawRow {
  readonly id: string;
  readonly state: DrawState;
  readonly method: RedistributionMethod;
  readonly reason: RedistributionReason;
  readonly from: PersonRef;
  readonly agents: readonly PersonRef[];
  readonly customers: number;
  readonly listHash: string;
  readonly publishedAt: number;
  readonly publishedBy: PersonRef;
  readonly publishedEntry: number;
  readonly doneAt: number | null;
  readonly doneBy: PersonRef | null;
  readonly doneEntry: number | null;
}

/** GET …/draws/:drawId, and the answer of every act on it. */
export interface DrawView {
  readonly draw: DrawRow;
  /** The whole list with who got whom: null before it is drawn, and for a customer who meanwhile had another owner. */
  readonly customers: readonly (DrawCustomer & { readonly label: string; readonly agent: PersonRef | null; readonly moved: boolean })[];
  /** Of a random draw; null for the other methods. */
  readonly record: DrawRecord | null;
}

/** GET /api/offices/:officeId/draws: newest first. */
export interface DrawsPage {
  readonly draws: readonly DrawRow[];
  readonly next: string | null;
}

/** POST …/draws/:drawId/cancel, before it is drawn: recorded with the reason; a drawn one stands. */
export interface CancelDrawRequest {
  readonly reason: string;
}

/** Most customers of one list. */
export const mostDrawn = 5_000;

/** What is wrong with a record; null where it holds. Wording lives in the console under `draws.fault`. */
export const drawFaults = [
  'format_unknown', 'list_not_canonical', 'list_hash_differs', 'published_entry_differs', 'published_other_list', 'not_drawn', 'drawn_entry_differs',
  'drawn_before_published', 'drawn_other_list', 'drawn_other_seed', 'result_differs',
] as const;
export type DrawFault = (typeof drawFaults)[number];
