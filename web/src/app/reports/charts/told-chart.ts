import type { EChartsCoreOption } from 'echarts/core';

/** What a chart shows: said in a sentence, drawn, and written out for whoever cannot see it. */
export interface ToldChart {
  readonly name: string;
  readonly title: string;
  /** px, known before anything is drawn, so that nothing jumps. */
  readonly height: number;
  readonly option: EChartsCoreOption;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const ink = 'var(--ink)';
const quiet = 'var(--ink-quiet)';
const rule = 'var(--rule)';

/** What all charts have: nothing moves, nothing is hovered, ink from the console's tokens. */
export const plain: EChartsCoreOption = { animation: false, textStyle: { color: ink, fontFamily: 'system-ui, sans-serif', fontSize: 12 } };

/** Series told apart by fill and outline, not by colour alone. */
export const filled = { color: 'var(--accent)' };
export const outlined = { color: 'transparent', borderColor: quiet, borderWidth: 1.5, borderType: [3, 2] };

export const label = { show: true, color: ink, fontSize: 12 };

export const categories = (data: readonly string[], more: object = {}): object => ({
  type: 'category', data, axisLabel: { color: ink, fontSize: 12 }, axisLine: { lineStyle: { color: quiet } }, axisTick: { show: false }, ...more,
});
export const counts: object = { type: 'value', minInterval: 1, axisLabel: { color: quiet, fontSize: 12 }, splitLine: { lineStyle: { color: rule } } };
export const legend: object = { top: 0, left: 0, itemWidth: 22, itemHeight: 10, textStyle: { color: ink, fontSize: 12 }, selectedMode: false };
export const grid = (top: number): object => ({ left: 8, right: 36, top, bottom: 4, containLabel: true });

/** Of several the one with most; undefined where all are empty. */
export function most<T>(several: readonly T[], count: (one: T) => number): T | undefined {
  return several.reduce<T | undefined>((best, one) => count(one) > (best === undefined ? 0 : count(best)) ? one : best, undefined);
}
