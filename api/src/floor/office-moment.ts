import type { CreditEnds, OfficeMoment } from '@lunjie/rotation';
import type { Duration } from '@lunjie/policy';
import { DateTime } from 'luxon';

/** An instant as the office's clock on the wall shows it. */
export function momentIn(zone: string, at: number): OfficeMoment {
  const local = DateTime.fromMillis(at, { zone });
  return { at, date: local.toFormat('yyyy-MM-dd'), time: local.toFormat('HH:mm') };
}

/** The instants at which the office's running day, week (from Monday) and month end. */
export function endsIn(zone: string, at: number): CreditEnds {
  const local = DateTime.fromMillis(at, { zone });
  const after = (unit: 'day' | 'week' | 'month'): number => local.endOf(unit).toMillis() + 1;
  return { day: after('day'), week: after('week'), month: after('month') };
}

/** The instant a length of time after another, by the office's own calendar: a day later is the same time on the wall. */
export function instantAfter(zone: string, at: number, { amount, unit }: Duration): number {
  return DateTime.fromMillis(at, { zone }).plus({ [unit]: amount }).toMillis();
}
