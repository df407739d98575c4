import { accountsOf, commissionOf, divide, releasesOf, reversalOf, takenBack, type Account, type PayeeAmount, type Posting } from '@lunjie/commission';
import type { Portion } from '@lunjie/contracts';
import fc from 'fast-check';

const whole = 10_000;
const total = (amounts: readonly { readonly fen: number }[]): number => amounts.reduce((sum, { fen }) => sum + fen, 0);
const nameOf = ({ payee, agent }: Pick<PayeeAmount, 'payee' | 'agent'>): string => `${payee}/${agent ?? ''}`;
const accrued = (amounts: readonly PayeeAmount[]): readonly Posting[] => amounts.map((amount) => ({ kind: 'accrual', ...amount }));

const others = ['department', 'team_pool', 'house', 'referrer', 'channel'] as const;

/** Portions of the whole among one to seven payees, agents and others, no payee twice. */
const portions = fc.record({ cuts: fc.uniqueArray(fc.integer({ min: 1, max: whole - 1 }), { maxLength: 6 }), isAgent: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }) }).map(({ cuts, isAgent }) => {
  const bounds = [0, ...cuts.toSorted((a, b) => a - b), whole];
  return bounds.slice(1).map((bound, index): Portion => {
    const other = others[index];
    const payee = other === undefined || isAgent[index] === true ? null : other;
    return { payee: payee ?? 'owner', agent: payee === null ? `agent-${index}` : null, points: bound - (bounds[index] ?? 0), range: null };
  });
});

const split = fc.record({
  priceFen: fc.integer({ min: 0, max: 100_000_000_000 }),
  rate: fc.integer({ min: 0, max: 1_000_000 }).map((tenThousandths) => tenThousandths / 10_000),
  portions,
  pool: fc.integer({ min: 0, max: whole }).map((points) => points / 100),
  mode: fc.constantFrom('competitive' as const, 'competitive' as const, 'shared_equal' as const),
  agents: fc.integer({ min: 0, max: 9 }).map((count) => Array.from({ length: count }, (_, index) => `agent-${index}`)),
  releases: fc.array(fc.integer({ min: 0, max: whole }), { maxLength: 4 }),
  clawback: fc.constantFrom('full' as const, 'next_month' as const, 'none' as const),
});

type Split = typeof split extends fc.Arbitrary<infer S> ? S : never;

/** Exact to the 分, nobody below nothing, and whoever comes first in the list has nothing of it. */
function dividesWell(fen: number, { portions: shares, pool, mode, agents }: Split): readonly PayeeAmount[] | null {
  const policy = { team_pool_percent: pool, floor_mode: mode };
  const amounts = divide(fen, shares, policy, agents);
  const backwards = new Map(divide(fen, shares.toReversed(), policy, agents.toReversed()).map((each) => [nameOf(each), each.fen]));
  const isWell = total(amounts) === fen && amounts.every((each) => each.fen >= 0 && backwards.get(nameOf(each)) === each.fen) && backwards.size === amounts.length;
  return isWell ? amounts : null;
}

/** Through any releases, an account never has more released than earned, nor less than nothing; the whole releases all. */
function releasesWell(amounts: readonly PayeeAmount[], releases: readonly number[]): readonly Posting[] | null {
  let postings = accrued(amounts);
  for (const points of [...releases, whole, ...releases]) {
    postings = [...postings, ...releasesOf(accountsOf(postings), points)];
    const accounts = accountsOf(postings);
    if (accounts.some(({ earnedFen, releasedFen }) => releasedFen < 0 || releasedFen > earnedFen || (points === whole && releasedFen !== earnedFen))) return null;
  }
  return postings;
}

const isAlike = (one: Account, other: Account | undefined): boolean => one.earnedFen === other?.earnedFen && one.releasedFen === other.releasedFen;

/** What is taken back leaves nothing, or what was released; a reversal and the same accrual leave what was. */
function takesBackWell(postings: readonly Posting[], amounts: readonly PayeeAmount[], clawback: Split['clawback']): boolean {
  const before = accountsOf(postings);
  const gone = accountsOf([...postings, ...takenBack(before, clawback)]);
  const restored = accountsOf([...postings, ...reversalOf(before), ...accrued(amounts)]);
  const isGone = gone.every((account, index) => account.earnedFen === account.releasedFen && account.earnedFen === (clawback === 'none' ? before[index]?.releasedFen : 0));
  return isGone && restored.every((account, index) => isAlike(account, before[index]));
}

/** Whether one split keeps every promise of the ledger. */
function holds(given: Split): boolean {
  const fen = commissionOf(given.priceFen, [{ from_yuan: 0, per_ten_thousand: given.rate }]);
  const exact = (given.priceFen * given.rate) / whole;
  if (!Number.isSafeInteger(fen) || fen < 0 || Math.abs(fen - exact) > 1) return false;
  const amounts = dividesWell(fen, given);
  if (amounts === null) return false;
  const postings = releasesWell(amounts, given.releases);
  return postings !== null && takesBackWell(postings, amounts, given.clawback);
}

/** Tries splits by chance. @throws with the seed and the smallest split that breaks a promise */
export function trySplits({ seed, splits }: { readonly seed: number; readonly splits: number }): { readonly splits: number } {
  let tried = 0;
  fc.assert(fc.property(split, (given) => {
    tried += 1;
    return holds(given);
  }), { seed, numRuns: splits });
  return { splits: tried };
}
