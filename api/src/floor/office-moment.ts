import type { CreditEnds, OfficeMoment } from '@lunjie/rotation';
import type { Duration } from '@lunjie/policy';
import { DateTime } from 'luxon';

/** More minutes than are asked about at once; the past is asked about now and then. */
const mostKept = 512;

/** Reads a zone's calendar once a minute: every request asks for the running one, and reading costs more than deciding. */
function eachMinute<T>(read: (local: DateTime) => T): (zone: string, at: number) => T {
  const kept = new Map<string, T>();
  return (zone, at) => {
    const minute = `${Math.floor(at / 60_000)} ${zone}`;
    const known = kept.get(minute);
    if (known !== undefined) return known;
    const told = read(DateTime.fromMillis(at, { zone }));
    if (kept.size >= mostKept) kept.clear();
    kept.set(minute, told);
    return told;
  };
}

const onTheWall = eachMinute((local) => ({ date: local.toFormat('yyyy-MM-dd'), time: local.toFormat('HH:mm') }));

/** An instant as the office's clock on the wall shows it. */
export function momentIn(zone: string, at: number): OfficeMoment {
  return { at, ...onTheWall(zone, at) };
}

/** The instants at which the office's running day, week (from Monday) and month end. */
export const endsIn: (zone: string, at: number) => CreditEnds = eachMinute((local) => {
  const after = (unit: 'day' | 'week' | 'month'): number => local.endOf(unit).toMillis() + 1;
  return { day: after('day'), week: after('week'), month: after('month') };
});

/** The instant a length of time after another, by the office's own calendar: a day later is the same time on the wall. */
export function instantAfter(zone: string, at: number, { amount, unit }: Duration): number {
  return DateTime.fromMillis(at, { zone }).plus({ [unit]: amount }).toMillis();
}
