import type { Holiday, HolidayKind, Weekday } from '@lunjie/contracts';

/** When an office works, as it states it. */
export interface WorkingDays {
  readonly restDays: readonly Weekday[];
  /** 'HH:MM'; null on either side counts whole days, midnight to midnight. */
  readonly opens: string | null;
  readonly closes: string | null;
  readonly holidays: readonly Pick<Holiday, 'date' | 'kind'>[];
}

/** The same, ready to be asked. */
export interface WorkingCalendar {
  readonly restDays: ReadonlySet<number>;
  readonly exceptions: ReadonlyMap<string, HolidayKind>;
  /** Minutes after midnight. */
  readonly from: number;
  readonly to: number;
}

/** A moment on the office's own clock: its business date and the minutes after midnight. No time zone: days and hours are the office's. */
export interface LocalMoment {
  readonly date: string;
  readonly minute: number;
}

const wholeDay = 24 * 60;
/** A calendar without a working day in as many days is a slip; looking on would not end. */
const longestRest = 3_660;

/** Makes a calendar of what the office states. */
export function workingCalendar({ restDays, opens, closes, holidays }: WorkingDays): WorkingCalendar {
  const stated = opens !== null && closes !== null;
  return {
    restDays: new Set(restDays),
    exceptions: new Map(holidays.map(({ date, kind }) => [date, kind])),
    from: stated ? minuteOf(opens) : 0,
    to: stated ? minuteOf(closes) : wholeDay,
  };
}

/** Whether the office works on a business date: a holiday says so first, then the day of the week. */
export function isWorkingDay(calendar: WorkingCalendar, date: string): boolean {
  const exception = calendar.exceptions.get(date);
  if (exception !== undefined) return exception === 'open';
  return !calendar.restDays.has(weekdayOf(date));
}

/** The first working day on or after a date; the date itself where the office never works in ten years. */
export function nextWorkingDay(calendar: WorkingCalendar, date: string): string {
  for (let days = 0; days < longestRest; days += 1) {
    const day = plusDays(date, days);
    if (isWorkingDay(calendar, day)) return day;
  }
  return date;
}

/** The working day so many working days after a date: 1 is the next one, 0 the date itself, or the next where it is none. */
export function workingDayAfter(calendar: WorkingCalendar, date: string, days: number): string {
  let day = nextWorkingDay(calendar, date);
  // From a day of rest the first working day is one day on already.
  for (let left = day === date ? days : days - 1; left > 0; left -= 1) day = nextWorkingDay(calendar, plusDays(day, 1));
  return day;
}

/** Working days after one date up to and with another; 0 where the second is not later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: string, to: string): number {
  let count = 0;
  for (let day = plusDays(from, 1); day <= to; day = plusDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1;
  return count;
}

/** Minutes of working time between two moments; 0 where the second is not later. */
export function workingMinutesBetween(calendar: WorkingCalendar, from: LocalMoment, to: LocalMoment): number {
  let minutes = 0;
  for (let day = from.date; day <= to.date; day = plusDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue;
    const begin = day === from.date ? Math.max(calendar.from, from.minute) : calendar.from;
    const end = day === to.date ? Math.min(calendar.to, to.minute) : calendar.to;
    minutes += Math.max(0, end - begin);
  }
  return minutes;
}

/** The moment when so many minutes of working time have passed since another. What ends at closing time ends that day. */
export function afterWorkingMinutes(calendar: WorkingCalendar, from: LocalMoment, minutes: number): LocalMoment {
  let left = minutes;
  let { date, minute } = from;
  for (let days = 0; days < longestRest * 10; days += 1) {
    if (isWorkingDay(calendar, date)) {
      const begin = Math.max(calendar.from, minute);
      const room = calendar.to - begin;
      if (room > 0 && left <= room) return { date, minute: begin + left };
      left -= Math.max(0, room);
    }
    [date, minute] = [plusDays(date, 1), 0];
  }
  return from;
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Midnight UTC of a business date: for counting days. */
export function utcOf(date: string): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
}

/** A business date some days later, or earlier. */
export function plusDays(date: string, days: number): string {
  return new Date(utcOf(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. */
function weekdayOf(date: string): number {
  return new Date(utcOf(date)).getUTCDay() || 7;
}
