import type { ReportView, StoredSheet, StoredSheetRow, StoredSheets } from '@lunjie/contracts';
import { digestOf } from '@lunjie/register';
import { correctionsOf, daysAfter, reportedFrom, sheetsDue, type ScheduledPeriod, type SheetSchedule } from '@lunjie/reports';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { sha256 } from '../register/sha256';
import { Counting } from './counting';
import { ReportSheet } from './report-sheet.entity';
import { ReportViews } from './report-views';

const mostListed = 200;
/** Sheets made in one transaction: the office's row is locked for as long. */
const atOnce = 5;

interface StoredRow {
  readonly id: string;
  readonly period: ScheduledPeriod;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly made_at: number | string;
  readonly entry_number: number | string;
  readonly digest: string;
}

const columns = 'id, period, starts_on, ends_on, made_at, entry_number, digest';
const rowOf = (row: StoredRow): StoredSheetRow => ({ id: row.id, period: row.period, span: { from: row.starts_on, to: row.ends_on }, madeAt: Number(row.made_at), entry: Number(row.entry_number), digest: row.digest });

/** The daily, weekly and monthly sheets that are stored when they are due (P148), each fixed by an entry of the register. */
@Injectable()
export class ReportSheets {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly officeTime: OfficeTime,
    private readonly counting: Counting,
    private readonly views: ReportViews,
  ) {}

  /** Makes what is due of an office, each once; answers how many that were. */
  async makeDue(officeId: string, goesOn: () => boolean = () => true): Promise<number> {
    let made = 0;
    // What the register told of yesterday is counted before its sheet is found due; on other minutes nobody waits for that.
    if (await this.transactions.read((reading) => this.lacksYesterday(reading, officeId))) await this.counting.catchUp(officeId, goesOn);
    while (goesOn() && await this.transactions.read((reading) => this.isDue(reading, officeId))) {
      const batch = await this.floors.actByClock(officeId, async (scene) => {
        const due = (await this.due(scene.tx, officeId, scene.now, scene.rules.policy.values.reports)).slice(0, atOnce);
        for (const { period, span } of due) await this.make(scene, period, span.from);
        return due.length;
      });
      if (batch === 0) break;
      made += batch;
    }
    return made;
  }

  /** The latest first. */
  list(officeId: string, period: ScheduledPeriod | undefined): Promise<StoredSheets> {
    return this.transactions.read(async (reading) => ({ sheets: await this.latest(reading, officeId, period, mostListed) }));
  }

  /** The same within a reading. */
  async latest(reading: Reading, officeId: string, period: ScheduledPeriod | undefined, most: number): Promise<readonly StoredSheetRow[]> {
    const { rows } = await reading.run<StoredRow>(
      `SELECT ${columns} FROM report_sheet WHERE office_id = ?${period === undefined ? '' : ' AND period = ?'} ORDER BY ends_on DESC, made_at DESC LIMIT ${most}`, [officeId, ...period === undefined ? [] : [period]]);
    return rows.map(rowOf);
  }

  /** Sheets with what they say, those stored before an entry, the latest first. */
  async storedBefore(reading: Reading, officeId: string, period: ScheduledPeriod | undefined, entry: number, most: number): Promise<readonly { readonly row: StoredSheetRow; readonly view: ReportView }[]> {
    const { rows } = await reading.run<StoredRow & { readonly view: string }>(
      `SELECT ${columns}, view FROM report_sheet WHERE office_id = ?${period === undefined ? '' : ' AND period = ?'} AND entry_number < ? ORDER BY entry_number DESC LIMIT ${most}`, [officeId, ...period === undefined ? [] : [period], entry]);
    return rows.map((row) => ({ row: rowOf(row), view: JSON.parse(row.view) as ReportView }));
  }

  /** A sheet as it was stored, and what reads otherwise by now. @throws Problem 404 `sheet_not_found` */
  async sheet(officeId: string, id: string): Promise<StoredSheet> {
    await this.counting.catchUp(officeId);
    return this.transactions.read(async (reading) => {
      const { rows: [row] } = await reading.run<StoredRow & { readonly view: string }>(`SELECT ${columns}, view FROM report_sheet WHERE office_id = ? AND id = ?`, [officeId, id]);
      if (!row) throw new Problem('sheet_not_found', 404);
      const view = JSON.parse(row.view) as ReportView;
      const now = await this.views.within(reading, officeId, { period: row.period, date: row.starts_on }, {}, null);
      return { ...rowOf(row), view, corrections: correctionsOf(view, now) };
    });
  }

  private async lacksYesterday(reading: Reading, officeId: string): Promise<boolean> {
    const now = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now());
    const { rules } = await this.floors.now(reading, officeId);
    if (now.time < rules.policy.values.reports.at) return false;
    const { rows } = await reading.run('SELECT id FROM report_sheet WHERE office_id = ? AND ends_on = ? LIMIT 1', [officeId, daysAfter(now.date, -1)]);
    return rows.length === 0;
  }

  private async isDue(reading: Reading, officeId: string): Promise<boolean> {
    const now = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now());
    const { rules } = await this.floors.now(reading, officeId);
    return (await this.due(reading, officeId, now, rules.policy.values.reports)).length > 0;
  }

  /** Of a period in which nothing happened there is no sheet. */
  private async due(reading: Reading, officeId: string, now: { readonly date: string; readonly time: string }, schedule: SheetSchedule): Promise<ReturnType<typeof sheetsDue>> {
    const from = reportedFrom(now.date, '0000-01-01');
    const { rows: days } = await reading.run<{ business_date: string }>('SELECT DISTINCT business_date FROM occurrence WHERE office_id = ? AND business_date >= ?', [officeId, from]);
    if (days.length === 0) return [];
    const { rows: made } = await reading.run<{ period: string; starts_on: string }>('SELECT period, starts_on FROM report_sheet WHERE office_id = ? AND ends_on >= ?', [officeId, from]);
    const first = days.reduce((earliest, { business_date }) => business_date < earliest ? business_date : earliest, now.date);
    return sheetsDue(schedule, now, first, new Set(made.map(({ period, starts_on }) => `${period}/${starts_on}`)))
      .filter(({ span }) => days.some(({ business_date }) => business_date >= span.from && business_date <= span.to));
  }

  private async make(scene: Scene, period: ScheduledPeriod, startsOn: string): Promise<void> {
    const view = await this.views.within(scene.tx, scene.officeId, { period, date: startsOn }, {}, null);
    const id = this.ids.next();
    const digest = digestOf([view], sha256);
    const entryNumber = scene.enter({ kind: 'report_stored', subject: id, content: { period, from: view.span.from, to: view.span.to, countedTo: view.countedTo, digest } });
    await scene.tx.insert(ReportSheet, [{ id, officeId: scene.officeId, period, startsOn: view.span.from, endsOn: view.span.to, madeAt: scene.now.at, entryNumber, digest, view }]);
  }
}
