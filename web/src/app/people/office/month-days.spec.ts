import { datesBetween, monthsOf, weekdayOf } from './month-days';

describe('a year in months', () => {
  it('begins every week on Monday and knows leap years', () => {
    const months = monthsOf(2028);
    expect(months[1]?.dates).toHaveLength(29);
    expect(months[1]?.dates[28]).toBe('2028-02-29');
    // The first of May 2028 is a Monday.
    expect(months.map(({ before }) => before)[4]).toBe(0);
    expect(months.flatMap(({ dates }) => dates)).toHaveLength(366);
    expect(monthsOf(2026).flatMap(({ before, dates }) => [[before, weekdayOf(dates[0] ?? '') - 1]]).every(([shown, real]) => shown === real)).toBe(true);
  });

  it('spans days, over the end of a month, and nothing backwards', () => {
    expect(datesBetween('2026-09-30', '2026-10-02')).toEqual(['2026-09-30', '2026-10-01', '2026-10-02']);
    expect(datesBetween('2026-10-02', '2026-10-02')).toEqual(['2026-10-02']);
    expect(datesBetween('2026-10-02', '2026-10-01')).toEqual([]);
    expect(datesBetween('', '2026-10-01')).toEqual([]);
  });
});
