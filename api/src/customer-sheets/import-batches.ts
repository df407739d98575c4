import { importUndoHours, type ColumnMapping, type ImportState, type ImportView, type RowOutcome, type RowRemark } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Cipher } from '../platform/cipher/cipher';
import { Ids } from '../platform/clock/ids';
import type { Reading, Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { SheetLine } from '../staff/spreadsheet';
import { ImportBatch, ImportRow, type ImportRowState } from './import.entity';

const hour = 3_600_000;
const mostStayed = 500;

/** A batch as it is stored. */
export interface StoredBatch {
  readonly id: string;
  readonly officeId: string;
  readonly byPerson: string;
  readonly state: ImportState;
  readonly createdAt: number;
  readonly headed: boolean;
  readonly mapping: ColumnMapping;
  readonly lines: number;
  readonly columns: number;
  readonly contentHash: string;
  readonly finishedAt: number | null;
  readonly undoneBy: string | null;
}

interface BatchRow {
  readonly id: string;
  readonly office_id: string;
  readonly by_person: string;
  readonly state: ImportState;
  readonly created_at: number | string;
  readonly headed: number;
  readonly mapping: string;
  readonly lines: number;
  readonly columns: number;
  readonly content_hash: string;
  readonly finished_at: number | string | null;
  readonly undone_by: string | null;
}

const columns = 'id, office_id, by_person, state, created_at, headed, mapping, `lines`, `columns`, content_hash, finished_at, undone_by';

function batchOf(row: BatchRow): StoredBatch {
  return {
    id: row.id, officeId: row.office_id, byPerson: row.by_person, state: row.state, createdAt: Number(row.created_at), headed: Boolean(row.headed), mapping: JSON.parse(row.mapping) as ColumnMapping,
    lines: row.lines, columns: row.columns, contentHash: row.content_hash, finishedAt: row.finished_at === null ? null : Number(row.finished_at), undoneBy: row.undone_by,
  };
}

/** A row with its cells, to be settled. */
export interface OpenLine extends SheetLine {
  readonly id: string;
}

/** The stored batches and their rows. */
@Injectable()
export class ImportBatches {
  constructor(
    private readonly ids: Ids,
    private readonly cipher: Cipher,
  ) {}

  /** By which the same cells are known again; keyed, since a short sheet would be guessed from a plain hash. */
  contentHash(officeId: string, lines: readonly SheetLine[]): string {
    return this.cipher.keyedHash(officeId, JSON.stringify(lines));
  }

  async add(tx: Tx, given: Pick<ImportBatch, 'officeId' | 'byPerson' | 'createdAt' | 'headed' | 'mapping' | 'columns' | 'contentHash'>, lines: readonly SheetLine[]): Promise<string> {
    const id = this.ids.next();
    await tx.insert(ImportBatch, [{ ...given, id, state: 'read', lines: lines.length, startedAt: null, finishedAt: null, undoneBy: null, undoneAt: null }]);
    await tx.insert(ImportRow, lines.map(({ line, cells }): ImportRow => ({
      id: this.ids.next(), batchId: id, line, state: 'read', sealed: this.cipher.encrypt(JSON.stringify(cells)), customerId: null, remarks: null, entryNumber: null,
    })));
    return id;
  }

  /** @throws Problem 404 `import_not_found` */
  async byId(reading: Reading, officeId: string, id: string): Promise<StoredBatch> {
    const { rows: [row] } = await reading.run<BatchRow>(`SELECT ${columns} FROM import_batch WHERE office_id = ? AND id = ?`, [officeId, id]);
    if (!row) throw new Problem('import_not_found', 404);
    return batchOf(row);
  }

  /** The same for whoever will change it. @throws Problem 404 `import_not_found` */
  async locked(tx: Tx, officeId: string, id: string): Promise<StoredBatch> {
    const { rows: [row] } = await tx.lock<BatchRow>(`SELECT ${columns} FROM import_batch WHERE office_id = ? AND id = ?`, [officeId, id]);
    if (!row) throw new Problem('import_not_found', 404);
    return batchOf(row);
  }

  /** Those that are under way, in every office. */
  async underWay(reading: Reading): Promise<readonly StoredBatch[]> {
    const { rows } = await reading.run<BatchRow>(`SELECT ${columns} FROM import_batch WHERE state IN ('running', 'undoing') ORDER BY created_at LIMIT 50`);
    return rows.map(batchOf);
  }

  /** Those that were imported, newest first. */
  async latest(reading: Reading, officeId: string): Promise<readonly StoredBatch[]> {
    const { rows } = await reading.run<BatchRow>(`SELECT ${columns} FROM import_batch WHERE office_id = ? AND state <> 'read' ORDER BY created_at DESC LIMIT 20`, [officeId]);
    return rows.map(batchOf);
  }

  /** All rows with their cells, the heading too, in the order of the file. @throws Problem 404 `import_not_found` where they are forgotten */
  async lines(reading: Reading, batchId: string): Promise<readonly SheetLine[]> {
    const { rows } = await reading.run<{ line: number; sealed: string | null }>('SELECT line, sealed FROM import_row WHERE batch_id = ? ORDER BY line', [batchId]);
    return rows.map(({ line, sealed }) => {
      if (sealed === null) throw new Problem('import_not_found', 404);
      return { line, cells: JSON.parse(this.cipher.decrypt(sealed)) as string[] };
    });
  }

  /** The next rows nothing became of yet. */
  async open(reading: Reading, batchId: string, most: number): Promise<readonly OpenLine[]> {
    const { rows } = await reading.run<{ id: string; line: number; sealed: string | null }>(`SELECT id, line, sealed FROM import_row WHERE batch_id = ? AND state = 'read' ORDER BY line LIMIT ${most}`, [batchId]);
    return rows.map(({ id, line, sealed }) => ({ id, line, cells: sealed === null ? [] : JSON.parse(this.cipher.decrypt(sealed)) as string[] }));
  }

  async settle(tx: Tx, rowId: string, given: { readonly state: ImportRowState; readonly customerId: string | null; readonly remarks: readonly RowRemark[]; readonly entry: number | null }): Promise<void> {
    await tx.write('UPDATE import_row SET state = ?, customer_id = ?, remarks = ?, entry_number = ? WHERE id = ?',
      [given.state, given.customerId, given.remarks.length === 0 ? null : JSON.stringify(given.remarks), given.entry, rowId]);
  }

  /** Rows that need looking at, as they were settled. */
  async remarked(reading: Reading, batchId: string): Promise<readonly { readonly line: number; readonly outcome: RowOutcome; readonly remarks: readonly RowRemark[] }[]> {
    const { rows } = await reading.run<{ line: number; state: ImportRowState; remarks: string }>('SELECT line, state, remarks FROM import_row WHERE batch_id = ? AND remarks IS NOT NULL ORDER BY line', [batchId]);
    return rows.map(({ line, state, remarks }) => ({ line, outcome: state === 'again' || state === 'skip' || state === 'faulty' ? state : 'enter', remarks: JSON.parse(remarks) as RowRemark[] }));
  }

  async view(reading: Reading, batch: StoredBatch, now: number): Promise<ImportView> {
    const { rows } = await reading.run<{ state: ImportRowState; many: number | string }>('SELECT state, COUNT(*) AS many FROM import_row WHERE batch_id = ? GROUP BY state', [batch.id]);
    const counted = new Map(rows.map(({ state, many }) => [state, Number(many)]));
    const of = (state: ImportRowState): number => counted.get(state) ?? 0;
    const { rows: [by] } = await reading.run<{ name: string }>('SELECT name FROM person WHERE id = ?', [batch.byPerson]);
    const { rows: stayed } = of('stayed') === 0 ? { rows: [] } : await reading.run<{ id: string; label: string }>(
      `SELECT DISTINCT c.id, c.label, r.line FROM import_row r JOIN customer c ON c.id = r.customer_id WHERE r.batch_id = ? AND r.state = 'stayed' ORDER BY r.line LIMIT ${mostStayed}`, [batch.id]);
    const { rows: again } = of('again') === 0 ? { rows: [] } : await reading.run<{ line: number; id: string; label: string; agent_id: string | null; name: string | null }>(
      `SELECT r.line, c.id, c.label, h.agent_id, p.name FROM import_row r JOIN customer c ON c.id = r.customer_id LEFT JOIN happening h ON h.customer_id = r.customer_id AND h.entry_number = r.entry_number LEFT JOIN person p ON p.id = h.agent_id
       WHERE r.batch_id = ? AND r.state = 'again' ORDER BY r.line LIMIT ${mostStayed}`, [batch.id]);
    const rowsInAll = batch.lines - of('heading');
    const open = batch.state === 'undoing' ? of('enter') + of('again') : of('read');
    const until = batch.finishedAt === null ? null : batch.finishedAt + importUndoHours * hour;
    return {
      id: batch.id, state: batch.state, by: { id: batch.byPerson, name: by?.name ?? '' }, at: batch.createdAt, rows: rowsInAll, done: rowsInAll - open,
      counts: { enter: of('enter'), again: of('again'), skip: of('skip'), faulty: of('faulty') }, undoUntil: batch.state === 'done' && until !== null && until > now ? until : null,
      withdrawn: of('withdrawn'), stayed: stayed.map(({ id, label }) => ({ id, label })),
      again: again.map(({ line, id, label, agent_id: agent, name }) => ({ row: line, customer: { id, label }, agent: agent === null ? null : { id: agent, name: name ?? '' } })),
    };
  }
}
