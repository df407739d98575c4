import type { OccurrenceKind, ReportDimension, ReportFigure, ReportFigures, ReportLine, ReportRatios } from '@lunjie/contracts';
import type { Tally } from './tally';

type Measure = 'number' | 'area' | 'fen';
type Term = readonly [sign: 1 | -1, measure: Measure, kind: OccurrenceKind];

const plus = (measure: Measure, ...kinds: readonly OccurrenceKind[]): readonly Term[] => kinds.map((kind) => [1, measure, kind]);
const minus = (measure: Measure, ...kinds: readonly OccurrenceKind[]): readonly Term[] => kinds.map((kind) => [-1, measure, kind]);

const cancelled = ['subscription_cancelled', 'contract_cancelled'] as const;

/**
 * Every figure of the sheets as a sum of what was counted, so that it can be opened. 净签约 = 签约 − 退房 (认购退 + 签约退) +
 * 换房 (forms no. 11); an exchange leaves as many contracts as there were, and changes the area and money of a signed one.
 */
export const terms: Readonly<Record<ReportFigure, readonly Term[]>> = {
  calls: plus('number', 'first_call', 'repeat_call'),
  firstCalls: plus('number', 'first_call'),
  visits: plus('number', 'first_visit', 'return_visit', 'unreceived_visit', 'other_visit'),
  firstVisits: plus('number', 'first_visit'),
  returnVisits: plus('number', 'return_visit'),
  visitsAfterCall: plus('number', 'visit_after_call'),
  unreceived: plus('number', 'unreceived_visit'),
  otherVisits: plus('number', 'other_visit'),
  softDeposits: plus('number', 'soft_deposit'),
  firmDeposits: plus('number', 'firm_deposit'),
  contracts: plus('number', 'contract'),
  subscriptionsCancelled: plus('number', 'subscription_cancelled'),
  contractsCancelled: plus('number', 'contract_cancelled'),
  exchanges: plus('number', 'exchange'),
  netContracts: [...plus('number', 'contract'), ...minus('number', ...cancelled)],
  netArea: [...plus('area', 'contract', 'exchange'), ...minus('area', ...cancelled)],
  netFen: [...plus('fen', 'contract', 'exchange'), ...minus('fen', ...cancelled)],
  contractArea: plus('area', 'contract'),
  contractFen: plus('fen', 'contract'),
  receivedFen: plus('fen', 'receipt'),
  refundedFen: plus('fen', 'refund'),
  netReceivedFen: [...plus('fen', 'receipt'), ...minus('fen', 'refund')],
  lost: plus('number', 'lost'),
};

export const reportFigures = Object.keys(terms) as readonly ReportFigure[];

/** The kinds of occurrence a figure is counted from. */
export const kindsOf = (figure: ReportFigure): readonly OccurrenceKind[] => [...new Set(terms[figure].map(([, , kind]) => kind))];

const known: ReadonlySet<string> = new Set(reportFigures);

/** Whether a text names a figure. */
export const isFigure = (text: string): text is ReportFigure => known.has(text);

type Changing = { -readonly [figure in ReportFigure]: number };

interface Summing {
  readonly value: string;
  readonly now: Changing;
  readonly before: Changing;
}

/** To which figures an occurrence of a kind adds: the terms, looked at from the other side. */
const adds = new Map<OccurrenceKind, (readonly [figure: ReportFigure, sign: 1 | -1, measure: Measure])[]>();
for (const figure of reportFigures) {
  for (const [sign, measure, kind] of terms[figure]) adds.set(kind, [...adds.get(kind) ?? [], [figure, sign, measure]]);
}

const nothing = Object.fromEntries(reportFigures.map((figure) => [figure, 0])) as unknown as ReportFigures;

function add(figures: Changing, tally: Pick<Tally, 'kind' | Measure>): void {
  for (const [figure, sign, measure] of adds.get(tally.kind) ?? []) figures[figure] += sign * tally[measure];
}

/** A line's figures, of the tallies of one value. */
export function figuresOf(tallies: Iterable<Pick<Tally, 'kind' | Measure>>): ReportFigures {
  const figures: Changing = { ...nothing };
  for (const tally of tallies) add(figures, tally);
  return figures;
}

const share = (part: number, whole: number): number | null => whole <= 0 ? null : Math.round((part * 10_000) / whole);

/** The ratios a sheet shows, in basis points. */
export function ratiosOf({ firstCalls, visitsAfterCall, firstVisits, firmDeposits }: ReportFigures): ReportRatios {
  return { callToVisit: share(visitsAfterCall, firstCalls), closing: share(firmDeposits, firstVisits) };
}

/** The lines of each dimension, values in their own order: the written sheet sorts as it likes. */
export function linesOf(now: readonly Tally[], before: readonly Tally[]): Readonly<Partial<Record<ReportDimension, readonly ReportLine[]>>> {
  const dimensions = new Map<ReportDimension, Map<string, Summing>>();
  for (const [span, tallies] of [['now', now], ['before', before]] as const) {
    for (const tally of tallies) {
      const values = dimensions.get(tally.dimension) ?? new Map<string, Summing>();
      const line = values.get(tally.value) ?? { value: tally.value, now: { ...nothing }, before: { ...nothing } };
      add(line[span], tally);
      dimensions.set(tally.dimension, values.set(tally.value, line));
    }
  }
  return Object.fromEntries([...dimensions].map(([dimension, values]) => [dimension, [...values.values()].sort((one, other) => one.value < other.value ? -1 : 1)]));
}
