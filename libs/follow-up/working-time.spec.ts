import fc from 'fast-check';
import { afterWorkingMinutes, isWorkingDay, nextWorkingDay, workingCalendar, workingDayAfter, workingDaysBetween, workingMinutesBetween } from './index';

/** Sunday is free; the first week of October is a holiday, paid for with the Sunday before. */
const calendar = workingCalendar({
  restDays: [7], opens: '09:00', closes: '18:00',
  holidays: [...['01', '02', '03'].map((day) => ({ date: `2026-10-${day}`, kind: 'closed' as const })), { date: '2026-09-27', kind: 'open' }],
});
const at = (date: string, time: string) => ({ date, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) });

describe('the working days of an office', () => {
  it.each([
    ['2026-09-26', true], ['2026-09-27', true], ['2026-09-20', false], ['2026-10-01', false], ['2026-10-04', false], ['2026-10-05', true],
  ])('%s: %s', (date, works) => expect(isWorkingDay(calendar, date)).toBe(works));

  it('find the next one, over a holiday and a Sunday', () => {
    expect(nextWorkingDay(calendar, '2026-10-01')).toBe('2026-10-05');
    expect(workingDayAfter(calendar, '2026-09-30', 1)).toBe('2026-10-05');
    expect(workingDayAfter(calendar, '2026-09-30', 0)).toBe('2026-09-30');
    expect(workingDayAfter(calendar, '2026-10-02', 1)).toBe('2026-10-05');
    expect(workingDayAfter(calendar, '2026-12-31', 2)).toBe('2027-01-02');
    expect(workingDaysBetween(calendar, '2026-09-30', '2026-10-06')).toBe(2);
    expect(workingDaysBetween(calendar, '2026-10-06', '2026-09-30')).toBe(0);
  });

  it('do not look for ever where there is none', () => {
    const closed = workingCalendar({ restDays: [1, 2, 3, 4, 5, 6, 7], opens: null, closes: null, holidays: [] });
    expect(nextWorkingDay(closed, '2026-10-01')).toBe('2026-10-01');
    expect(afterWorkingMinutes(closed, at('2026-10-01', '10:00'), 30)).toEqual(at('2026-10-01', '10:00'));
  });
});

describe('the working time of an office', () => {
  it('counts only while it is open', () => {
    expect(workingMinutesBetween(calendar, at('2026-09-30', '17:30'), at('2026-10-05', '09:30'))).toBe(60);
    expect(workingMinutesBetween(calendar, at('2026-09-30', '07:00'), at('2026-09-30', '23:00'))).toBe(540);
    expect(workingMinutesBetween(calendar, at('2026-09-30', '12:00'), at('2026-09-30', '11:00'))).toBe(0);
    expect(workingMinutesBetween(calendar, at('2026-10-01', '09:00'), at('2026-10-04', '18:00'))).toBe(0);
  });

  it('passes over night, holiday and Sunday', () => {
    expect(afterWorkingMinutes(calendar, at('2026-09-30', '17:30'), 60)).toEqual(at('2026-10-05', '09:30'));
    expect(afterWorkingMinutes(calendar, at('2026-09-30', '17:30'), 30)).toEqual(at('2026-09-30', '18:00'));
    expect(afterWorkingMinutes(calendar, at('2026-09-30', '20:00'), 1)).toEqual(at('2026-10-05', '09:01'));
    expect(afterWorkingMinutes(calendar, at('2026-09-30', '06:00'), 0)).toEqual(at('2026-09-30', '09:00'));
  });

  it('comes to what was counted, whenever it began', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 20_000 }), (day, minute, minutes) => {
      const from = { date: new Date(Date.UTC(2026, 8, 1 + day)).toISOString().slice(0, 10), minute };
      expect(workingMinutesBetween(calendar, from, afterWorkingMinutes(calendar, from, minutes))).toBe(minutes);
    }));
  });
});
