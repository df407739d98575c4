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

/** An agent's turns, gathered in one walk through all of them: a year has hundreds of thousands. */
interface Gathered {
  /** Of each kind the shares of the turns that were due, and how many were given. */
  readonly kinds: readonly { readonly kind: FairnessKind; readonly shares: number[]; given: number }[];
  madeUp: number;
}

const nothingYet = (): Gathered => ({ kinds: fairnessKinds.map((kind) => ({ kind, shares: [], given: 0 })), madeUp: 0 });

/** Of which kinds a turn is; asked once of all turns that look alike. */
function kindsByLook(): (one: Opportunity) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (one) => {
    const look = `${one.date}${String(one.newCustomer)}${one.grade ?? ''}`;
    const places = known.get(look) ?? fairnessKinds.flatMap((kind, place) => isOfKind(one, kind) ? [place] : []);
    known.set(look, places);
    return places;
  };
}

function gathered(opportunities: readonly Opportunity[], agents: readonly string[]): { readonly rows: ReadonlyMap<string, Gathered>; readonly totals: readonly number[] } {
  const rows = new Map(agents.map((agent) => [agent, nothingYet()]));
  const totals = fairnessKinds.map(() => 0);
  const placesOf = kindsByLook();
  for (const one of opportunities) {
    const places = placesOf(one);
    for (const place of places) totals[place] = (totals[place] ?? 0) + 1;
    for (const [agent, share] of one.shares) {
      const row = rows.get(agent) ?? nothingYet();
      rows.set(agent, row);
      for (const place of places) {
        const of = row.kinds[place];
        of?.shares.push(share);
        if (of && agent === one.receiver) of.given += 1;
      }
      if (agent === one.receiver && one.mode === 'credit') row.madeUp += 1;
    }
  }
  return { rows, totals };
}

function tested({ kind, shares, given }: Gathered['kinds'][number]): Tested {
  const outcomes = outcomesOf(shares);
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
  const { rows, totals } = gathered(opportunities, agents);
  const all = [...rows].map(([agent, { kinds, madeUp }]) => ({ agent, madeUp, kinds: kinds.map(tested) }));
  const figures = judged(all.map(({ kinds }) => kinds));
  return {
    agents: all.map(({ agent, madeUp }, place) => ({ agent, figures: figures[place] ?? [], madeUp })),
    totals: fairnessKinds.map((kind, place) => ({ kind, given: totals[place] ?? 0 })),
    compared: all.filter(({ kinds: [every] }) => every?.isOpen === true).length,
  };
}
