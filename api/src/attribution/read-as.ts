import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';

/** The entry a customer is read as: itself, or the one it was merged into. @throws Problem 404 `customer_not_found` */
export async function readAs(reading: Reading, officeId: string, customerId: string): Promise<string> {
  const { rows: [row] } = await reading.run<{ id: string }>('SELECT COALESCE(merged_into, id) AS id FROM customer WHERE office_id = ? AND id = ?', [officeId, customerId]);
  if (!row) throw new Problem('customer_not_found', 404);
  return row.id;
}
