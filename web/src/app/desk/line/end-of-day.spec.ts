import { endOfDay } from './end-of-day';

describe('the end of a business day', () => {
  it.each([
    ['2026-05-09', 'Asia/Shanghai', '2026-05-09T16:00:00.000Z'],
    ['2026-12-31', 'Asia/Shanghai', '2026-12-31T16:00:00.000Z'],
    ['2026-03-28', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ])('of %s in %s', (date, zone, end) => {
    expect(new Date(endOfDay(date, zone)).toISOString()).toBe(end);
  });
});
