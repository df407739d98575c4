import { seeded } from '@lunjie/testing';
import { centralInterval, chanceOf, exactUpTo, outcomesOf } from '.';

const alike = (count: number, share: number): readonly number[] => Array.from({ length: count }, () => share);

/** Every way the turns can fall, counted one by one. */
function enumerated(shares: readonly number[]): readonly number[] {
  const chances = alike(shares.length + 1, 0).slice();
  for (let ways = 0; ways < 2 ** shares.length; ways += 1) {
    let chance = 1;
    let count = 0;
    shares.forEach((share, place) => {
      const falls = (ways >> place) % 2 === 1;
      chance *= falls ? share : 1 - share;
      count += falls ? 1 : 0;
    });
    chances[count] = (chances[count] ?? 0) + chance;
  }
  return chances;
}

describe('what comes out when each turn is drawn among those it is due to', () => {
  it('is exact: the same as counting every way the turns can fall', () => {
    const shares = [1 / 2, 1 / 3, 1 / 7, 1 / 4, 2 / 3, 1 / 5, 1 / 3, 1 / 12, 1 / 2, 1 / 6];
    const { atMost } = outcomesOf(shares);
    let all = 0;
    enumerated(shares).forEach((chance, count) => expect(atMost(count)).toBeCloseTo(all += chance, 12));
  });

  it('is the binomial distribution where all shares are alike: 60 turns among 6', () => {
    const outcomes = outcomesOf(alike(60, 1 / 6));
    expect(outcomes.due).toBeCloseTo(10, 9);
    expect(outcomes.atMost(4)).toBeCloseTo(0.020_192_124, 8);
    expect(outcomes.atMost(15)).toBeCloseTo(0.966_153_801, 8);
    expect(centralInterval(outcomes, 0.05)).toEqual({ low: 5, high: 16 });
    expect(chanceOf(outcomes, 10)).toBe(1);
    expect(chanceOf(outcomes, 4)).toBeCloseTo(0.040_384_248, 8);
  });

  it('leaves nothing to chance where a turn is due to one alone, or to nobody', () => {
    expect(centralInterval(outcomesOf([1, 1, 0]), 0.05)).toEqual({ low: 2, high: 2 });
    expect(outcomesOf([1, 1, 0])).toMatchObject({ due: 2, variance: 0 });
    expect(chanceOf(outcomesOf([1, 1]), 2)).toBe(1);
    expect(centralInterval(outcomesOf([]), 0.05)).toEqual({ low: 0, high: 0 });
    expect(centralInterval(outcomesOf([1, 1, 1 / 2, 1 / 2]), 0.05)).toEqual({ low: 2, high: 4 });
  });

  it('has an interval exactly where the chance of the count alone is above the limit', () => {
    for (const share of [1 / 3, 1 / 8, 1 / 20]) {
      const outcomes = outcomesOf(alike(90, share));
      const { low, high } = centralInterval(outcomes, 0.05);
      for (let given = 0; given <= 90; given += 1) expect([given, chanceOf(outcomes, given) > 0.05]).toEqual([given, given >= low && given <= high]);
    }
  });

  it('stays with the exact distribution beyond the size it is computed to', () => {
    const next = seeded(7);
    for (const size of [1_001, 2_000, 5_000]) {
      const shares = Array.from({ length: size }, () => 1 / (2 + Math.floor(next() * 11)));
      expect(size).toBeGreaterThan(exactUpTo);
      const near = outcomesOf(shares);
      const exact = folded(shares);
      const [low, high] = [exact.findIndex((below) => below > 0.025), exact.findIndex((below) => below >= 0.975)];
      const told = centralInterval(near, 0.05);
      expect(Math.abs(told.low - low)).toBeLessThanOrEqual(1);
      expect(Math.abs(told.high - high)).toBeLessThanOrEqual(1);
      exact.forEach((below, count) => expect(Math.abs(near.atMost(count) - below)).toBeLessThan(0.000_5));
      expect(near.atMost(size)).toBe(1);
      expect(near.atMost(-1)).toBe(0);
    }
  });
});

/** The distribution below each count, by folding in one share after the other. */
function folded(shares: readonly number[]): readonly number[] {
  let chances = [1];
  for (const share of shares) chances = [...chances, 0].map((chance, count) => chance * (1 - share) + (chances[count - 1] ?? 0) * share);
  let all = 0;
  return chances.map((chance) => (all += chance));
}
