import { payees, type CommissionConduct, type CommissionSums } from '@lunjie/contracts';
import { onDayOf, type Bounds, type PostingFact } from './conduct-facts';
import { counted, groupedBy } from './measures';

function sumsOf(postings: readonly PostingFact[]): CommissionSums {
  const sums = { accrual: 0, reversal: 0, adjustment: 0, release: 0, clawback: 0 };
  for (const { kind, fen } of postings) sums[kind] += fen;
  return sums;
}

/** The ledger's postings that count in a span, by the clause of the ruling that gave them and by payee. */
export function commissionOf(facts: readonly PostingFact[], bounds: Bounds): CommissionConduct {
  const postings = facts.filter(({ date }) => onDayOf(bounds, date));
  const clauses = [...groupedBy(postings, ({ clause }) => clause)].map(([clause, ofIt]) => {
    const byPayee = groupedBy(ofIt, ({ payee }) => payee);
    return { clause, sums: sumsOf(ofIt), payees: payees.flatMap((payee) => byPayee.has(payee) ? [{ payee, sums: sumsOf(byPayee.get(payee) ?? []) }] : []) };
  });
  return { clauses: clauses.sort((a, b) => b.sums.accrual - a.sums.accrual || (a.clause < b.clause ? -1 : 1)), sums: sumsOf(postings), postings: counted([...new Set(postings.map(({ entry }) => entry))].map((entry) => ({ entry }))) };
}
