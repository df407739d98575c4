import type { EveningAgent, EveningDealKind, EveningFigures } from '@lunjie/contracts';

/** What a day's figures are counted from; what was undone is left out before. People by id. */
export interface EveningMaterial {
  /** `receiver` null: nobody received them. */
  readonly arrivals: readonly { readonly receiver: string | null; readonly counts: boolean; readonly newCustomer: boolean }[];
  readonly calls: readonly { readonly answeredBy: string | null }[];
  readonly deals: readonly { readonly kind: EveningDealKind }[];
  readonly minutes: number;
}

/** A day in figures (003 §(三)2): the office's and each agent's, who received most first, then by id. */
export function eveningFigures({ arrivals, calls, deals, minutes }: EveningMaterial): EveningFigures {
  const received = arrivals.filter(({ receiver }) => receiver !== null);
  const people = new Set([...received.map(({ receiver }) => receiver), ...calls.map(({ answeredBy }) => answeredBy)].filter((id) => id !== null));
  const agents = [...people].map((agent): EveningAgent => {
    const theirs = received.filter(({ receiver }) => receiver === agent);
    return { agent, ...receptionsOf(theirs), calls: calls.filter(({ answeredBy }) => answeredBy === agent).length };
  });
  const kinds: Partial<Record<EveningDealKind, number>> = {};
  for (const { kind } of deals) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return {
    arrivals: arrivals.length, ...receptionsOf(received), calls: calls.length, minutes, deals: kinds,
    agents: agents.toSorted((one, other) => other.received - one.received || (one.agent < other.agent ? -1 : 1)),
  };
}

function receptionsOf(received: EveningMaterial['arrivals']): Pick<EveningFigures, 'received' | 'counted' | 'newCustomers' | 'returning'> {
  const newCustomers = received.filter(({ newCustomer }) => newCustomer).length;
  return { received: received.length, counted: received.filter(({ counts }) => counts).length, newCustomers, returning: received.length - newCustomers };
}
