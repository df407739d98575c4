import type { MoneyFault } from '../floor/money-fault';
import type { Reading } from '../platform/database/tx';
import { storedJson } from '../register/register';
import { differenceOf, type Row } from './compared';

/** Entries that begin a visit, and those that decide it anew. */
const begins = ['visit', 'call'];
const decides = [...begins, 'waiting_assigned', 'handed_back', 'passed_on'];
const readAtOnce = 500;

/** Compares the decision each visit bears with the last one entered about it: only visits decided anew are kept in mind. */
export class VisitRows {
  rows = 0;
  private readonly differing = new Map<string, MoneyFault>();

  async fault(reading: Reading, officeId: string): Promise<MoneyFault | null> {
    for (let after = 0; ;) {
      const { rows } = await reading.run<Row>(
        `SELECT e.number, e.kind, e.subject_id, e.content, v.id, v.decision, v.receiver_id, v.entry_number FROM register_entry e LEFT JOIN visit v ON v.id = e.subject_id AND v.office_id = e.office_id
         WHERE e.office_id = ? AND e.number > ? AND e.kind IN (${decides.map(() => '?').join(', ')}) ORDER BY e.number LIMIT ${readAtOnce}`, [officeId, after, ...decides]);
      for (const row of rows) {
        const fault = this.take(row);
        if (fault) return fault;
      }
      if (rows.length < readAtOnce) break;
      after = Number(rows.at(-1)?.['number']);
    }
    const [differs] = this.differing.values();
    return differs ?? this.stray(reading, officeId);
  }

  private take(row: Row): MoneyFault | null {
    const number = Number(row['number']);
    const isBeginning = begins.includes(String(row['kind']));
    if (row['id'] === null) return { part: 'visit', entry: number, fault: 'missing' };
    if (isBeginning) this.rows += 1;
    const { decision } = (storedJson(String(row['content'])) ?? {}) as { readonly decision?: { readonly chosen: string | null } | null };
    if (!decision) return null;
    const fault = differenceOf('visit', number, row, { decision, receiver_id: decision.chosen, ...isBeginning ? { entry_number: number } : {} });
    if (fault) this.differing.set(String(row['id']), fault);
    else this.differing.delete(String(row['id']));
    return null;
  }

  /** A visit whose entry is about something else. */
  private async stray(reading: Reading, officeId: string): Promise<MoneyFault | null> {
    const { rows: [row] } = await reading.run<Row>(
      'SELECT v.entry_number FROM visit v LEFT JOIN register_entry e ON e.office_id = v.office_id AND e.number = v.entry_number WHERE v.office_id = ? AND (e.subject_id IS NULL OR e.subject_id <> v.id) LIMIT 1', [officeId]);
    return row ? { part: 'visit', entry: Number(row['entry_number']), fault: 'not_entered' } : null;
  }
}
