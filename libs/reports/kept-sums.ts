import type { OccurrenceKind, ReportDimension } from '@lunjie/contracts';
import type { Tally } from './tally';

/** A sum as it is kept: value, kind, number, and area and money where there are any. */
type KeptSum = readonly [value: string, kind: OccurrenceKind, number: number, area?: number, fen?: number];

/** The sums of a period by dimension, each as one text that is the same for the same sums: what is kept is read back whole. */
export function keptSums(tallies: Iterable<Tally>): ReadonlyMap<ReportDimension, string> {
  const dimensions = new Map<ReportDimension, KeptSum[]>();
  for (const { dimension, value, kind, number, area, fen } of tallies) {
    const sum: KeptSum = area === 0 && fen === 0 ? [value, kind, number] : [value, kind, number, area, fen];
    const sums = dimensions.get(dimension);
    if (sums) sums.push(sum);
    else dimensions.set(dimension, [sum]);
  }
  return new Map([...dimensions].map(([dimension, sums]) => [dimension, JSON.stringify(sums.sort(inOrder))]));
}

/** What a kept text tells. */
export function talliesKept(dimension: ReportDimension, kept: string): readonly Tally[] {
  return (JSON.parse(kept) as readonly KeptSum[]).map(([value, kind, number, area = 0, fen = 0]) => ({ dimension, value, kind, number, area, fen }));
}

const inOrder = ([value, kind]: KeptSum, [otherValue, otherKind]: KeptSum): number => value === otherValue ? (kind < otherKind ? -1 : 1) : value < otherValue ? -1 : 1;
