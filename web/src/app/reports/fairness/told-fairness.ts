import type { FairnessFigure, FairnessRow } from '@lunjie/contracts';

type Told = (key: string, values?: Record<string, unknown>) => string;

/** How a figure stands to chance: in the interval, outside it and yet within what somebody always is, or beyond. */
export type ChanceState = 'inside' | 'outside' | 'more' | 'fewer';

/** A figure as it is read. */
export interface ToldFigure {
  readonly figure: FairnessFigure;
  readonly label: string;
  readonly due: string;
  /** With its sign; a true minus. */
  readonly difference: string;
  readonly interval: string;
  readonly state: ChanceState;
  readonly verdict: string;
}

/** One decimal: turns are shared in parts, and nobody reads further. */
export function tenths(turns: number): string {
  return turns.toFixed(1);
}

export function signed(turns: number): string {
  const told = tenths(Math.abs(turns));
  if (Number(told) === 0) return '0.0';
  return `${turns < 0 ? '−' : '+'}${told}`;
}

export function chanceState({ verdict, given, low, high }: FairnessFigure): ChanceState {
  if (verdict !== 'within') return verdict;
  return given >= low && given <= high ? 'inside' : 'outside';
}

export function tellFigure(figure: FairnessFigure, t: Told): ToldFigure {
  const { kind, due, given, low, high, verdict } = figure;
  return {
    figure, label: t(`fairness.kind.${kind}`), due: tenths(due), difference: signed(given - due),
    interval: low === high ? String(low) : `${low}–${high}`, state: chanceState(figure), verdict: t(`fairness.verdict.${verdict}`),
  };
}

/** A row's number of turns in one sentence, with both compared values. */
export function explain({ figures: [all] }: FairnessRow, compared: number, t: Told): string {
  if (!all) return '';
  const { due, given, low, high, chance } = all;
  if (due === 0 && given === 0) return t('fairness.explain.nothing');
  const because = t(`fairness.explain.${chanceState(all)}`, { compared, chance: Math.max(1, Math.round(chance * 100)) });
  return t('fairness.explain.sentence', { due: tenths(due), given, low, high, because });
}
