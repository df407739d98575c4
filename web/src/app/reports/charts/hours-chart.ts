import type { ReportView } from '@lunjie/contracts';
import { datesOf, weekday } from '@lunjie/reports';
import { categories, label, most, plain, type ToldChart } from './told-chart';

type T = (key: string, values?: Record<string, unknown>) => string;

/** Hours in which a sales office that states none is looked at. */
const usual = { opens: 9, closes: 18 };

/** When people come; nothing of a day on which nobody did: visits by hour and weekday, over the hours the office is open and any other in which somebody came. */
export function hoursChart({ lines, span }: ReportView, open: { readonly opens: string | null; readonly closes: string | null }, weekdays: readonly string[], t: T): ToldChart | null {
  if (lines.hour === undefined) return null;
  const visits = new Map(lines.hour.filter(({ now }) => now.visits > 0).map(({ value, now }) => [value, now.visits]));
  if (span.from === span.to && visits.size === 0) return null;
  const came = [...visits.keys()].map((value) => Number(value.slice(2)));
  const [opens, closes] = [Number(open.opens?.slice(0, 2) ?? usual.opens), lastHour(open.closes)];
  const first = Math.min(opens, ...came);
  const hours = Array.from({ length: Math.max(closes, ...came) - first + 1 }, (_, index) => first + index);
  const days = [...new Set(datesOf(span).map(weekday))].toSorted((one, other) => one - other);
  const at = (day: number, hour: number): number => visits.get(`${day}-${String(hour).padStart(2, '0')}`) ?? 0;
  const cells = days.flatMap((day, row) => hours.map((hour, column) => ({ day, hour, row, column, visits: at(day, hour) })));
  const busiest = most(cells, (cell) => cell.visits);
  const named = (day: number): string => weekdays[day - 1] ?? '';
  return {
    name: 'hours', height: 40 + days.length * 32,
    title: busiest === undefined ? t('reports.chart.hours.none') : t('reports.chart.hours.title', { day: named(busiest.day), from: busiest.hour, to: busiest.hour + 1, count: busiest.visits }),
    option: {
      ...plain, grid: { left: 4, right: 4, top: 4, bottom: 4, containLabel: true }, xAxis: categories(hours.map(String)), yAxis: categories(days.map(named), { inverse: true }),
      visualMap: { show: false, min: 0, max: Math.max(1, busiest?.visits ?? 1), inRange: { opacity: 1 } },
      series: [{ type: 'heatmap', silent: true, data: cells.map(({ column, row, visits: count }) => ({ value: [column, row, count], itemStyle: { color: shade(count, busiest?.visits ?? 1) } })), itemStyle: { borderColor: 'var(--rule)', borderWidth: 1 },
        label: { ...label, formatter: ({ value }: { value: readonly number[] }) => value[2] ? String(value[2]) : '' } }],
    },
    head: [t('reports.chart.hours.day'), ...hours.map((hour) => t('reports.chart.hours.hour', { hour }))],
    rows: days.map((day) => [named(day), ...hours.map((hour) => String(at(day, hour)))]),
  };
}

/** Darker the more came, and never so dark that the number on it could not be read. */
const shade = (count: number, atMost: number): string => `color-mix(in srgb, var(--accent) ${Math.round((count / atMost) * 45)}%, var(--surface))`;

/** An office that closes at 18:00 is not open at eighteen. */
function lastHour(closes: string | null): number {
  const [hour = usual.closes, minute = 0] = closes?.split(':').map(Number) ?? [];
  return minute > 0 ? hour : hour - 1;
}
