import type { Portion } from '@lunjie/contracts';
import fc from 'fast-check';
import { amountsOf } from './index';

const portion = (agent: string, points: number): Portion => ({ payee: 'owner', agent, points, range: null });
const fenOf = (fen: number, ...portions: Portion[]) => amountsOf(fen, portions).map((each) => each.fen);

/** Portions of the whole among one to six agents. */
const portions = fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 5 }).map((cuts) => {
  const bounds = [0, ...cuts.toSorted((a, b) => a - b), 10_000];
  return bounds.slice(1).map((bound, index) => portion(`agent-${index}`, bound - (bounds[index] ?? 0)));
});

describe('dividing a commission', () => {
  it('divides by the points', () => {
    expect(fenOf(1_000_000, portion('A', 8_000), portion('B', 2_000))).toEqual([800_000, 200_000]);
  });

  it('gives what is left over to the largest remainders, of equals to the larger portion', () => {
    expect(fenOf(100, portion('A', 3_333), portion('B', 3_333), portion('C', 3_334))).toEqual([33, 33, 34]);
    expect(fenOf(1, portion('B', 5_000), portion('A', 5_000))).toEqual([0, 1]);
  });

  it('is exact to the 分 up to amounts no office has', () => {
    expect(fenOf(Number.MAX_SAFE_INTEGER, portion('A', 1), portion('B', 9_999)).reduce((sum, each) => sum + each, 0)).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('refuses what is no amount and what is no whole', () => {
    for (const fen of [-1, 0.5, NaN]) expect(() => amountsOf(fen, [portion('A', 10_000)])).toThrow(RangeError);
    expect(() => amountsOf(1, [portion('A', 9_999)])).toThrow(RangeError);
  });

  it('sums exactly, gives nobody less than nothing or more than a 分 beside their part, and does not ask who comes first', () => {
    fc.assert(fc.property(portions, fc.integer({ min: 0, max: 10_000_000_000 }), (among, fen) => {
      const amounts = amountsOf(fen, among);
      const backwards = new Map(amountsOf(fen, among.toReversed()).map((each) => [each.portion.agent, each.fen]));
      // Plain comparisons: `expect` takes a thousand times as long.
      return amounts.reduce((sum, each) => sum + each.fen, 0) === fen
        && amounts.every((each) => each.fen >= 0 && Math.abs(each.fen - (fen * each.portion.points) / 10_000) < 1 && backwards.get(each.portion.agent) === each.fen);
    }), { numRuns: 50_000, seed: 5 });
  });
});
