import type { ReportDimension, ReportSpan } from '@lunjie/contracts';
import { monthOf, partsOf, spanOf, summed, talliesKept, tallyOf, type Tally } from '@lunjie/reports';
import { Injectable } from '@nestjs/common';
import type { Asking, Reading } from '../platform/database/tx';
import { Counted, type Narrowed } from './counted';
import { countedColumns, countedTables, countedToOf, type CountedTo, type CountedToRow } from './counted-to';
import { marks } from './stories';

interface StoredSums {
  readonly starts_on: string;
  readonly dimension: ReportDimension;
  readonly sums: string;
}

/** A week's or month's sums beside those of the one before. */
export interface KeptSheet {
  readonly countedTo: CountedTo;
  readonly now: readonly Tally[];
  readonly before: readonly Tally[];
}

/** Sums of periods: of whole weeks and months as they are kept, of other days counted. */
@Injectable()
export class Tallies {
  constructor(private readonly counted: Counted) {}

  /** Every dimension of a span. */
  async of(reading: Reading, officeId: string, span: ReportSpan, narrowed: Narrowed): Promise<readonly Tally[]> {
    if (Object.keys(narrowed).length > 0) return tallyOf(await this.counted.within(reading, officeId, span, narrowed));
    if (spanOf('week', span.from).to === span.to && spanOf('week', span.from).from === span.from) return this.kept(reading, officeId, 'week', [span.from]);
    const { months, days } = partsOf(span);
    const parts = [...await this.kept(reading, officeId, 'month', months)];
    for (const each of days) parts.push(...tallyOf(await this.counted.within(reading, officeId, each)));
    return summed(parts);
  }

  /**
   * The sums of a whole week or month and of the one before, with how far they are counted: in one statement, which sees
   * one state of the data without a transaction around it. A sheet is read often, and each round trip counts.
   */
  async keptSheet(reading: Asking, officeId: string, period: 'week' | 'month', startsOn: string, previous: string): Promise<KeptSheet> {
    const { rows } = await reading.run<CountedToRow & (StoredSums | { readonly starts_on: null })>(
      `SELECT ${countedColumns}, t.starts_on, t.dimension, t.sums FROM ${countedTables}
       LEFT JOIN report_tally t ON t.office_id = o.id AND t.period = ? AND t.starts_on IN (?, ?) WHERE o.id = ?`, [period, startsOn, previous, officeId]);
    const of = (start: string): readonly Tally[] => rows.flatMap((row) => row.starts_on === start ? talliesKept(row.dimension, row.sums) : []);
    return { countedTo: countedToOf(rows[0]), now: of(startsOn), before: of(previous) };
  }

  /** The sums of a week or month as they are kept, by dimension. */
  async texts(reading: Asking, officeId: string, period: 'week' | 'month', startsOn: string): Promise<ReadonlyMap<ReportDimension, string>> {
    return new Map((await this.stored(reading, officeId, period, [startsOn])).map(({ dimension, sums }) => [dimension, sums]));
  }

  /** Everything up to a date, the date included, without telling it apart (累计). */
  async upTo(reading: Reading, officeId: string, date: string): Promise<readonly Tally[]> {
    const { rows } = await reading.run<Pick<StoredSums, 'sums'>>("SELECT sums FROM report_tally WHERE office_id = ? AND period = 'month' AND starts_on < ? AND dimension = 'all'", [officeId, monthOf(date)]);
    const month = tallyOf(await this.counted.within(reading, officeId, { from: monthOf(date), to: date })).filter(({ dimension }) => dimension === 'all');
    return summed([...rows.flatMap(({ sums }) => talliesKept('all', sums)), ...month]);
  }

  /** The sums of whole weeks or months, one after the other. */
  private async kept(reading: Asking, officeId: string, period: 'week' | 'month', starts: readonly string[]): Promise<readonly Tally[]> {
    return (await this.stored(reading, officeId, period, starts)).flatMap(({ dimension, sums }) => talliesKept(dimension, sums));
  }

  private async stored(reading: Asking, officeId: string, period: 'week' | 'month', starts: readonly string[]): Promise<readonly StoredSums[]> {
    if (starts.length === 0) return [];
    return (await reading.run<StoredSums>(`SELECT starts_on, dimension, sums FROM report_tally WHERE office_id = ? AND period = ? AND starts_on IN (${marks(starts)})`, [officeId, period, ...starts])).rows;
  }
}
