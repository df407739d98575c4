import type { Duration, PolicyValues } from '@lunjie/policy';
import { isWorkingDay, nextWorkingDay, plusDays, utcOf, type LocalMoment, type WorkingCalendar } from './working-time';

type FollowUp = PolicyValues['follow_up'];

function lastDayOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A date some calendar months later: the 31st becomes the last day of a shorter month. */
function plusMonths(date: string, months: number): string {
  const counted = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(counted / 12), (counted % 12) + 1];
  const day = Math.min(Number(date.slice(8, 10)), lastDayOfMonth(year, month));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The date a length of time after another, by the calendar; lengths under a day end the same day. */
export function dateAfter(date: string, { amount, unit }: Duration): string {
  if (unit === 'month') return plusMonths(date, amount);
  return plusDays(date, { second: 0, minute: 0, hour: 0, day: 1, week: 7 }[unit] * amount);
}

/** A day that is none of work becomes the one before or after it, where the office says so; never earlier than `notBefore`. */
export function onWorkingDay(calendar: WorkingCalendar, date: string, rule: FollowUp['on_rest_day'], notBefore: string): string {
  if (rule === 'stays' || isWorkingDay(calendar, date)) return date;
  if (rule === 'next') return nextWorkingDay(calendar, date);
  for (let day = plusDays(date, -1); day >= notBefore; day = plusDays(day, -1)) if (isWorkingDay(calendar, day)) return day;
  return nextWorkingDay(calendar, date);
}

/** The last day to call back who called on a date (000 §9, P140); null where the office asks for none. */
export function callBackBy(date: string, { phone, follow_up: rules }: Pick<PolicyValues, 'phone' | 'follow_up'>, calendar: WorkingCalendar): string | null {
  return phone.callback_days === null ? null : onWorkingDay(calendar, plusDays(date, phone.callback_days), rules.on_rest_day, date);
}

/** The day a customer of a grade is to be contacted next, counted from a contact (P72); null where their grade has no interval. */
export function nextContactOn(date: string, grade: string | null, rules: FollowUp, calendar: WorkingCalendar): string | null {
  const every = rules.cadence.find((row) => row.grade === grade)?.every ?? null;
  return every === null ? null : onWorkingDay(calendar, dateAfter(date, every), rules.on_rest_day, date);
}

/** Whom an overdue task has reached by an instant: the agent, then the supervisor, then the manager (P72). Instants in epoch ms. */
export type EscalationLevel = 0 | 1 | 2 | 3;

/** The instants at which an overdue task is told further, each later than the one before; null where the office tells nobody. */
export interface EscalationTimes {
  readonly agent: number;
  readonly supervisor: number | null;
  readonly manager: number | null;
}

export function levelAt({ agent, supervisor, manager }: EscalationTimes, at: number): EscalationLevel {
  if (manager !== null && at >= manager) return 3;
  if (supervisor !== null && at >= supervisor) return 2;
  return at >= agent ? 1 : 0;
}

const minute = 60_000;
const readers = new Map<string, Intl.DateTimeFormat>();

/** What the clock on the wall shows at an instant, as if it were UTC (ms). */
function wallAt(zone: string, at: number): number {
  let reader = readers.get(zone);
  if (!reader) {
    reader = new Intl.DateTimeFormat('en-US', { timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
    readers.set(zone, reader);
  }
  const parts = Object.fromEntries(reader.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts['year'] ?? 0, (parts['month'] ?? 1) - 1, parts['day'], parts['hour'], parts['minute'], parts['second']);
}

/**
 * The first instant (epoch ms) at which the clock on the wall of a zone shows a moment: where clocks go back over it the
 * first of the two, where they go forward over it the instant they do.
 * @param zone IANA name
 */
export function instantOf(zone: string, { date, minute: past }: LocalMoment): number {
  const wanted = utcOf(date) + past * minute;
  const day = 24 * 60 * minute;
  const offsets = [wanted - day, wanted + day].map((at) => wallAt(zone, at) - at);
  const [first = wanted, second = wanted] = offsets.map((offset) => wanted - offset).toSorted((one, other) => one - other);
  for (const guess of [first, second]) if (wallAt(zone, guess) === wanted) return guess;
  let at = first;
  while (wallAt(zone, at) < wanted) at += minute;
  return at;
}

/** The instant (epoch ms) a task becomes overdue that is due on a date: when that day is over in the office. */
export function overdueFrom(zone: string, date: string): number {
  return instantOf(zone, { date: plusDays(date, 1), minute: 0 });
}

/** Hours of the day at the office's wall, 'HH:MM'; those that end before they begin go over midnight. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

/** When quiet hours end (epoch ms), where an instant lies within them; null where it does not, and where they begin as they end. */
export function quietUntil(zone: string, at: number, { from, until }: QuietHours): number | null {
  const [begins, ends] = [from, until].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  const wall = wallAt(zone, at);
  const today = new Date(wall).toISOString().slice(0, 10);
  const now = Math.floor((wall - utcOf(today)) / minute);
  if (begins === undefined || ends === undefined || begins === ends) return null;
  if (begins < ends) return now >= begins && now < ends ? instantOf(zone, { date: today, minute: ends }) : null;
  if (now >= begins) return instantOf(zone, { date: plusDays(today, 1), minute: ends });
  return now < ends ? instantOf(zone, { date: today, minute: ends }) : null;
}
