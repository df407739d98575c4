import type { AgentClaims, AgentPart, ClaimsConduct } from '@lunjie/contracts';
import { within, type Bounds, type RulingFact } from './conduct-facts';
import { counted, groupedBy } from './measures';

/** The parts of a case whose agent calls, or called, the customer theirs; who only received, helped or closed does not. */
const claiming: readonly AgentPart[] = ['owner', 'earlier', 'first', 'found', 'claimant', 'household_owner', 'referrer_owner'];

/** Who has a part of the credit by a ruling, and who had a claim and has none. */
export interface Sides {
  readonly winners: readonly string[];
  readonly losers: readonly string[];
}

const agentsOf = (portions: readonly { readonly agent: string | null; readonly points: number }[]): readonly string[] => portions.flatMap(({ agent, points }) => agent === null || points <= 0 ? [] : [agent]);

export function sidesOf({ decision, parties }: Pick<RulingFact, 'decision' | 'parties'>): Sides {
  const [winners, claimants] = ((): readonly [readonly (string | null)[], readonly (string | null | undefined)[]] => {
    switch (decision.kind) {
      case 'conflict': return [[decision.owner], decision.claimants.map(({ agent }) => agent)];
      case 'dispute': return [agentsOf(decision.shares), [...parties, decision.ownerBefore]];
      case 'ownership': return [decision.credit.length > 0 ? agentsOf(decision.credit) : [decision.owner], [decision.ownerBefore, ...claiming.map((part) => decision.people[part])]];
    }
  })();
  const won = new Set(winners.filter((agent) => agent !== null));
  return { winners: [...won], losers: [...new Set(claimants)].filter((agent) => agent != null).filter((agent) => !won.has(agent)) };
}

const isContested = ({ winners, losers }: Sides): boolean => winners.length + losers.length > 1;

/** Only of what was contested: a customer nobody else called theirs is neither won nor lost. */
function agentsIn(sides: readonly Sides[]): readonly AgentClaims[] {
  const agents = new Map<string, { agent: string; won: number; shared: number; lost: number }>();
  const note = (agent: string, what: 'won' | 'shared' | 'lost'): void => {
    const one = agents.get(agent) ?? { agent, won: 0, shared: 0, lost: 0 };
    one[what] += 1;
    agents.set(agent, one);
  };
  for (const { winners, losers } of sides.filter(isContested)) {
    for (const agent of winners) note(agent, winners.length > 1 ? 'shared' : 'won');
    for (const agent of losers) note(agent, 'lost');
  }
  return [...agents.values()].sort((a, b) => b.won + b.shared + b.lost - (a.won + a.shared + a.lost) || (a.agent < b.agent ? -1 : 1));
}

/** Rulings of a span, by the clause that decided and by who won and lost. */
export function claimsOf(facts: readonly RulingFact[], bounds: Bounds): ClaimsConduct {
  const made = facts.filter(({ at }) => within(bounds, at)).map((ruling) => ({ ...ruling, sides: sidesOf(ruling) }));
  const rulings = made.filter(({ proposed }) => !proposed);
  const contested = rulings.filter(({ sides }) => isContested(sides));
  const clauses = [...groupedBy(rulings, ({ clause }) => clause)].map(([clause, ofIt]) => ({
    clause, rulings: counted(ofIt), contested: ofIt.filter(({ sides }) => isContested(sides)).length, agents: agentsIn(ofIt.map(({ sides }) => sides)),
  }));
  return {
    rulings: counted(rulings), contested: counted(contested), proposed: counted(made.filter(({ proposed }) => proposed)),
    clauses: clauses.sort((a, b) => b.contested - a.contested || b.rulings.number - a.rulings.number || (a.clause < b.clause ? -1 : 1)), agents: agentsIn(rulings.map(({ sides }) => sides)),
  };
}
