import type { Portion } from '@lunjie/contracts';

/** A payee's amount in 分. */
export interface Amount {
  readonly portion: Portion;
  readonly fen: number;
}

const whole = 10_000;

/** A payee's place among equals: it says nothing of who they are in the list, so that the order of payees does not matter. */
const nameOf = ({ agent, payee }: Portion): string => `${agent ?? ''}/${payee}`;

/**
 * Divides an amount by portions of the whole: exact to the 分, no share negative, by largest remainder (P93). What is
 * left over goes, one 分 each, to the largest remainders; of equals to the larger portion, then by name.
 * @param fen whole 分, at least 0
 * @param portions basis points that sum to 10,000
 * @throws RangeError for anything else
 */
export function amountsOf(fen: number, portions: readonly Portion[]): readonly Amount[] {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError(`not an amount in 分: ${fen}`);
  if (portions.reduce((sum, { points }) => sum + points, 0) !== whole || portions.some(({ points }) => points < 0)) throw new RangeError('the portions are not the whole');
  // BigInt: an amount in 分 times 10,000 may pass 2^53.
  const divided = portions.map((portion) => {
    const exact = BigInt(fen) * BigInt(portion.points);
    return { portion, fen: Number(exact / BigInt(whole)), remainder: Number(exact % BigInt(whole)) };
  });
  const left = fen - divided.reduce((sum, each) => sum + each.fen, 0);
  const first = [...divided].sort((a, b) => b.remainder - a.remainder || b.portion.points - a.portion.points || (nameOf(a.portion) < nameOf(b.portion) ? -1 : 1)).slice(0, left);
  return divided.map((each) => ({ portion: each.portion, fen: each.fen + (first.includes(each) ? 1 : 0) }));
}
