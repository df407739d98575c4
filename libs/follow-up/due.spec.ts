import { presets } from '@lunjie/policy';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { callBackBy, dateAfter, instantOf, levelAt, nextContactOn, onWorkingDay, overdueFrom, quietUntil } from './due';
import { isWorkingDay, workingCalendar, type WorkingDays } from './working-time';

const values = presets.standard.values;
const always = workingCalendar({ restDays: [], opens: null, closes: null, holidays: [] });
const zones = ['Asia/Shanghai', 'Asia/Urumqi', 'Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Asia/Beirut', 'Pacific/Apia', 'Asia/Kathmandu', 'UTC'];

const dates = fc.integer({ min: 0, max: 20_000 }).map((day) => new Date(Date.UTC(1995, 0, 1) + day * 86_400_000).toISOString().slice(0, 10));
const calendars = fc.record({
  restDays: fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { maxLength: 6 }), opens: fc.constant(null), closes: fc.constant(null),
  holidays: fc.uniqueArray(fc.record({ date: dates, kind: fc.constantFrom('open' as const, 'closed' as const) }), { selector: ({ date }) => date, maxLength: 60 }),
}).map((days): WorkingDays => days);

/** Another way to the days of work: asked of luxon's weekday and the list itself. */
function works({ restDays, holidays }: WorkingDays, date: string): boolean {
  const exception = holidays.find((holiday) => holiday.date === date);
  return exception ? exception.kind === 'open' : !(restDays as readonly number[]).includes(DateTime.fromISO(date, { zone: 'UTC' }).weekday);
}

describe('when a follow-up is due', () => {
  it('adds lengths of time by the calendar: the 31st becomes the last day of a shorter month', () => {
    expect(dateAfter('2024-01-31', { amount: 1, unit: 'month' })).toBe('2024-02-29');
    expect(dateAfter('2024-11-30', { amount: 3, unit: 'month' })).toBe('2025-02-28');
    fc.assert(fc.property(dates, fc.integer({ min: 0, max: 400 }), fc.constantFrom('day' as const, 'week' as const, 'month' as const), (date, amount, unit) => {
      const luxonUnit = { day: 'days', week: 'weeks', month: 'months' } as const;
      expect(dateAfter(date, { amount, unit })).toBe(DateTime.fromISO(date, { zone: 'UTC' }).plus({ [luxonUnit[unit]]: amount }).toISODate());
    }));
  });

  it('is within seven days of a call (000 §9), and not asked for where the office says so', () => {
    expect(callBackBy('2025-05-12', values, always)).toBe('2025-05-19');
    expect(callBackBy('2025-05-12', { ...values, phone: { ...values.phone, callback_days: null } }, always)).toBeNull();
  });

  it('follows the grade (P72); a grade without an interval is never due', () => {
    expect(['A', 'B', 'C', 'D', null].map((grade) => nextContactOn('2025-01-31', grade, values.follow_up, always))).toEqual(['2025-02-07', '2025-02-14', '2025-03-02', null, null]);
  });

  it('moves off a day of rest as the office says, never before the day it counts from: a walk over the days finds the same', () => {
    fc.assert(fc.property(calendars, dates, fc.integer({ min: 0, max: 40 }), fc.constantFrom('stays' as const, 'before' as const, 'next' as const), (days, from, after, rule) => {
      const planned = dateAfter(from, { amount: after, unit: 'day' });
      const walk = (step: number): string | null => {
        for (let at = DateTime.fromISO(planned, { zone: 'UTC' }), left = 3_660; left > 0; at = at.plus({ days: step }), left -= 1) {
          const date = at.toISODate() ?? '';
          if (date < from) return null;
          if (works(days, date)) return date;
        }
        return null;
      };
      const wanted = rule === 'stays' || works(days, planned) ? planned : rule === 'next' ? walk(1) ?? planned : walk(-1) ?? walk(1) ?? planned;
      const calendar = workingCalendar(days);
      expect(onWorkingDay(calendar, planned, rule, from)).toBe(wanted);
      expect(isWorkingDay(calendar, planned)).toBe(works(days, planned));
    }));
  });

  it('reads the clock on the wall in every zone, over the changes of summer time: luxon and a walk over the minutes agree', () => {
    expect(new Date(instantOf('Asia/Shanghai', { date: '2025-05-19', minute: 18 * 60 })).toISOString()).toBe('2025-05-19T10:00:00.000Z');
    // Clocks go forward at midnight in Beirut: the day begins at one.
    expect(new Date(overdueFrom('Asia/Beirut', '2024-03-30')).toISOString()).toBe('2024-03-30T22:00:00.000Z');
    // Clocks go back: the first of the two.
    expect(new Date(instantOf('Europe/Berlin', { date: '2024-10-27', minute: 150 })).toISOString()).toBe('2024-10-27T00:30:00.000Z');
    fc.assert(fc.property(fc.constantFrom(...zones), dates, fc.integer({ min: 0, max: 1_439 }), (zone, date, minute) => {
      const at = instantOf(zone, { date, minute });
      const wall = (instant: number): string => DateTime.fromMillis(instant, { zone }).toFormat('yyyy-MM-dd HH:mm');
      const wanted = `${date} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      expect(wall(at) >= wanted).toBe(true);
      // A minute earlier the wall shows less; or more, where the clocks had not gone back yet.
      if (wall(at) === wanted) expect(wall(at - 180 * 60_000) < wanted).toBe(true);
      else expect(wall(at - 60_000) < wanted).toBe(true);
      const plain = DateTime.fromObject({ year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)), hour: Math.floor(minute / 60), minute: minute % 60 }, { zone });
      if (plain.toFormat('yyyy-MM-dd HH:mm') === wanted && plain.getPossibleOffsets().length === 1) expect(at).toBe(plain.toMillis());
      else if (plain.toFormat('yyyy-MM-dd HH:mm') === wanted) expect(at).toBe(Math.min(...plain.getPossibleOffsets().map((possible) => possible.toMillis())));
    }), { numRuns: 300 });
  });

  it('is overdue when its day is over, which no length of a day changes', () => {
    fc.assert(fc.property(fc.constantFrom(...zones), dates, (zone, date) => {
      const at = overdueFrom(zone, date);
      expect(DateTime.fromMillis(at, { zone }).toISODate()?.localeCompare(date)).toBe(1);
      // A day that a zone skipped was over as it began.
      expect((DateTime.fromMillis(at - 1, { zone }).toISODate() ?? '') <= date).toBe(true);
    }), { numRuns: 200 });
  });

  it('reaches the agent, then the supervisor, then the manager, and never comes back down', () => {
    const instants = fc.integer({ min: 0, max: 1_000 });
    fc.assert(fc.property(instants, fc.option(instants), fc.option(instants), instants, instants, (agent, supervisor, manager, one, other) => {
      const times = { agent, supervisor: supervisor === null ? null : agent + supervisor, manager: manager === null ? null : agent + (supervisor ?? 0) + manager };
      expect(levelAt(times, Math.min(one, other))).toBeLessThanOrEqual(levelAt(times, Math.max(one, other)));
      expect(levelAt(times, agent - 1)).toBe(0);
      expect(levelAt(times, Number.MAX_SAFE_INTEGER)).toBe(manager !== null ? 3 : supervisor !== null ? 2 : 1);
    }));
  });
});

describe('quiet hours', () => {
  const at = (wall: string): number => Date.parse(`${wall}:00+08:00`);
  const night = { from: '21:00', until: '08:00' };
  it.each([
    ['2025-05-20T20:59', night, null], ['2025-05-20T21:00', night, '2025-05-21T08:00'], ['2025-05-20T23:59', night, '2025-05-21T08:00'], ['2025-05-21T00:00', night, '2025-05-21T08:00'],
    ['2025-05-21T07:59', night, '2025-05-21T08:00'], ['2025-05-21T08:00', night, null],
    ['2025-05-20T12:00', { from: '12:00', until: '13:30' }, '2025-05-20T13:30'], ['2025-05-20T13:30', { from: '12:00', until: '13:30' }, null], ['2025-05-20T12:00', { from: '12:00', until: '12:00' }, null],
  ] as const)('at %s of %j end at %s', (wall, hours, until) => {
    expect(quietUntil('Asia/Shanghai', at(wall), hours)).toBe(until === null ? null : at(until));
  });

  it('end at the wall of a day on which the clocks change', () => {
    // Berlin, 30 March 2025: two o'clock is three.
    expect(quietUntil('Europe/Berlin', Date.parse('2025-03-29T22:00:00+01:00'), night)).toBe(Date.parse('2025-03-30T08:00:00+02:00'));
  });
});
