import { turnPostingKinds, type NumberedPosting, type PostingBody } from '@lunjie/rotation';
import type { Reading } from '../platform/database/tx';

/** A posting of the period with the day it belongs to and the register entry that covers it. */
export interface PeriodPosting extends NumberedPosting {
  readonly businessDate: string;
  readonly entry: number;
}

interface StoredPosting {
  readonly seq: number | string;
  readonly at: number | string;
  readonly business_date: string;
  readonly entry_number: number | string;
  readonly body: string;
}

const columns = 't.seq, t.at, t.business_date, t.entry_number, t.body';
const turnsOnly = `AND t.kind IN (${turnPostingKinds.map((kind) => `'${kind}'`).join(', ')})`;

/**
 * The postings of an office's days that concern turns, oldest first, or all of them. Who is passed over stands inside the posting of
 * who received, so a period is read whole. It is found agent by agent along the ledger's index, which a join leaves for
 * a walk through all the years; the postings of the whole line stand beside them.
 */
export async function postingsOf(reading: Reading, officeId: string, from: string, to: string, which: 'turns' | 'all' = 'turns'): Promise<readonly PeriodPosting[]> {
  const { rows: employed } = await reading.run<{ person_id: string }>('SELECT person_id FROM employment WHERE office_id = ?', [officeId]);
  if (employed.length === 0) return [];
  const kinds = which === 'turns' ? turnsOnly : '';
  const people = employed.map(({ person_id }) => person_id);
  const { rows } = await reading.run<StoredPosting>(
    `SELECT ${columns} FROM turn_posting t WHERE t.office_id = ? AND t.agent_id IN (${people.map(() => '?').join(', ')}) AND t.business_date BETWEEN ? AND ? ${kinds}
     UNION ALL SELECT ${columns} FROM turn_posting t WHERE t.office_id = ? AND t.agent_id IS NULL AND t.business_date BETWEEN ? AND ? ${kinds}`,
    [officeId, ...people, from, to, officeId, from, to],
  );
  return rows
    .map((row): PeriodPosting => ({
      seq: Number(row.seq), businessDate: row.business_date, entry: Number(row.entry_number),
      posting: { ...(JSON.parse(row.body) as PostingBody), at: Number(row.at) },
    }))
    .sort((one, other) => one.seq - other.seq);
}
