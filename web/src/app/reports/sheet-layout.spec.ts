import { line } from '../../testing/reports';
import { ranked, shareOf } from './sheet-layout';

describe('the layout of the sheets', () => {
  it('gives agents their place by contracts, then by amount; equals share one, whoever signed nothing has none', () => {
    const lines = [line('a', { contracts: 1, contractFen: 5 }), line('b', { contracts: 2, contractFen: 1 }), line('c', { contracts: 1, contractFen: 5 }), line('d', { contracts: 1, contractFen: 4 }), line('e', {}), line('', { contracts: 9 })];
    expect(Object.fromEntries(ranked(lines))).toEqual({ b: 1, a: 2, c: 2, d: 4 });
  });

  it('shares a whole, and says nothing of none', () => {
    expect([shareOf(1, 3), shareOf(0, 4), shareOf(0, 0), shareOf(2, -1)]).toEqual([3_333, 0, null, null]);
  });
});
