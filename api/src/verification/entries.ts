import type { Entered } from '@lunjie/deal-life';
import type { Reading } from '../platform/database/tx';
import { storedJson } from '../register/register';

interface EntryRow {
  readonly number: number | string;
  readonly at: number | string;
  readonly business_date: string;
  readonly kind: string;
  readonly by_person: string | null;
  readonly subject_id: string | null;
  readonly corrects: number | string | null;
  readonly content: string;
}

const readAtOnce = 500;

/** An office's entries of some kinds in the order of the register, a batch at a time: no more of it lies in the memory. */
export async function* entriesOf(reading: Reading, officeId: string, kinds: readonly string[]): AsyncGenerator<readonly Entered[]> {
  for (let after = 0; ;) {
    const { rows } = await reading.run<EntryRow>(
      `SELECT number, at, business_date, kind, by_person, subject_id, corrects, content FROM register_entry WHERE office_id = ? AND number > ? AND kind IN (${kinds.map(() => '?').join(', ')}) ORDER BY number LIMIT ${readAtOnce}`,
      [officeId, after, ...kinds]);
    if (rows.length > 0) yield rows.map(entryOf);
    if (rows.length < readAtOnce) return;
    after = Number(rows.at(-1)?.number);
  }
}

function entryOf(row: EntryRow): Entered {
  const content = storedJson(row.content);
  return {
    number: Number(row.number), at: Number(row.at), date: row.business_date, kind: row.kind, by: row.by_person, subject: row.subject_id, corrects: row.corrects === null ? null : Number(row.corrects),
    content: typeof content === 'object' && content !== null ? content as Entered['content'] : {},
  };
}
