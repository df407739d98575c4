import { exportKeptHours, type ExportColumn, type ExportFilters, type ExportList, type ExportRequest, type ExportState, type ExportView, type Role } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { withoutNumbers } from '../customers/without-numbers';
import { DueWork } from '../jobs/due-work';
import { Cipher } from '../platform/cipher/cipher';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Writes } from '../platform/idempotency/writes';
import { CustomerExport } from './export.entity';

/** The name by which the workers of exports are woken. */
export const exportWork = 'customer exports';

const hour = 3_600_000;
/** Of one person, at once. */
const mostUnderWay = 3;

/** What was asked for, as it is sealed. */
export interface Asked {
  readonly filters: ExportFilters;
  readonly reason: string;
}

interface ExportRow {
  readonly id: string;
  readonly by_person: string;
  readonly by_name: string | null;
  readonly state: ExportState;
  readonly created_at: number | string;
  readonly roles: string;
  readonly format: ExportView['format'];
  readonly columns: string;
  readonly asked: string;
  readonly rows_done: number;
  readonly rows_total: number | null;
  readonly bytes: number | string;
  readonly parts: number;
  readonly expires_at: number | string;
}

const columns = 'x.id, x.by_person, p.name AS by_name, x.state, x.created_at, x.roles, x.format, x.`columns`, x.asked, x.rows_done, x.rows_total, x.bytes, x.parts, x.expires_at';
const tables = 'customer_export x LEFT JOIN person p ON p.id = x.by_person';

/** Who asks. */
export interface ExportReader {
  readonly personId: string;
  readonly roles: readonly Role[];
}

/** A file that may be fetched. */
export interface ExportFile {
  readonly id: string;
  readonly format: ExportView['format'];
  readonly parts: number;
}

/** The customers' list taken out as a sheet: asked for with a reason, written by due work, fetched once it is there. */
@Injectable()
export class Exports {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly transactions: Transactions,
    private readonly writes: Writes,
    private readonly audit: Audit,
    private readonly cipher: Cipher,
    private readonly due: DueWork,
  ) {}

  /** @throws Problem 409 `exports_under_way` */
  ask(write: WriteContext, { roles }: Pick<ExportReader, 'roles'>, request: ExportRequest): Promise<{ readonly id: string }> {
    const { officeId, personId } = write;
    const { filters, reason, format, language } = request;
    return this.writes.run(write, async (tx) => {
      const { rows } = await tx.run("SELECT id FROM customer_export WHERE office_id = ? AND by_person = ? AND state = 'due' AND expires_at > ?", [officeId, personId, this.clock.now()]);
      if (rows.length >= mostUnderWay) throw new Problem('exports_under_way', 409, { count: rows.length });
      const at = this.clock.now();
      const id = this.ids.next();
      const row: CustomerExport = {
        id, officeId, byPerson: personId, createdAt: at, state: 'due', roles, format, language, columns: request.columns, asked: this.cipher.encrypt(JSON.stringify({ filters, reason } satisfies Asked)),
        rowsDone: 0, rowsTotal: null, parts: 0, bytes: 0, takenBy: null, takenUntil: null, finishedAt: null, expiresAt: at + exportKeptHours * hour,
      };
      await tx.insert(CustomerExport, [row]);
      // A filter may be a name; which ones were set tells enough.
      await this.audit.record(tx, { officeId, personId, kind: 'export_made', data: { export: id, format, columns: request.columns, filters: Object.keys(filters).sort(), reason: withoutNumbers(reason) }, at });
      tx.afterCommit(() => this.due.wake(exportWork));
      return { id };
    });
  }

  list(officeId: string, { personId, roles }: ExportReader): Promise<ExportList> {
    return this.transactions.read(async (reading) => {
      const own = roles.includes('manager') ? { sql: '', parameters: [] } : { sql: 'AND x.by_person = ?', parameters: [personId] };
      const { rows } = await reading.run<ExportRow>(`SELECT ${columns} FROM ${tables} WHERE x.office_id = ? ${own.sql} ORDER BY x.created_at DESC, x.id DESC LIMIT 20`, [officeId, ...own.parameters]);
      return { exports: rows.map((row) => this.viewOf(row)) };
    });
  }

  /**
   * The file, for who asked for it and for managers; that it was fetched is recorded.
   * @throws Problem 404 `export_not_found`, 409 `export_not_ready`, 410 `export_expired`, 403 `export_for_other_roles`
   */
  async file(officeId: string, exportId: string, { personId, roles }: ExportReader): Promise<ExportFile> {
    const row = await this.transactions.read((reading) => stored(reading, officeId, exportId));
    const isManager = roles.includes('manager');
    if (!row || (row.by_person !== personId && !isManager)) throw new Problem('export_not_found', 404);
    if (row.state === 'expired' || Number(row.expires_at) <= this.clock.now()) throw new Problem('export_expired', 410, { hours: exportKeptHours });
    if (row.state !== 'done') throw new Problem('export_not_ready', 409);
    if (!isManager && (JSON.parse(row.roles) as Role[]).some((role) => !roles.includes(role))) throw new Problem('export_for_other_roles', 403);
    await this.transactions.transaction((tx) => this.audit.record(tx, { officeId, personId, kind: 'export_downloaded', data: { export: exportId, rows: row.rows_done, by: row.by_person } }));
    return { id: row.id, format: row.format, parts: row.parts };
  }

  /** The file's bytes, each part in a reading of its own: a slow reader must not keep a transaction open. */
  async *bytes({ id, parts }: ExportFile): AsyncGenerator<Buffer> {
    for (let number = 0; number < parts; number += 1) {
      const { rows: [part] } = await this.transactions.read((reading) => reading.run<{ sealed: string }>('SELECT sealed FROM export_part WHERE export_id = ? AND number = ?', [id, number]));
      if (!part) throw new Problem('export_expired', 410, { hours: exportKeptHours });
      yield Buffer.from(this.cipher.decrypt(part.sealed), 'base64');
    }
  }

  private viewOf(row: ExportRow): ExportView {
    const isOver = row.state === 'done' && Number(row.expires_at) <= this.clock.now();
    return {
      id: row.id, state: isOver ? 'expired' : row.state, by: { id: row.by_person, name: row.by_name ?? '' }, at: Number(row.created_at), format: row.format, columns: JSON.parse(row.columns) as ExportColumn[],
      reason: (JSON.parse(this.cipher.decrypt(row.asked)) as Asked).reason, rows: row.rows_done, total: row.rows_total, bytes: Number(row.bytes), expiresAt: Number(row.expires_at),
    };
  }
}

async function stored(reading: Reading, officeId: string, id: string): Promise<ExportRow | undefined> {
  const { rows: [row] } = await reading.run<ExportRow>(`SELECT ${columns} FROM ${tables} WHERE x.office_id = ? AND x.id = ?`, [officeId, id]);
  return row;
}
