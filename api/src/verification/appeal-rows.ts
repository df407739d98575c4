import { textIn, type Entered } from '@lunjie/deal-life';
import type { MoneyFault } from '../floor/money-fault';
import type { Reading } from '../platform/database/tx';
import { differenceOf, type Expected, type Row } from './compared';

/** Folds appeals of penalties and compares them with what is stored; one a penalty. */
export class AppealRows {
  rows = 0;
  private readonly appeals = new Map<string, Expected & { readonly entry_number: number }>();

  take(entry: Entered): void {
    const penalty = textIn(entry, 'penalty') ?? '';
    const known = this.appeals.get(penalty);
    if (entry.kind === 'penalty_appealed') this.appeals.set(penalty, { state: 'appealed', at: entry.at, entry_number: entry.number, heard_at: null, heard_by: null, heard_entry: null });
    if (entry.kind === 'penalty_appeal_heard' && known) this.appeals.set(penalty, { ...known, state: entry.content['upheld'] === true ? 'reversed' : 'dismissed', heard_at: entry.at, heard_by: entry.by, heard_entry: entry.number });
  }

  async fault(reading: Reading, officeId: string): Promise<MoneyFault | null> {
    const { rows } = await reading.run<Row>('SELECT penalty_id, at, state, entry_number, heard_at, heard_by, heard_entry FROM penalty_appeal WHERE office_id = ? ORDER BY entry_number', [officeId]);
    this.rows = rows.length;
    for (const row of rows) {
      const expected = this.appeals.get(String(row['penalty_id']));
      const fault = expected ? differenceOf('penalty_appeal', expected.entry_number, row, expected) : { part: 'penalty_appeal' as const, entry: Number(row['entry_number']), fault: 'not_entered' as const };
      if (fault) return fault;
      this.appeals.delete(String(row['penalty_id']));
    }
    const [lost] = this.appeals.values();
    return lost ? { part: 'penalty_appeal', entry: lost.entry_number, fault: 'missing' } : null;
  }
}
