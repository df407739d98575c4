import type { CustomerRef } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';

/** The entries of one person: the one that is read, and those merged into it. */
@Injectable()
export class PersonEntries {
  /** The entry that is read comes first. */
  async of(reading: Reading, officeId: string, customerId: string): Promise<readonly CustomerRef[]> {
    const { rows } = await reading.run<CustomerRef>(
      'SELECT id, label FROM customer WHERE office_id = ? AND (id = ? OR merged_into = ?) ORDER BY CASE WHEN id = ? THEN 0 ELSE 1 END, created_at, id', [officeId, customerId, customerId, customerId]);
    return rows.map(({ id, label }) => ({ id, label }));
  }

  /** Labels of customers by id; whoever is no customer of the office is left out. */
  async labels(reading: Reading, officeId: string, ids: readonly string[]): Promise<readonly CustomerRef[]> {
    if (ids.length === 0) return [];
    const { rows } = await reading.run<CustomerRef>(`SELECT id, label FROM customer WHERE office_id = ? AND id IN (${ids.map(() => '?').join(', ')})`, [officeId, ...ids]);
    return rows.map(({ id, label }) => ({ id, label }));
  }
}
