import { isDeepStrictEqual } from 'node:util';
import type { DealView, Portion } from '@lunjie/contracts';
import { Deals } from '../deals/deals';
import type { Check, Difference, Seen } from './expectations';

async function dealOf({ stage, reading }: Seen, client?: string): Promise<DealView | null> {
  for (const id of stage.deals.toReversed()) {
    const deal = await stage.get(Deals).byId(reading, stage.officeId, id, true);
    if (client === undefined || deal.customer.id === stage.customers.get(client)) return deal;
  }
  return null;
}

/** Agents by name, other payees in capitals, as scenarios write them. */
function payeeName({ stage }: Seen, { agent, payee }: { readonly agent: string | null; readonly payee: string }): string {
  return agent === null ? payee.toUpperCase() : stage.nameOf(agent) ?? agent;
}

const percents = (seen: Seen, portions: readonly Portion[]): Readonly<Record<string, number>> =>
  Object.fromEntries(portions.map((portion) => [payeeName(seen, portion), portion.points / 100]));

const compared = (what: string, expected: unknown, actual: unknown): readonly Difference[] => isDeepStrictEqual(actual, expected) ? [] : [{ what, expected, actual }];

async function performance(seen: Seen, expected: unknown): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  for (const [client, wanted] of Object.entries(expected as Readonly<Record<string, unknown>>)) {
    const credit = (await dealOf(seen, client))?.decision?.credit ?? [];
    const actual = credit.length === 1 && credit[0] ? payeeName(seen, credit[0]) : percents(seen, credit);
    differences.push(...compared(`credit for ${client}`, wanted, actual));
  }
  return differences;
}

async function payout(seen: Seen, expected: unknown): Promise<readonly Difference[]> {
  const shares = (await dealOf(seen))?.shares ?? [];
  return compared('payout', expected, Object.fromEntries(shares.map(({ payee, agent, fen }) => [payeeName(seen, { payee, agent: agent?.id ?? null }), fen / 100])));
}

/** What a deal brought to whom. */
export const dealChecks: Readonly<Record<string, Check>> = {
  performance, payout,
  performance_split: async (seen, expected) => compared('credit', expected, percents(seen, (await dealOf(seen))?.decision?.credit ?? [])),
  split: async (seen, expected) => compared('split', expected, percents(seen, (await dealOf(seen))?.decision?.shares ?? [])),
};
