import { fairnessKinds, type FairnessFigure, type FairnessKind } from '@lunjie/contracts';
import { isOfKind, type Opportunity } from './opportunities';
import { centralInterval, chanceOf, outcomesOf } from './outcomes';

/** One agent's figures, in the order of `fairnessKinds`. */
export interface AgentStatement {
  readonly agent: string;
  readonly figures: readonly FairnessFigure[];
  readonly madeUp: number;
}

export interface FairnessStatement {
  readonly agents: readonly AgentStatement[];
  readonly totals: readonly { readonly kind: FairnessKind; readonly given: number }[];
  /** How many agents chance could have treated differently: those who are compared. */
  readonly compared: number;
}

/** A difference that chance explains less often than this is told as more or fewer. */
export const chanceLimit = 0.05;

interface Tested {
  readonly kind: FairnessKind;
  readonly due: number;
  readonly given: number;
  readonly low: number;
  readonly high: number;
  readonly alone: number;
  readonly isOpen: boolean;
}

function tested(kind: FairnessKind, agent: string, all: readonly Opportunity[]): Tested {
  const turns = all.filter((one) => isOfKind(one, kind));
  const given = turns.filter(({ receiver }) => receiver === agent).length;
  const outcomes = outcomesOf(turns.map(({ shares }) => shares.get(agent) ?? 0));
  return { kind, due: outcomes.due, given, ...centralInterval(outcomes, chanceLimit), alone: chanceOf(outcomes, given), isOpen: outcomes.variance > 0 };
}

/**
 * Chances corrected for how many differences are looked at together (Holm): somebody is always unlucky, and of all of
 * them together no more than `chanceLimit` shall be told wrongly.
 */
function corrected(chances: readonly number[]): readonly number[] {
  const order = chances.map((chance, place) => ({ chance, place })).sort((one, other) => one.chance - other.chance);
  const found = [...chances];
  let least = 0;
  order.forEach(({ chance, place }, rank) => {
    least = Math.max(least, Math.min(1, chance * (order.length - rank)));
    found[place] = least;
  });
  return found;
}

/** The figures of several agents with their verdicts: the number of turns is one comparison, the kinds together another. */
function judged(rows: readonly (readonly Tested[])[]): readonly (readonly FairnessFigure[])[] {
  const chances = new Map<Tested, number>();
  for (const family of [rows.flat().filter(({ kind }) => kind === 'all'), rows.flat().filter(({ kind }) => kind !== 'all')]) {
    const open = family.filter(({ isOpen }) => isOpen);
    const chance = corrected(open.map(({ alone }) => alone));
    open.forEach((one, place) => chances.set(one, chance[place] ?? 1));
  }
  return rows.map((row) => row.map((one): FairnessFigure => {
    const { kind, due, given, low, high } = one;
    const chance = chances.get(one) ?? 1;
    return { kind, due, given, low, high, chance, verdict: chance > chanceLimit ? 'within' : given > due ? 'more' : 'fewer' };
  }));
}

/**
 * Turns due against turns given for each agent named, by kind (decision 0021).
 * @param agents who is told of; whoever received or was due a turn is among the compared all the same
 */
export function fairnessStatement(opportunities: readonly Opportunity[], agents: readonly string[] = []): FairnessStatement {
  const everybody = [...new Set([...agents, ...opportunities.flatMap(({ shares }) => [...shares.keys()])])];
  const rows = everybody.map((agent) => {
    const theirs = opportunities.filter(({ shares }) => shares.has(agent));
    return fairnessKinds.map((kind) => tested(kind, agent, theirs));
  });
  const figures = judged(rows);
  return {
    agents: everybody.map((agent, place) => ({
      agent, figures: figures[place] ?? [], madeUp: opportunities.filter(({ receiver, mode }) => receiver === agent && mode === 'credit').length,
    })),
    totals: fairnessKinds.map((kind) => ({ kind, given: opportunities.filter((one) => isOfKind(one, kind)).length })),
    compared: rows.filter(([all]) => all?.isOpen === true).length,
  };
}
