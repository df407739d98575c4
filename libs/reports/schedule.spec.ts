import { correctionsOf, figuresOf, reportedFrom, sheetsDue, type SheetSchedule } from './index';

const schedule: SheetSchedule = { schedule: ['daily', 'weekly', 'monthly'], at: '09:30', monthly_day: 2 };
const due = (date: string, time: string, from: string, ...made: readonly string[]) => sheetsDue(schedule, { date, time }, from, new Set(made)).map(({ period, span }) => `${period} ${span.from}–${span.to}`);

describe('which sheets are due (P148; forms no. 12)', () => {
  it('are those of the day the next morning, of the week on Monday, of the month on the 2nd', () => {
    expect(due('2026-11-20', '09:29', '2026-11-19')).toEqual([]);
    expect(due('2026-11-20', '09:30', '2026-11-19')).toEqual(['day 2026-11-19–2026-11-19']);
    expect(due('2026-11-23', '09:30', '2026-11-22')).toEqual(['day 2026-11-22–2026-11-22', 'week 2026-11-16–2026-11-22']);
    expect(due('2026-12-01', '23:00', '2026-11-30')).toEqual(['day 2026-11-30–2026-11-30']);
    expect(due('2026-12-02', '09:30', '2026-12-01', 'day/2026-12-01')).toEqual([]);
    expect(due('2026-12-02', '09:30', '2026-11-30', 'day/2026-12-01', 'day/2026-11-30')).toEqual(['month 2026-11-01–2026-11-30']);
  });

  it('are made up for after a pause, the earliest first, and each once', () => {
    expect(due('2026-11-24', '10:00', '2026-11-20', 'day/2026-11-21')).toEqual(['day 2026-11-20–2026-11-20', 'day 2026-11-22–2026-11-22', 'week 2026-11-16–2026-11-22', 'day 2026-11-23–2026-11-23']);
    expect(sheetsDue({ ...schedule, schedule: ['monthly'], monthly_day: 31 }, { date: '2026-12-30', time: '10:00' }, '2026-11-05', new Set())).toEqual([]);
  });

  it('reach back two months at most, and not before the office opened', () => {
    expect([reportedFrom('2026-11-22', '2020-01-01'), reportedFrom('2026-01-03', '2020-01-01'), reportedFrom('2026-11-22', '2026-11-10')]).toEqual(['2026-09-01', '2025-11-01', '2026-11-10']);
  });
});

describe('what reads otherwise than on a stored sheet', () => {
  const figures = (firstVisits: number) => figuresOf([{ kind: 'first_visit', number: firstVisits, area: 0, fen: 0 }]);
  const view = (...channels: readonly (readonly [string, number])[]) => ({
    total: { value: '', now: figures(channels.reduce((sum, [, number]) => sum + number, 0)), before: figures(0) },
    lines: { channel: channels.map(([value, number]) => ({ value, now: figures(number), before: figures(0) })) },
  });

  it('is said of each line with both numbers, also of a line that came or went', () => {
    expect(correctionsOf(view(['internet', 2]), view(['internet', 2]))).toEqual([]);
    expect(correctionsOf(view(['internet', 2]), view(['billboard', 3])).map(({ dimension, value, figure, then, now }) => [dimension, value, figure, then, now])).toEqual([
      ['all', '', 'visits', 2, 3], ['all', '', 'firstVisits', 2, 3], ['channel', 'internet', 'visits', 2, 0], ['channel', 'internet', 'firstVisits', 2, 0], ['channel', 'billboard', 'visits', 0, 3], ['channel', 'billboard', 'firstVisits', 0, 3],
    ]);
  });
});
