import type { ReportFigure, ReportLine, ReportView } from '@lunjie/contracts';
import { ratiosOf } from '@lunjie/reports';
import { categories, counts, filled, grid, label, legend, most, outlined, plain, type ToldChart } from './told-chart';

type T = (key: string, values?: Record<string, unknown>) => string;

const steps: readonly ReportFigure[] = ['calls', 'firstVisits', 'softDeposits', 'firmDeposits', 'contracts'];

/** 来电 → 来访 → 小定 → 大定 → 签约, each as wide as it is many. */
export function funnelChart({ total: { now, before } }: ReportView, share: (points: number | null) => string, t: T): ToldChart {
  const names = steps.map((figure) => t(`reports.figure.${figure}`));
  const widest = Math.max(1, ...steps.map((figure) => now[figure]));
  return {
    name: 'funnel', height: 208, title: t('reports.chart.funnel.title', { visits: now.firstVisits, deposits: now.firmDeposits, closing: share(ratiosOf(now).closing) }),
    option: {
      ...plain, grid: { left: 4, right: 40, top: 4, bottom: 4, containLabel: true }, xAxis: { type: 'value', show: false, min: 0, max: widest }, yAxis: categories(names, { inverse: true }),
      series: [
        { type: 'bar', stack: 'step', silent: true, barCategoryGap: '18%', itemStyle: { color: 'transparent' }, data: steps.map((figure) => (widest - now[figure]) / 2) },
        { type: 'bar', stack: 'step', silent: true, itemStyle: filled, label: { ...label, position: 'right', formatter: ({ dataIndex }: { dataIndex: number }) => String(now[steps[dataIndex] ?? 'calls']) }, data: steps.map((figure) => now[figure]) },
      ],
    },
    head: [t('reports.chart.funnel.step'), t('reports.chart.now'), t('reports.chart.before')], rows: steps.map((figure, index) => [names[index] ?? '', String(now[figure]), String(before[figure])]),
  };
}

/** A line by its name. */
export interface NamedLine extends ReportLine {
  readonly label: string;
}

/** First visits by the ways they heard of the project, beside the period before. */
export function channelsChart(lines: readonly NamedLine[], t: T): ToldChart {
  const shown = lines.filter(({ now, before }) => now.firstVisits + before.firstVisits > 0);
  const best = most(shown.filter(({ value }) => value !== ''), ({ now }) => now.firstVisits);
  return {
    name: 'channels', height: barsHeight(shown.length),
    title: best ? t('reports.chart.channels.title', { channel: best.label, count: best.now.firstVisits, before: best.before.firstVisits }) : t('reports.chart.channels.none'),
    option: bars(shown.map((line) => line.label), [
      { name: t('reports.chart.now'), itemStyle: filled, data: shown.map(({ now }) => now.firstVisits) }, { name: t('reports.chart.before'), itemStyle: outlined, data: shown.map(({ before }) => before.firstVisits) },
    ]),
    head: [t('reports.dimension.channel'), t('reports.chart.now'), t('reports.chart.before')], rows: shown.map((line) => [line.label, String(line.now.firstVisits), String(line.before.firstVisits)]),
  };
}

/** First visits and firm deposits, agent by agent. */
export function agentsChart(lines: readonly NamedLine[], t: T): ToldChart {
  const shown = lines.filter(({ value, now }) => value !== '' && now.firstVisits + now.firmDeposits > 0).toSorted((one, other) => other.now.firstVisits - one.now.firstVisits);
  const best = most(shown, ({ now }) => now.firstVisits);
  const names = [t('reports.figure.firstVisits'), t('reports.figure.firmDeposits')];
  return {
    name: 'agents', height: barsHeight(shown.length), title: best ? t('reports.chart.agents.title', { name: best.label, count: best.now.firstVisits }) : t('reports.chart.agents.none'),
    option: bars(shown.map((line) => line.label), [
      { name: names[0], itemStyle: filled, data: shown.map(({ now }) => now.firstVisits) }, { name: names[1], itemStyle: { ...outlined, borderColor: 'var(--ink)', borderType: 'solid' }, data: shown.map(({ now }) => now.firmDeposits) },
    ]),
    head: [t('reports.dimension.agent'), ...names], rows: shown.map(({ label: name, now }) => [name, String(now.firstVisits), String(now.firmDeposits)]),
  };
}

const barsHeight = (lines: number): number => 48 + Math.max(3, lines) * 36;

const bars = (names: readonly string[], series: readonly { readonly name: string | undefined; readonly itemStyle: object; readonly data: readonly number[] }[]): ToldChart['option'] => ({
  ...plain, legend, grid: grid(30), xAxis: counts, yAxis: categories(names, { inverse: true }),
  series: series.map((one) => ({ type: 'bar', silent: true, barGap: '15%', label: { ...label, position: 'right', formatter: ({ value }: { value: number | null }) => value === null ? '' : String(value) }, ...one, data: one.data.map((value) => value === 0 ? null : value) })),
});
