import type { DisputeDecision, OwnershipDecision, Payee, Portion } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';
import type { Account, Posting } from './accounts';
import { divide } from './division';
import { commissionOf } from './rate';

/** A deal whose commission began in a month and that stands. */
export interface MonthDeal {
  readonly id: string;
  /** 分: what its commission is counted from. */
  readonly priceFen: number;
  /** Whose credit (业绩) it is, in basis points. */
  readonly credit: readonly { readonly agent: string | null; readonly points: number }[];
}

/** Whose credit a deal is: of a dispute's ruling the owner's, whatever the money does. */
export function creditIn(decision: OwnershipDecision | DisputeDecision | null): MonthDeal['credit'] {
  if (decision === null) return [];
  return decision.kind === 'dispute' ? [{ agent: decision.owner, points: 10_000 }] : decision.credit;
}

type Rules = Pick<PolicyValues['commission'], 'rates' | 'tiers_over'>;

/** Whose month decides over a deal: who has the most of its credit, of equals the first; null where it is no agent's. */
function leadOf({ credit }: MonthDeal): string | null {
  return credit.reduce<{ readonly agent: string | null; readonly points: number }>((lead, each) => each.agent !== null && each.points > lead.points ? each : lead, { agent: null, points: 0 }).agent;
}

/**
 * What each deal of a month brings by the tiers (P142): alone; with what its agent has sold in the month by then; or with
 * all they sold in the month, so that the tier it reaches holds for all of it. Of a deal several have credit for, each has
 * their part in their month. In 分, by the deal's id.
 * @param deals of the whole office, in the order in which their commission began
 */
export function monthCommissions(deals: readonly MonthDeal[], { rates, tiers_over: over }: Rules): ReadonlyMap<string, number> {
  const sold = new Map<string, number>();
  const take = ({ priceFen, credit }: MonthDeal): void => {
    for (const { agent, points } of credit) if (agent !== null) sold.set(agent, (sold.get(agent) ?? 0) + Number(BigInt(priceFen) * BigInt(points) / 10_000n));
  };
  if (over === 'whole_month') deals.forEach(take);
  return new Map(deals.map((deal): readonly [string, number] => {
    if (over === 'month_so_far') take(deal);
    const lead = leadOf(deal);
    const isAlone = lead === null || (over !== 'whole_month' && over !== 'month_so_far');
    return [deal.id, commissionOf(deal.priceFen, rates, isAlone ? deal.priceFen : sold.get(lead) ?? 0)];
  }));
}

const nameOf = ({ payee, agent }: { readonly payee: Payee; readonly agent: string | null }): string => `${agent ?? ''}/${payee}`;

/**
 * The adjustments by which a deal's accounts come to another sum: each keeps its part of it, by largest remainder; where
 * nothing is earned yet, the ruling's shares divide it. Exact to the 分, and nobody has less than nothing.
 * @param toFen what the deal is to bring, at least 0
 */
export function broughtTo(toFen: number, accounts: readonly Account[], shares: readonly Portion[], commission: Pick<PolicyValues['commission'], 'team_pool_percent' | 'floor_mode'>): readonly Posting[] {
  const earning = accounts.filter(({ earnedFen }) => earnedFen > 0);
  const sum = earning.reduce((total, { earnedFen }) => total + earnedFen, 0);
  if (sum === 0) return divide(toFen, shares, commission).filter(({ fen }) => fen !== 0).map((amount): Posting => ({ kind: 'adjustment', ...amount }));
  const parts = earning.map((account) => {
    const exact = BigInt(toFen) * BigInt(account.earnedFen);
    return { account, fen: Number(exact / BigInt(sum)), remainder: exact % BigInt(sum) };
  });
  const left = toFen - parts.reduce((total, { fen }) => total + fen, 0);
  const first = [...parts].sort((a, b) => a.remainder === b.remainder ? b.account.earnedFen - a.account.earnedFen || (nameOf(a.account) < nameOf(b.account) ? -1 : 1) : a.remainder > b.remainder ? -1 : 1).slice(0, left);
  return parts.flatMap((part): readonly Posting[] => {
    const { payee, agent, earnedFen } = part.account;
    const fen = part.fen + (first.includes(part) ? 1 : 0) - earnedFen;
    return fen === 0 ? [] : [{ kind: 'adjustment', payee, agent, fen }];
  });
}
