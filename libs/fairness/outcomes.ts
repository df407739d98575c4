/**
 * How many of the turns somebody would get if each were drawn by lot among those it was due to: a Poisson-binomial
 * distribution. A strict rotation spreads less, so for the number of turns it is the careful bound; which kind of customer
 * comes with a turn the rotation does not decide, and there it is the chance itself.
 */
export interface Outcomes {
  /** The expected number. */
  readonly due: number;
  readonly variance: number;
  /** The chance of at most so many. */
  readonly atMost: (count: number) => number;
  /** No more than this can come out, and no fewer than `least`. */
  readonly least: number;
  readonly most: number;
}

/** Up to so many open turns the distribution is computed exactly; beyond it by a normal one with continuity and skewness corrected. */
export const exactUpTo = 1_000;

const nearly = 1e-12;

/** The exact chances of 0, 1, … turns: each share is folded in once, all terms are positive. */
function exactChances(shares: readonly number[]): Float64Array {
  const chances = new Float64Array(shares.length + 1);
  chances[0] = 1;
  shares.forEach((share, before) => {
    for (let count = before + 1; count >= 0; count -= 1) chances[count] = (chances[count] ?? 0) * (1 - share) + (chances[count - 1] ?? 0) * share;
  });
  return chances;
}

/** The normal distribution's share below a value (Abramowitz and Stegun 7.1.26, to 1.5e-7). */
function normalBelow(value: number): number {
  const x = Math.abs(value) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-x * x) / 2;
  return value < 0 ? tail : 1 - tail;
}

function limited(chance: number): number {
  return Math.min(1, Math.max(0, chance));
}

/** @param shares of turns, 0–1 each; those of 1 are certain */
export function outcomesOf(shares: readonly number[]): Outcomes {
  const open: number[] = [];
  let [least, expected, variance, third] = [0, 0, 0, 0];
  for (const share of shares) {
    if (share >= 1 - nearly) least += 1;
    else if (share > nearly) {
      const spread = share * (1 - share);
      open.push(share);
      expected += share;
      variance += spread;
      third += spread * (1 - 2 * share);
    }
  }
  const due = least + expected;
  const within = (below: (count: number) => number) => (count: number): number =>
    count < least ? 0 : count >= least + open.length ? 1 : below(Math.floor(count));
  const found = { due, variance, least, most: least + open.length };
  if (open.length <= exactUpTo) {
    let all = 0;
    const below = exactChances(open).map((chance) => (all += chance));
    return { ...found, atMost: within((count) => limited(below[count - least] ?? 1)) };
  }
  const spread = Math.sqrt(variance);
  const skew = third / spread ** 3;
  return {
    ...found,
    atMost: within((count) => {
      const x = (count + 0.5 - due) / spread;
      return limited(normalBelow(x) + skew * (1 - x * x) * Math.exp(-x * x / 2) / (6 * Math.sqrt(2 * Math.PI)));
    }),
  };
}

/** The smallest count by which the chance is reached. */
function reached({ least, most, atMost }: Outcomes, chance: number): number {
  let [low, high] = [least, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (atMost(middle) >= chance) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The counts between which all but `outside` of the outcomes lie, half of those left out on either side at most. */
export function centralInterval(outcomes: Outcomes, outside: number): { readonly low: number; readonly high: number } {
  return { low: reached(outcomes, outside / 2 + nearly), high: reached(outcomes, 1 - outside / 2) };
}

/** How likely an outcome at least as far to its side as the given one is, doubled for the two sides. */
export function chanceOf(outcomes: Outcomes, given: number): number {
  return Math.min(1, 2 * Math.min(outcomes.atMost(given), 1 - outcomes.atMost(given - 1)));
}
