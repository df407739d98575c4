import type { OwnershipDecision, PersonRef, Portion, SplitShare, SplitVerdict } from '@lunjie/contracts';
import { amountsOf } from './amounts';

/** Who an agent of a decision is. */
export type NameOf = (agent: string) => string;

const personOf = (agent: string | null, nameOf: NameOf): PersonRef | null => agent === null ? null : { id: agent, name: nameOf(agent) };

function sharesIn(fen: number, portions: readonly Portion[], clause: string, nameOf: NameOf): readonly SplitShare[] {
  // A ruling without shares divides nothing.
  if (portions.length === 0) return [];
  return amountsOf(fen, portions).map(({ portion, fen: part }) => ({ payee: portion.payee, agent: personOf(portion.agent, nameOf), points: portion.points, fen: part, clause }));
}

/**
 * The verdict card of a split: each share in 分 with the clause and the facts it rests on, and in 分 what each would have
 * been had one of the facts people ask about been otherwise ("closed one day later: 80/20"). Pure.
 * @param fen the commission in 分, at least 0
 */
export function splitVerdict(decision: OwnershipDecision, fen: number, nameOf: NameOf): SplitVerdict {
  const { clause, facts, compared } = decision;
  return {
    row: decision.row, clause, commissionFen: fen, shares: sharesIn(fen, decision.shares, clause, nameOf),
    credit: decision.credit.map(({ payee, agent, points }) => ({ payee, agent: personOf(agent, nameOf), points })),
    because: (decision.because ?? []).map((fact) => ({ fact, value: facts[fact], compared: compared.find((each) => each.fact === fact)?.data ?? null })),
    otherwise: decision.otherwise.map((other) => ({ fact: other.fact, value: other.value, clause: other.clause, shares: sharesIn(fen, other.shares, other.clause, nameOf) })),
    policyVersion: decision.policyVersion,
  };
}
