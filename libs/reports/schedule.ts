import type { ReportPeriod, ReportSpan } from '@lunjie/contracts';
import { daysAfter, monthOf, spanOf } from './periods';

export type ScheduledPeriod = Exclude<ReportPeriod, 'range'>;

/** When an office's sheets are made (P148): a time of day, and of a month the day it is due on. */
export interface SheetSchedule {
  readonly schedule: readonly ('daily' | 'weekly' | 'monthly')[];
  /** `HH:MM`. */
  readonly at: string;
  readonly monthly_day: number;
}

const periodOf = { daily: 'day', weekly: 'week', monthly: 'month' } as const satisfies Record<SheetSchedule['schedule'][number], ScheduledPeriod>;

/** The business date on which the sheet of a period is due: the next day, the next Monday, a day of the next month. */
export function dueOn(period: ScheduledPeriod, span: ReportSpan, { monthly_day: day }: Pick<SheetSchedule, 'monthly_day'>): string {
  return period === 'month' ? daysAfter(daysAfter(span.to, 1), day - 1) : daysAfter(span.to, 1);
}

/**
 * Sheets that are due by now and were not made, the earliest first (003 §(三)6–8). Pure.
 * @param moment the office's business date and `HH:MM`
 * @param from the first date that is still reported on
 * @param made what was made, as `period/startsOn`
 */
export function sheetsDue(schedule: SheetSchedule, moment: { readonly date: string; readonly time: string }, from: string, made: ReadonlySet<string>): readonly { readonly period: ScheduledPeriod; readonly span: ReportSpan }[] {
  return schedule.schedule.flatMap((name) => {
    const period = periodOf[name];
    const due: { readonly period: ScheduledPeriod; readonly span: ReportSpan }[] = [];
    for (let span = spanOf(period, from); span.to < moment.date; span = spanOf(period, daysAfter(span.to, 1))) {
      const on = dueOn(period, span, schedule);
      if ((on < moment.date || (on === moment.date && schedule.at <= moment.time)) && !made.has(`${period}/${span.from}`)) due.push({ period, span });
    }
    return due;
  }).toSorted((one, other) => one.span.to < other.span.to ? -1 : one.span.to > other.span.to ? 1 : 0);
}

/** The first date a sheet is still made of after a pause: of two months before. */
export const reportedFrom = (today: string, firstDay: string): string => {
  const earliest = monthOf(daysAfter(monthOf(daysAfter(monthOf(today), -1)), -1));
  return firstDay > earliest ? firstDay : earliest;
};
