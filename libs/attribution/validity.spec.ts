import { presets } from '@lunjie/policy';
import { daysBetween, hasLapsed, later, validUntil } from './index';

const twoMonths = presets['ownership-rules'].values.validity;

describe('how long a claim lives', () => {
  it('lives two calendar months, the last day included (I-VAL)', () => {
    expect(validUntil('2025-03-25', twoMonths)).toBe('2025-05-25');
    expect([hasLapsed('2025-05-25', '2025-05-25'), hasLapsed('2025-05-25', '2025-05-26')]).toEqual([false, true]);
  });

  it('ends on the last day of a shorter month', () => {
    expect(validUntil('2024-12-31', twoMonths)).toBe('2025-02-28');
  });

  it('never lapses where the office says so (002)', () => {
    expect(validUntil('2025-03-25', presets['reception-rules'].values.validity)).toBeNull();
  });

  it('ends a day earlier where the last day is not included', () => {
    expect(validUntil('2025-03-25', { ...twoMonths, inclusive: false })).toBe('2025-05-24');
  });

  it('counts days over months and years', () => {
    expect(daysBetween('2025-02-10', '2025-03-20')).toBe(38);
    expect(later('2024-12-30', { amount: 1, unit: 'week' })).toBe('2025-01-06');
  });
});
