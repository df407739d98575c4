import type { ReceptionDecision, VisitForm } from '@lunjie/contracts';
import { standingTurns, type TurnInLine } from '@lunjie/fairness';
import type { Reading } from '../platform/database/tx';
import type { PeriodPosting } from '../turns/ledger-period';

/** So many at once: a decision is a few kilobytes, and of each only how everybody stood to it is kept. */
const readAtOnce = 500;

interface Decided {
  readonly grade: string | null;
  readonly considered: TurnInLine['considered'];
}

/** What was decided and written down of receptions, by their ids. */
async function decidedOf(reading: Reading, officeId: string, receptions: readonly string[]): Promise<ReadonlyMap<string, Decided>> {
  const decided = new Map<string, Decided>();
  for (let from = 0; from < receptions.length; from += readAtOnce) {
    const some = receptions.slice(from, from + readAtOnce);
    const { rows } = await reading.run<{ id: string; form: string; decision: string }>(
      `SELECT r.id, r.form, v.decision FROM reception r JOIN visit v ON v.id = r.visit_id AND v.reception_id = r.id
       WHERE r.office_id = ? AND r.id IN (${some.map(() => '?').join(', ')})`, [officeId, ...some]);
    for (const { id, form, decision } of rows) {
      const { grade } = JSON.parse(form) as VisitForm;
      const { considered } = JSON.parse(decision) as ReceptionDecision;
      decided.set(id, { grade: typeof grade === 'string' ? grade : null, considered });
    }
  }
  return decided;
}

/**
 * The counted turns of a queue's days that stand as of now, with who stood in the line when each was given.
 * @param postings those from the first day up to now: what was ruled later is in it
 * @param to the last business date, included
 */
export async function turnsInLine(reading: Reading, officeId: string, postings: readonly PeriodPosting[], queue: string, to: string): Promise<readonly TurnInLine[]> {
  const turns = standingTurns(postings).filter(({ posting, businessDate }) => posting.queue === queue && businessDate <= to);
  const decided = await decidedOf(reading, officeId, turns.map(({ posting }) => posting.reception));
  return turns.map(({ seq, businessDate, entry, posting }): TurnInLine => {
    const { at, agent, mode, newCustomer, reception } = posting;
    // A turn whose decision is not kept was due to nobody else as far as is known.
    const { grade, considered } = decided.get(reception) ?? { grade: null, considered: [] };
    return { seq, at, date: businessDate, entry, receiver: agent, mode, newCustomer, grade, considered };
  });
}
