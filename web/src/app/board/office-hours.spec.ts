import { isOutsideHours } from './office-hours';

const office = { id: '1', name: '翡翠湾', timeZone: 'Asia/Shanghai' };
const at = (time: string) => Date.parse(`2026-05-09T${time}:00+08:00`);

describe('isOutsideHours', () => {
  const day = { day: 'open' as const, opens: '08:30', closes: '18:30', office };

  it('goes by the office’s own clock', () => {
    expect(isOutsideHours(day, at('08:29'))).toBe(true);
    expect(isOutsideHours(day, at('08:30'))).toBe(false);
    expect(isOutsideHours(day, at('18:29'))).toBe(false);
    expect(isOutsideHours(day, at('18:30'))).toBe(true);
  });

  it('is so after the day was closed, and never where no hours are set', () => {
    expect(isOutsideHours({ ...day, day: 'closed' }, at('12:00'))).toBe(true);
    expect(isOutsideHours({ ...day, opens: null, closes: null }, at('03:00'))).toBe(false);
  });
});
