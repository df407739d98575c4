import { dateFrom, moved, spanOf } from './period';

describe('the days of the ledger', () => {
  it('are the day itself or its week from Monday', () => {
    expect(spanOf('day', '2026-11-21')).toEqual({ from: '2026-11-21', to: '2026-11-21' });
    for (const day of ['2026-11-16', '2026-11-21', '2026-11-22']) expect(spanOf('week', day)).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(spanOf('week', '2027-01-01')).toEqual({ from: '2026-12-28', to: '2027-01-03' });
  });

  it('move by one period', () => {
    expect([moved('day', '2026-03-01', -1), moved('week', '2026-12-28', 1)]).toEqual(['2026-02-28', '2027-01-04']);
  });

  it('are today where the address says no date', () => {
    for (const text of [undefined, '', 'x', '2026-13-01', '2026-02-30']) expect(dateFrom(text, '2026-11-21')).toBe('2026-11-21');
    expect(dateFrom('2026-02-28', '2026-11-21')).toBe('2026-02-28');
  });
});
