import { mostExported, type CustomerListPage, type ExportColumn, type ExportState, type Language, type Role } from '@lunjie/contracts';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DateTime } from 'luxon';
import { CustomerList } from '../customers/customer-list';
import { DueWork } from '../jobs/due-work';
import { OfficeTime } from '../offices/office-time';
import { Cipher } from '../platform/cipher/cipher';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import { Transactions } from '../platform/database/transactions';
import type { Reading, Tx } from '../platform/database/tx';
import { ExportPart } from './export.entity';
import { cellsOfRow, headOf, sheetWriter, type SheetWriter } from './export-sheets';
import { exportWork, type Asked } from './exports';

interface DueRow {
  readonly id: string;
  readonly office_id: string;
  readonly by_person: string;
  readonly created_at: number | string;
  readonly roles: string;
  readonly format: 'xlsx' | 'csv';
  readonly language: Language;
  readonly columns: string;
  readonly asked: string;
}

const readAtOnce = 500;
/** For so long nobody else takes up an export whose worker says nothing: it may have died. */
const takenFor = 60_000;

/** Another worker has it, or the server stops: whoever takes it up begins the file anew. */
class TakenOver extends Error {}

/** Writes exports. One worker at a time has an export; a dead one's is begun anew after a minute. */
@Injectable()
export class ExportWork implements OnApplicationBootstrap {
  private readonly logger = new Logger(ExportWork.name);

  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly transactions: Transactions,
    private readonly officeTime: OfficeTime,
    private readonly customers: CustomerList,
    private readonly cipher: Cipher,
    private readonly due: DueWork,
  ) {}

  onApplicationBootstrap(): void {
    this.due.does({ name: exportWork, every: 5_000, run: (goesOn) => this.run(goesOn) });
  }

  private async run(goesOn: () => boolean): Promise<void> {
    await this.expire();
    while (goesOn()) {
      const { rows: [next] } = await this.transactions.read((reading) => reading.run<DueRow>(
        "SELECT id, office_id, by_person, created_at, roles, format, language, `columns`, asked FROM customer_export WHERE state = 'due' AND (taken_until IS NULL OR taken_until < ?) ORDER BY expires_at LIMIT 1", [this.clock.now()]));
      if (!next) return;
      const me = this.ids.next();
      if (await this.take(next.id, me)) await this.write(next, me, goesOn);
    }
  }

  private take(id: string, me: string): Promise<boolean> {
    const now = this.clock.now();
    return this.transactions.transaction(async (tx) => {
      const { affected } = await tx.run("UPDATE customer_export SET taken_by = ?, taken_until = ?, rows_done = 0, parts = 0, bytes = 0 WHERE id = ? AND state = 'due' AND (taken_until IS NULL OR taken_until < ?)", [me, now + takenFor, id, now]);
      if (affected > 0) await tx.run('DELETE FROM export_part WHERE export_id = ?', [id]);
      return affected > 0;
    });
  }

  private async write(row: DueRow, me: string, goesOn: () => boolean): Promise<void> {
    try {
      await this.end(row.id, me, await this.written(row, me, goesOn));
    } catch (error) {
      if (error instanceof TakenOver) return;
      this.logger.error(error);
      await this.end(row.id, me, 'failed');
    }
  }

  /** Writes the whole list in one reading: every row once, as the office stood at one moment. */
  private written(row: DueRow, me: string, goesOn: () => boolean): Promise<ExportState> {
    return this.transactions.read(async (reading) => {
      const columns = JSON.parse(row.columns) as ExportColumn[];
      const { filters } = JSON.parse(this.cipher.decrypt(row.asked)) as Asked;
      const reader = { personId: row.by_person, roles: JSON.parse(row.roles) as Role[] };
      let number = 0;
      const writer: SheetWriter = sheetWriter(row.format, async (part) => {
        await this.keep(row.id, me, number, part);
        number += 1;
      }, { watermark: await this.watermark(reading, row), head: headOf(columns, row.language) });
      const total = await this.customers.countIn(reading, row.office_id, filters, reader, mostExported + 1);
      if (total > mostExported) return 'too_many';
      await this.counted(row.id, me, total);
      let done = 0;
      let after: string | undefined;
      do {
        const page: CustomerListPage = await this.customers.pageIn(reading, row.office_id, { ...filters, ...after === undefined ? {} : { after }, size: readAtOnce }, reader);
        done += page.rows.length;
        await writer.rows(page.rows.map((each) => cellsOfRow(each, columns, row.language)));
        await this.progress(row.id, me, done);
        if (!goesOn()) return this.release(row.id, me);
        after = page.next ?? undefined;
      } while (after !== undefined);
      await writer.end();
      return 'done';
    });
  }

  private async keep(id: string, me: string, number: number, part: Buffer): Promise<void> {
    await this.mine(id, me, async (tx) => {
      await tx.insert(ExportPart, [{ id: this.ids.next(), exportId: id, number, sealed: this.cipher.encrypt(part.toString('base64')) }]);
      await tx.run('UPDATE customer_export SET parts = ?, bytes = bytes + ? WHERE id = ?', [number + 1, part.length, id]);
    });
  }

  private counted(id: string, me: string, total: number): Promise<void> {
    return this.mine(id, me, (tx) => tx.write('UPDATE customer_export SET rows_total = ? WHERE id = ?', [total, id]));
  }

  private progress(id: string, me: string, done: number): Promise<void> {
    return this.mine(id, me, (tx) => tx.write('UPDATE customer_export SET rows_done = ?, taken_until = ? WHERE id = ?', [done, this.clock.now() + takenFor, id]));
  }

  private async end(id: string, me: string, state: ExportState): Promise<void> {
    await this.mine(id, me, async (tx) => {
      await tx.run('UPDATE customer_export SET state = ?, finished_at = ? WHERE id = ?', [state, this.clock.now(), id]);
      if (state !== 'done') await tx.run('DELETE FROM export_part WHERE export_id = ?', [id]);
    }).catch((error: unknown) => {
      if (!(error instanceof TakenOver)) throw error;
    });
  }

  /** The server stops: the next one may take it up at once. */
  private async release(id: string, me: string): Promise<never> {
    await this.mine(id, me, (tx) => tx.write('UPDATE customer_export SET taken_by = NULL, taken_until = NULL WHERE id = ?', [id]));
    throw new TakenOver();
  }

  /** @throws TakenOver where the export is another worker's by now */
  private mine(id: string, me: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.transactions.transaction(async (tx) => {
      const { rows } = await tx.lock("SELECT id FROM customer_export WHERE id = ? AND taken_by = ? AND state = 'due'", [id, me]);
      if (rows.length === 0) throw new TakenOver();
      await work(tx);
    });
  }

  /** Who took the sheet along, when, from which office. */
  private async watermark(reading: Reading, row: DueRow): Promise<string> {
    const { rows: [names] } = await reading.run<{ office: string; person: string | null }>('SELECT o.name AS office, p.name AS person FROM office o LEFT JOIN person p ON p.id = ? WHERE o.id = ?', [row.by_person, row.office_id]);
    const at = DateTime.fromMillis(Number(row.created_at), { zone: await this.officeTime.zone(reading, row.office_id) }).toFormat('yyyy-MM-dd HH:mm');
    const said = row.language === 'zh' ? ['轮接', names?.office, `${names?.person ?? ''}导出`, at, `编号 ${row.id}`] : ['Lunjie', names?.office, `exported by ${names?.person ?? ''}`, at, `no. ${row.id}`];
    return said.join(' · ');
  }

  /** Files whose time is over are deleted; that they were, and by whom, stays. */
  private async expire(): Promise<void> {
    const { rows } = await this.transactions.read((reading) => reading.run<{ id: string }>("SELECT id FROM customer_export WHERE state IN ('done', 'due') AND expires_at <= ? LIMIT 50", [this.clock.now()]));
    for (const { id } of rows) {
      await this.transactions.transaction(async (tx) => {
        await tx.run("UPDATE customer_export SET state = 'expired' WHERE id = ?", [id]);
        await tx.run('DELETE FROM export_part WHERE export_id = ?', [id]);
      });
    }
  }
}
