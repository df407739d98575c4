import type { RequestClass, RequestComplexity, RequestStep, RequestTold } from '@lunjie/contracts';
import { afterWorkingMinutes, workingDayAfter, type LocalMoment, type WorkingCalendar } from '@lunjie/follow-up';
import type { Duration, PolicyValues } from '@lunjie/policy';

type Values = PolicyValues['requests'];

const daysOf: Readonly<Record<Duration['unit'], number>> = { second: 0, minute: 0, hour: 0, day: 1, week: 7, month: 30 };

/** The moment a length of the office's working time after another: a day is a working day, an hour an hour in which the office is open. */
function after(calendar: WorkingCalendar, from: LocalMoment, { amount, unit }: Duration): LocalMoment {
  const days = daysOf[unit];
  // Two days from Friday afternoon is Tuesday afternoon where the weekend is free.
  if (days > 0) return { date: workingDayAfter(calendar, from.date, amount * days), minute: Math.min(Math.max(from.minute, calendar.from), calendar.to) };
  return afterWorkingMinutes(calendar, from, unit === 'hour' ? amount * 60 : unit === 'minute' ? amount : Math.ceil(amount / 60));
}

function earlier(one: LocalMoment, other: LocalMoment): LocalMoment {
  return one.date < other.date || (one.date === other.date && one.minute <= other.minute) ? one : other;
}

/** Until when a customer is promised an answer (001: simple and complex). A complaint has a time of its own besides (003 篇十一 五): the earlier binds. */
export function promiseOf(calendar: WorkingCalendar, from: LocalMoment, given: { readonly class: RequestClass; readonly complexity: RequestComplexity }, values: Values): LocalMoment {
  const promised = after(calendar, from, given.complexity === 'simple' ? values.simple_within : values.complex_within);
  return given.class === 'complaint' ? earlier(promised, after(calendar, from, values.complaint_answer_within)) : promised;
}

/**
 * Until when a step is to be done; null where nothing is left.
 * @param begun when the step began; for `investigate` that is when the complaint came in
 * @param promised until when the customer was promised an answer: no investigation ends after it
 */
export function dueOf(calendar: WorkingCalendar, begun: LocalMoment, step: RequestStep, promised: LocalMoment, values: Values): LocalMoment | null {
  switch (step) {
    case 'investigate': return earlier(promised, after(calendar, begun, values.investigate_within));
    case 'answer': return promised;
    case 'call_back': return after(calendar, begun, values.call_back_within);
    case 'rule': return after(calendar, begun, values.rule_within);
    case 'closed': return null;
  }
}

/**
 * Whom to tell now that a step is overdue, and when the next one is told, where one is left (SN-07).
 * @param already how many have been told of this step
 */
export function tellNext(calendar: WorkingCalendar, now: LocalMoment, already: number, values: Values): { readonly told: RequestTold; readonly nextAt: LocalMoment | null } | null {
  const told = values.told[already];
  if (told === undefined) return null;
  return { told, nextAt: already + 1 < values.told.length ? after(calendar, now, values.told_next_after) : null };
}
