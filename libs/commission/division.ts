import type { Payee, Portion } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';
import { amountsOf } from './amounts';

/** What one payee is given of a commission, in 分. */
export interface PayeeAmount {
  readonly payee: Payee;
  readonly agent: string | null;
  readonly fen: number;
}

const whole = 10_000;

/** Equal portions of the whole: what does not divide goes, a point each, to the first by name. */
function equally(agents: readonly string[]): readonly Portion[] {
  const names = [...new Set(agents)].sort();
  const points = Math.floor(whole / names.length);
  return names.map((agent, index) => ({ payee: 'owner', agent, points: points + (index < whole - points * names.length ? 1 : 0), range: null }));
}

/**
 * Divides a commission (P142, P147): first the team pool's part, rounded down; the rest by the ruling's shares, or equally
 * among all agents where the office shares everything. Exact to the 分.
 * @param fen whole 分, at least 0
 * @param shares basis points that sum to 10,000
 * @param agents who shares where the floor shares equally; without any the ruling's shares stand
 * @throws RangeError for what is no amount or no whole
 */
export function divide(fen: number, shares: readonly Portion[], { team_pool_percent: pool, floor_mode: mode }: Pick<PolicyValues['commission'], 'team_pool_percent' | 'floor_mode'>, agents: readonly string[] = []): readonly PayeeAmount[] {
  const poolFen = Number(BigInt(fen) * BigInt(Math.round(pool * 100)) / BigInt(whole));
  const portions = mode === 'shared_equal' && agents.length > 0 ? equally(agents) : shares;
  const amounts: PayeeAmount[] = amountsOf(fen - poolFen, portions).map((each) => ({ payee: each.portion.payee, agent: each.portion.agent, fen: each.fen }));
  if (poolFen === 0) return amounts;
  const known = amounts.findIndex(({ payee }) => payee === 'team_pool');
  return known < 0 ? [...amounts, { payee: 'team_pool', agent: null, fen: poolFen }] : amounts.map((each, index) => index === known ? { ...each, fen: each.fen + poolFen } : each);
}
