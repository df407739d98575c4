import { reportDimensions, type OccurrenceKind, type ReportDimension } from '@lunjie/contracts';
import type { Occurrence } from './occurrence';

/** How often something happened under one value of a dimension, and what it came to. */
export interface Tally {
  readonly dimension: ReportDimension;
  readonly value: string;
  readonly kind: OccurrenceKind;
  readonly number: number;
  /** Hundredths of a square metre. */
  readonly area: number;
  /** 分. */
  readonly fen: number;
}

/** Monday is 1. @param date `YYYY-MM-DD` */
export const weekday = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7 + 1;

/** The value an occurrence has in a dimension; null where it has no place there: reasons are given for what was lost alone. */
export function valueIn(dimension: ReportDimension, occurrence: Pick<Occurrence, 'kind' | 'date' | 'hour' | 'traits'>): string | null {
  switch (dimension) {
    case 'all': return '';
    case 'day': return occurrence.date;
    case 'hour': return `${weekday(occurrence.date)}-${String(occurrence.hour).padStart(2, '0')}`;
    case 'reason': return occurrence.kind === 'lost' ? occurrence.traits.reason : null;
    default: return occurrence.traits[dimension];
  }
}

/** Counts occurrences by every dimension. */
export function tallyOf(occurrences: Iterable<Occurrence>): readonly Tally[] {
  const sums = new Map<string, { readonly dimension: ReportDimension; readonly value: string; readonly kind: OccurrenceKind; number: number; area: number; fen: number }>();
  for (const occurrence of occurrences) {
    for (const dimension of reportDimensions) {
      const value = valueIn(dimension, occurrence);
      if (value === null) continue;
      add(sums, { dimension, value, kind: occurrence.kind, number: occurrence.number, area: occurrence.area, fen: occurrence.fen });
    }
  }
  return [...sums.values()];
}

/** Several tallies as one. */
export function summed(tallies: Iterable<Tally>): readonly Tally[] {
  const sums = new Map<string, Tally & { number: number; area: number; fen: number }>();
  for (const tally of tallies) add(sums, tally);
  return [...sums.values()];
}

function add(sums: Map<string, Tally & { number: number; area: number; fen: number }>, tally: Tally): void {
  const key = `${tally.dimension}\n${tally.value}\n${tally.kind}`;
  const sum = sums.get(key);
  if (!sum) {
    sums.set(key, { ...tally });
    return;
  }
  sum.number += tally.number;
  sum.area += tally.area;
  sum.fen += tally.fen;
}
