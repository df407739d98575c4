import type { LedgerRow, PersonRef, ReceptionDecision, TurnsPage } from '@lunjie/contracts';
import type { TurnFact } from '@lunjie/rotation';
import type { Reading } from '../platform/database/tx';
import { explanationsOf, visitsOf, type Explanation, type ReceivedVisit } from './explanations';
import type { PeriodPosting } from './ledger-period';

/** Acts of a manager on the line: who did it and why belongs to the row. */
const ruled = ['line_reordered', 'turns_lost', 'turns_corrected', 'suspended', 'suspension_lifted', 'counter_set', 'not_counted_ruled'];

/** A row of the ledger and the posting it was read off. */
export interface Behind {
  readonly fact: TurnFact;
  readonly posting: PeriodPosting;
}

/** Each fact in the order given as everybody may read it, with the decisions that explain them and the visits they are of. */
export async function rowsOf(reading: Reading, officeId: string, behind: readonly Behind[], people: ReadonlyMap<string, PersonRef>): Promise<Pick<TurnsPage, 'rows' | 'decisions'> & { readonly visits: ReadonlyMap<string, ReceivedVisit> }> {
  const explanations = await explanationsOf(reading, officeId, [...new Set(behind.map(({ posting }) => posting.entry))]);
  const visits = await visitsOf(reading, officeId, [...new Set(behind.flatMap(({ fact }) => fact.reception ?? []))]);
  const decisions: Record<string, ReceptionDecision> = {};
  const rows = behind.map((one) => {
    const explanation = explanations.get(one.posting.entry);
    const visit = one.fact.reception === null ? undefined : visits.get(one.fact.reception);
    // What was entered with the posting; where that act decided nobody's reception, the decision it was about.
    const decision = one.fact.reception === null ? null : explanation?.decision ?? visit?.decision ?? null;
    const key = decision && String(explanation?.decision ? one.posting.entry : one.fact.reception);
    if (decision && key !== null) decisions[key] = decision;
    return rowOf(one, explanation, visit, key, decision, people);
  });
  return { rows, decisions, visits };
}

function named(people: ReadonlyMap<string, PersonRef>, id: string | null): PersonRef | null {
  return id === null ? null : people.get(id) ?? { id, name: '' };
}

function rowOf({ fact, posting }: Behind, explanation: Explanation | undefined, visit: ReceivedVisit | undefined, decision: string | null, decided: ReceptionDecision | null, people: ReadonlyMap<string, PersonRef>): LedgerRow {
  const rules = explanation && ruled.includes(explanation.kind) ? explanation : null;
  const since = fact.kind === 'passed' ? decided?.considered.find(({ agent }) => agent === fact.agent)?.data['since'] : null;
  return {
    id: `${fact.seq}.${fact.place}`, seq: fact.seq, at: fact.at, businessDate: posting.businessDate, queue: fact.queue, agent: named(people, fact.agent), kind: fact.kind, effect: fact.effect,
    // A correction has no code of its own where the posting keeps none.
    reason: fact.reason ?? (rules?.kind === 'turns_corrected' ? 'correction' : null),
    since: typeof since === 'number' ? since : null, until: fact.until, turns: fact.turns, receiver: named(people, fact.receiver), ruledBy: rules?.by ?? null, note: rules?.note ?? null,
    customerLabel: visit?.customerLabel ?? null, order: fact.order?.flatMap((id) => named(people, id) ?? []) ?? null, entry: posting.entry, decision,
  };
}
