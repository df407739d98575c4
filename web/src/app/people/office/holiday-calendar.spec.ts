import { spansOf } from './holiday-calendar';

describe('the holidays of a year', () => {
  it('stand in one line where they belong together', () => {
    const day = (date: string, name: string, kind: 'closed' | 'open' = 'closed') => ({ date, name, kind });
    expect(spansOf([
      day('2026-02-04', '春节', 'open'), day('2026-02-05', '春节'), day('2026-02-06', '春节'), day('2026-02-08', '春节'), day('2026-04-30', '劳动节'), day('2026-05-01', '劳动节'),
    ]).map(({ name, kind, dates }) => [name, kind, dates.length])).toEqual([['春节', 'open', 1], ['春节', 'closed', 2], ['春节', 'closed', 1], ['劳动节', 'closed', 2]]);
  });
});
