import { Injectable } from '@nestjs/common';
import { Claims } from '../attribution/claims';
import { Customers } from '../customers/customers';
import type { Scene } from '../floor/scene';
import type { Reading } from '../platform/database/tx';
import { ImportBatches, type StoredBatch } from './import-batches';
import type { ImportRowState } from './import.entity';

interface DoneRow {
  readonly id: string;
  readonly line: number;
  readonly state: ImportRowState;
  readonly customer_id: string;
  readonly entry_number: number | string;
}

/** Kinds of entries that an import itself makes about its customers. */
const ownKinds = ['customer_imported', 'registered_again_withdrawn'];

/** Takes back what an import entered: by entries, never by deletion, and only where nothing has happened since. */
@Injectable()
export class ImportUndoing {
  constructor(
    private readonly batches: ImportBatches,
    private readonly customers: Customers,
    private readonly claims: Claims,
  ) {}

  /** Takes back the next rows, the last of the file first. The caller holds the office's line. Answers whether it is finished. */
  async step(scene: Scene, batchId: string, most: number): Promise<boolean> {
    const { tx, officeId, now } = scene;
    const batch = await this.batches.locked(tx, officeId, batchId);
    if (batch.state !== 'undoing') return true;
    const { rows } = await tx.run<DoneRow>(
      `SELECT id, line, state, customer_id, entry_number FROM import_row WHERE batch_id = ? AND state IN ('enter', 'again') ORDER BY line DESC LIMIT ${most}`, [batch.id]);
    for (const row of rows) {
      const withdrawn = row.state === 'again' ? await this.withdrawNote(scene, batch, row) : await this.withdrawCustomer(scene, batch, row);
      await tx.write('UPDATE import_row SET state = ? WHERE id = ?', [withdrawn ? 'withdrawn' : 'stayed', row.id]);
    }
    if (rows.length === most) return false;
    await tx.run("UPDATE import_batch SET state = 'undone', undone_at = ? WHERE id = ?", [now.at, batch.id]);
    return true;
  }

  private async withdrawCustomer(scene: Scene, batch: StoredBatch, row: DoneRow): Promise<boolean> {
    if (await hasBegun(scene.tx, scene.officeId, batch.id, row)) return false;
    await this.claims.endClaim(scene, row.customer_id, 'withdrawn');
    await this.customers.withdraw(scene, row.customer_id);
    scene.enter({ kind: 'customer_withdrawn', subject: row.customer_id, content: { import: batch.id, row: row.line } });
    return true;
  }

  /** The note speaks for an agent in the customer's case; once that was ruled on it stays. */
  private async withdrawNote(scene: Scene, batch: StoredBatch, row: DoneRow): Promise<boolean> {
    const { tx, officeId } = scene;
    const entry = Number(row.entry_number);
    const { rows } = await tx.run("SELECT number FROM register_entry WHERE office_id = ? AND subject_id = ? AND number > ? AND kind = 'ruling' LIMIT 1", [officeId, row.customer_id, entry]);
    if (rows.length > 0) return false;
    await tx.write('DELETE FROM happening WHERE customer_id = ? AND entry_number = ?', [row.customer_id, entry]);
    scene.enter({ kind: 'registered_again_withdrawn', subject: row.customer_id, corrects: entry, content: { import: batch.id, row: row.line } });
    return true;
  }
}

/** Whether anything happened to a customer beside what the import entered. */
async function hasBegun(reading: Reading, officeId: string, batchId: string, { customer_id: customer, entry_number: entry }: DoneRow): Promise<boolean> {
  const { rows } = await reading.run(
    `SELECT 1 AS begun FROM customer WHERE id = ? AND (visits > 0 OR merged_into IS NOT NULL OR last_contact_at <> created_at)
     UNION ALL SELECT 1 FROM register_entry e WHERE e.office_id = ? AND e.subject_id = ? AND e.number > ? AND e.kind NOT IN (${ownKinds.map(() => '?').join(', ')})
       AND NOT EXISTS (SELECT 1 FROM import_row r WHERE r.batch_id = ? AND r.entry_number = e.number)
     UNION ALL SELECT 1 FROM visit WHERE customer_id = ?
     UNION ALL SELECT 1 FROM household_link WHERE customer_id = ? OR other_id = ?
     UNION ALL SELECT 1 FROM referral WHERE customer_id = ? OR referrer_id = ?
     UNION ALL SELECT 1 FROM customer_merge WHERE from_id = ? OR into_id = ?
     LIMIT 1`,
    [customer, officeId, customer, Number(entry), ...ownKinds, batchId, customer, customer, customer, customer, customer, customer, customer]);
  return rows.length > 0;
}
