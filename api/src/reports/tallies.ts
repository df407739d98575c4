import type { OccurrenceKind, ReportDimension, ReportSpan } from '@lunjie/contracts';
import { monthOf, partsOf, spanOf, summed, tallyOf, type Tally } from '@lunjie/reports';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';
import { Counted, type Narrowed } from './counted';
import { marks } from './stories';

interface StoredTally {
  readonly dimension: ReportDimension;
  readonly value: string;
  readonly kind: OccurrenceKind;
  readonly number: number | string;
  readonly gross_area: number | string;
  readonly fen: number | string;
}

const tallied = ({ dimension, value, kind, number, gross_area, fen }: StoredTally): Tally => ({ dimension, value, kind, number: Number(number), area: Number(gross_area), fen: Number(fen) });

/** What tells one sum from all others of a period. */
export const tallyKey = ({ dimension, value, kind }: Tally): string => `${dimension}\n${value}\n${kind}`;

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

  /** The sums of whole weeks or months as they are kept, one after the other. */
  async kept(reading: Reading, officeId: string, period: 'week' | 'month', starts: readonly string[]): Promise<readonly Tally[]> {
    if (starts.length === 0) return [];
    const { rows } = await reading.run<StoredTally>(`SELECT dimension, value, kind, number, gross_area, fen FROM report_tally WHERE office_id = ? AND period = ? AND starts_on IN (${marks(starts)})`, [officeId, period, ...starts]);
    return rows.map(tallied);
  }

  /** Everything up to a date, the date included, without telling it apart (累计). */
  async upTo(reading: Reading, officeId: string, date: string): Promise<readonly Tally[]> {
    const { rows } = await reading.run<StoredTally>(
      "SELECT dimension, value, kind, SUM(number) AS number, SUM(gross_area) AS gross_area, SUM(fen) AS fen FROM report_tally WHERE office_id = ? AND period = 'month' AND starts_on < ? AND dimension = 'all' GROUP BY dimension, value, kind",
      [officeId, monthOf(date)]);
    const month = tallyOf(await this.counted.within(reading, officeId, { from: monthOf(date), to: date })).filter(({ dimension }) => dimension === 'all');
    return summed([...rows.map(tallied), ...month]);
  }
}
