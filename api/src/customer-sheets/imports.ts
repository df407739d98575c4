import type { Readable } from 'node:stream';
import { importUndoHours, type ColumnMapping, type ImportList, type ImportRead, type ImportTrial, type ImportView, type NotedRow } from '@lunjie/contracts';
import { isHeading, isMappingWhole, meaningOf } from '@lunjie/identity';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { maskedPhone } from '../customers/phone';
import { Floors } from '../floor/floors';
import { DueWork } from '../jobs/due-work';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading, Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Writes } from '../platform/idempotency/writes';
import type { SheetLine } from '../staff/spreadsheet';
import { ImportBatches, type StoredBatch } from './import-batches';
import { ImportPlans, countedOutcomes, planDigest, type Planned } from './import-plans';
import { uploadedLines } from './uploaded';

/** The name by which the workers of imports are woken. */
export const importWork = 'customer imports';

const sampled = 5;
const mostNoted = 500;

/** Customers from sheets: read, tried, and then imported by due work exactly as the trial showed. */
@Injectable()
export class Imports {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly writes: Writes,
    private readonly floors: Floors,
    private readonly officeTime: OfficeTime,
    private readonly audit: Audit,
    private readonly due: DueWork,
    private readonly batches: ImportBatches,
    private readonly plans: ImportPlans,
  ) {}

  /** Keeps the cells, sealed, and says what they look like. @throws Problem 413 `import_too_large`, 400 `import_unreadable`, 422 `import_empty` */
  async read(write: WriteContext, file: Readable, type: string): Promise<ImportRead> {
    const lines = await uploadedLines(file, type);
    const [first] = lines;
    const headed = first !== undefined && isHeading(first.cells);
    const columns = Math.max(...lines.map(({ cells }) => cells.length));
    const headings = Array.from({ length: columns }, (_, index) => headed ? first.cells[index] ?? '' : '');
    const mapping: ColumnMapping = headed ? meaningOf(headings) : headings.map((_, index) => (['name', 'phone'] as const)[index] ?? null);
    const contentHash = this.batches.contentHash(write.officeId, lines);
    // The body came as a stream: the same cells are the same request. The answer kept under the key is the id alone.
    const known: WriteContext = { ...write, body: [write.officeId, contentHash] };
    const { id } = await this.writes.run(known, async (tx) => ({
      id: await this.batches.add(tx, { officeId: write.officeId, byPerson: write.personId, createdAt: this.clock.now(), headed, mapping, columns, contentHash }, lines),
    }));
    const behind = headed ? lines.slice(1) : lines;
    return { id, rows: behind.length, columns, headed, headings, mapping, sample: behind.slice(0, sampled).map(({ cells }) => cells) };
  }

  /** What would become of every row as things stand; nothing is entered. @throws Problem 404 `import_not_found`, 409 `import_started`, 422 `import_mapping_wrong` */
  async trial(officeId: string, importId: string, mapping: ColumnMapping, headed: boolean): Promise<ImportTrial> {
    // The cells' meaning is kept in a moment; reading thousands of rows must not hold up who writes.
    const batch = await this.transactions.transaction(async (tx) => {
      const unstarted = await this.unstarted(tx, officeId, importId);
      if (!isMappingWhole(mapping, unstarted.columns)) throw new Problem('import_mapping_wrong', 422);
      await tx.run('UPDATE import_batch SET mapping = ?, headed = ? WHERE id = ?', [JSON.stringify(mapping), Number(headed), unstarted.id]);
      return { ...unstarted, mapping, headed };
    });
    const plan = await this.transactions.read((reading) => this.planned(reading, batch));
    const noted = plan.filter(({ remarks }) => remarks.length > 0);
    return {
      counts: countedOutcomes(plan), nobodys: plan.filter(({ outcome, row }) => outcome === 'enter' && row.agent === null).length,
      noted: noted.slice(0, mostNoted).map(notedRow), notedInAll: noted.length, digest: planDigest(batch.contentHash, headed, mapping, plan),
    };
  }

  /**
   * Begins the import of exactly what the trial showed; due work carries it out.
   * @throws Problem 404 `import_not_found`, 409 `import_started`, `import_changed`, 422 `import_nothing_to_do`
   */
  carryOut(write: WriteContext, importId: string, digest: string): Promise<ImportView> {
    return this.floors.act(write, async ({ tx, officeId, now }) => {
      const batch = await this.unstarted(tx, officeId, importId);
      const plan = await this.planned(tx, batch);
      if (planDigest(batch.contentHash, batch.headed, batch.mapping, plan) !== digest) throw new Problem('import_changed', 409);
      const counts = countedOutcomes(plan);
      if (counts.enter + counts.again === 0) throw new Problem('import_nothing_to_do', 422);
      const [first] = await this.batches.open(tx, batch.id, 1);
      if (batch.headed) await tx.run("UPDATE import_row SET state = 'heading' WHERE id = ?", [first?.id ?? '']);
      await tx.run("UPDATE import_batch SET state = 'running', started_at = ? WHERE id = ?", [now.at, batch.id]);
      await this.audit.record(tx, { officeId, personId: write.personId, kind: 'customers_imported', data: { import: batch.id, ...counts }, at: now.at });
      tx.afterCommit(() => this.due.wake(importWork));
      return this.batches.view(tx, { ...batch, state: 'running' }, now.at);
    });
  }

  /** Begins to take back a whole import, as far as nothing has happened to its customers since. @throws Problem 404 `import_not_found`, 409 `import_not_undoable` */
  undo(write: WriteContext, importId: string, reason: string): Promise<ImportView> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now } = scene;
      const batch = await this.batches.locked(tx, officeId, importId);
      const { undoUntil } = await this.batches.view(tx, batch, now.at);
      if (undoUntil === null) throw new Problem('import_not_undoable', 409, { hours: importUndoHours });
      await tx.run("UPDATE import_batch SET state = 'undoing', undone_by = ? WHERE id = ?", [write.personId, batch.id]);
      scene.enter({ kind: 'import_undone', subject: null, content: { import: batch.id }, personal: { reason } });
      await this.audit.record(tx, { officeId, personId: write.personId, kind: 'import_undone', data: { import: batch.id }, at: now.at });
      tx.afterCommit(() => this.due.wake(importWork));
      return this.batches.view(tx, { ...batch, state: 'undoing' }, now.at);
    });
  }

  list(officeId: string): Promise<ImportList> {
    return this.transactions.read(async (reading) => {
      const imports: ImportView[] = [];
      for (const batch of await this.batches.latest(reading, officeId)) imports.push(await this.batches.view(reading, batch, this.clock.now()));
      return { imports };
    });
  }

  /** @throws Problem 404 `import_not_found` */
  view(officeId: string, importId: string): Promise<ImportView> {
    return this.transactions.read(async (reading) => this.batches.view(reading, await this.batches.byId(reading, officeId, importId), this.clock.now()));
  }

  /** Every row that needs looking at: of a trial as things stand, of an import as it was settled. @throws Problem 404 `import_not_found` */
  remarked(officeId: string, importId: string): ReturnType<ImportBatches['remarked']> {
    return this.transactions.read(async (reading) => {
      const batch = await this.batches.byId(reading, officeId, importId);
      if (batch.state !== 'read') return this.batches.remarked(reading, batch.id);
      const plan = await this.planned(reading, batch);
      return plan.filter(({ remarks }) => remarks.length > 0).map(({ row, outcome, remarks }) => ({ line: row.row, outcome, remarks }));
    });
  }

  private async unstarted(tx: Tx, officeId: string, importId: string): Promise<StoredBatch> {
    const batch = await this.batches.locked(tx, officeId, importId);
    if (batch.state !== 'read') throw new Problem('import_started', 409);
    return batch;
  }

  private async planned(reading: Reading, batch: StoredBatch): Promise<readonly Planned[]> {
    const { officeId, mapping } = batch;
    const lines: readonly SheetLine[] = await this.batches.lines(reading, batch.id);
    const today = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now()).date;
    const { identity } = (await this.floors.now(reading, officeId)).rules.policy.values;
    return this.plans.plan(reading, { officeId, today, identity, mapping }, batch.headed ? lines.slice(1) : lines);
  }
}

function notedRow({ row, outcome, remarks, known }: Planned): NotedRow {
  const owner = known?.record.claim;
  return {
    row: row.row, outcome, name: row.name, phoneMasked: maskedPhone(row.phone?.slice(-4) ?? null), remarks,
    known: known ? { customer: { id: known.record.id, label: known.record.label }, owner: owner ? { id: owner.agent, name: owner.agentName } : null } : null,
  };
}
