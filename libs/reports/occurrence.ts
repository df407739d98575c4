import type { OccurrenceKind, ReportFilter } from '@lunjie/contracts';

/** How an occurrence can be told apart: a code, an id or a written word for each; '' where nothing was said. */
export type Traits = Readonly<Record<ReportFilter | 'reason', string>>;

/** One thing the statistics count, once: told by a register entry, on a business date. */
export interface Occurrence {
  readonly kind: OccurrenceKind;
  /** The entry that tells it. */
  readonly entry: number;
  readonly date: string;
  /** Hour of the office's day, 0 to 23. */
  readonly hour: number;
  /** A visit, a call or a deal; null where it is neither. */
  readonly about: string | null;
  readonly customer: string | null;
  readonly traits: Traits;
  /** 1, or -1 where an earlier one is taken back. */
  readonly number: number;
  /** Hundredths of a square metre. */
  readonly area: number;
  /** 分; what is taken back is negative, what is refunded is positive. */
  readonly fen: number;
}

export const untold: Traits = { agent: '', team: '', channel: '', home_area: '', age: '', purpose: '', layout: '', area: '', price: '', grade: '', reason: '' };
