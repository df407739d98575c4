import type { ReportPeriod, ReportSpan } from '@lunjie/contracts';
import { weekOf } from '@lunjie/evening';

const dayMs = 86_400_000;

/** A business date some days later (or earlier). */
export const daysAfter = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** How many days a span has. */
export const daysIn = ({ from, to }: ReportSpan): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs) + 1;

/** Every date of a span. */
export const datesOf = (span: ReportSpan): readonly string[] => Array.from({ length: daysIn(span) }, (_, index) => daysAfter(span.from, index));

/** The first of a date's month. */
export const monthOf = (date: string): string => `${date.slice(0, 7)}-01`;

const lastOfMonth = (date: string): string => new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).toISOString().slice(0, 10);

/** The day, week (from Monday) or calendar month a date lies in. */
export function spanOf(period: Exclude<ReportPeriod, 'range'>, date: string): ReportSpan {
  if (period === 'day') return { from: date, to: date };
  if (period === 'week') return { from: weekOf(date), to: daysAfter(weekOf(date), 6) };
  return { from: monthOf(date), to: lastOfMonth(date) };
}

/** The span before: of a month the calendar month before, else as many days. */
export function spanBefore(period: ReportPeriod, span: ReportSpan): ReportSpan {
  if (period === 'month') return spanOf('month', daysAfter(span.from, -1));
  return { from: daysAfter(span.from, -daysIn(span)), to: daysAfter(span.from, -1) };
}

/** Whole calendar months of a span, and the days beside them. */
export function partsOf({ from, to }: ReportSpan): { readonly months: readonly string[]; readonly days: readonly ReportSpan[] } {
  const months: string[] = [];
  const days: ReportSpan[] = [];
  for (let next = from; next <= to;) {
    const end = lastOfMonth(next);
    if (next === monthOf(next) && end <= to) months.push(next);
    else days.push({ from: next, to: end < to ? end : to });
    next = daysAfter(end, 1);
  }
  return { months, days };
}
