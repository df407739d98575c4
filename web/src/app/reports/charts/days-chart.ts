import type { ReportFigure, ReportView } from '@lunjie/contracts';
import { datesOf } from '@lunjie/reports';
import { categories, counts, grid, legend, most, plain, type ToldChart } from './told-chart';

type T = (key: string, values?: Record<string, unknown>) => string;

/** Lines told apart by their marks and strokes. */
const drawn = [
  { figure: 'calls', symbol: 'triangle', lineStyle: { type: [4, 3], width: 1.5, color: 'var(--ink-quiet)' }, itemStyle: { color: 'var(--ink-quiet)' } },
  { figure: 'firstVisits', symbol: 'circle', lineStyle: { type: 'solid', width: 2.5, color: 'var(--accent)' }, itemStyle: { color: 'var(--accent)' } },
  { figure: 'returnVisits', symbol: 'rect', lineStyle: { type: [8, 3, 2, 3], width: 1.5, color: 'var(--ink)' }, itemStyle: { color: 'var(--ink)' } },
] as const satisfies readonly { readonly figure: ReportFigure; readonly [name: string]: unknown }[];

/** Calls and visits day by day; null of one day. @param day how a date is written */
export function daysChart({ lines, span, today }: ReportView, day: (date: string) => string, t: T): ToldChart | null {
  const dates = datesOf(span).filter((date) => date <= today);
  if (dates.length < 2) return null;
  const told = new Map((lines.day ?? []).map(({ value, now }) => [value, now]));
  const of = (date: string, figure: ReportFigure): number => told.get(date)?.[figure] ?? 0;
  const best = most(dates, (date) => of(date, 'firstVisits'));
  const names = drawn.map(({ figure }) => t(`reports.figure.${figure}`));
  return {
    name: 'days', height: 240, title: best === undefined ? t('reports.chart.days.none') : t('reports.chart.days.title', { day: day(best), count: of(best, 'firstVisits') }),
    option: {
      ...plain, legend, grid: { ...grid(34), right: 20 }, xAxis: categories(dates.map(day), { boundaryGap: false }), yAxis: counts,
      series: drawn.map(({ figure, ...style }, index) => ({ type: 'line', silent: true, symbolSize: 7, showAllSymbol: true, ...style, name: names[index], data: dates.map((date) => of(date, figure)) })),
    },
    head: [t('reports.date'), ...names], rows: dates.map((date) => [day(date), ...drawn.map(({ figure }) => String(of(date, figure)))]),
  };
}
