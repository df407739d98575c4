import { officeClock, officeInstant } from './office-instant';

describe('a date and time as the office\'s clock shows it', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-22T09:00', '2026-11-22T01:00:00Z'],
    ['Etc/UTC', '2026-11-22T09:00', '2026-11-22T09:00:00Z'],
    ['America/New_York', '2026-07-01T09:00', '2026-07-01T13:00:00Z'],
    ['America/New_York', '2026-01-01T09:00', '2026-01-01T14:00:00Z'],
    ['Asia/Kathmandu', '2026-11-22T00:10', '2026-11-21T18:25:00Z'],
  ])('is in %s at %s the instant %s', (zone, written, instant) => {
    expect(officeInstant(written, zone)).toBe(Date.parse(instant));
    expect(officeClock(Date.parse(instant), zone)).toBe(written);
  });

  it('holds on both sides of the night the clocks change', () => {
    expect(officeInstant('2026-03-08T01:59', 'America/New_York')).toBe(Date.parse('2026-03-08T06:59:00Z'));
    expect(officeInstant('2026-03-08T03:00', 'America/New_York')).toBe(Date.parse('2026-03-08T07:00:00Z'));
  });

  it('is no instant where it is no time', () => {
    for (const written of ['', '2026-11-22', '09:00', 'tomorrow', '2026-13-40T09:00']) expect(officeInstant(written, 'Asia/Shanghai')).toBeNull();
  });

  it('never shows a minute that has begun: the next whole one is the earliest to choose', () => {
    expect(officeClock(Date.parse('2026-11-22T01:00:01Z'), 'Asia/Shanghai')).toBe('2026-11-22T09:01');
  });
});
