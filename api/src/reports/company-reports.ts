import type { CompanyReport, OccurrenceKind, ReportDimension } from '@lunjie/contracts';
import { figuresOf, linesOf, spanBefore, spanOf, summed, type Tally } from '@lunjie/reports';
import { Injectable } from '@nestjs/common';
import { momentIn } from '../floor/office-moment';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { marks } from './stories';

interface OfficesTally extends Tally {
  readonly office: string;
}

interface StoredTally {
  readonly office_id: string;
  readonly dimension: ReportDimension;
  readonly value: string;
  readonly kind: OccurrenceKind;
  readonly number: number | string;
  readonly gross_area: number | string;
  readonly fen: number | string;
}

/** An office as its line names it. */
export interface CompanyOffice {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

/** The weeks and months of many offices, from their kept sums alone: it tells up to when they were counted instead of counting on. */
@Injectable()
export class CompanyReports {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
  ) {}

  /** @param date any date of the period; without one it is today's in the first office */
  of(offices: readonly CompanyOffice[], period: 'week' | 'month', date: string | undefined): Promise<CompanyReport> {
    return this.transactions.read(async (reading) => {
      const span = spanOf(period, date ?? momentIn(offices[0]?.timeZone ?? 'UTC', this.clock.now()).date);
      const previous = spanBefore(period, span);
      const ids = offices.map(({ id }) => id);
      const now = await this.tallies(reading, ids, period, span.from);
      const before = await this.tallies(reading, ids, period, previous.from);
      const { rows: [mark] } = ids.length === 0 ? { rows: [] } : await reading.run<{ at: number | string | null; counted: number | string }>(`SELECT MIN(at) AS at, COUNT(*) AS counted FROM report_mark WHERE office_id IN (${marks(ids)})`, ids);
      const [nowOf, beforeOf] = [byOffice(now), byOffice(before)];
      const whole = (tallies: readonly OfficesTally[]) => figuresOf(tallies.filter(({ dimension }) => dimension === 'all'));
      const channels = (tallies: readonly OfficesTally[]) => summed(tallies.filter(({ dimension }) => dimension === 'channel').map(({ office: _office, ...tally }) => tally));
      return {
        period, span, previous, countedAt: mark?.at == null ? null : Number(mark.at), total: { now: whole(now), before: whole(before) },
        offices: offices.map(({ id, name }) => ({ office: { id, name }, now: whole(nowOf.get(id) ?? []), before: whole(beforeOf.get(id) ?? []) })),
        channels: linesOf(channels(now), channels(before)).channel ?? [],
      };
    });
  }

  private async tallies(reading: Reading, offices: readonly string[], period: 'week' | 'month', startsOn: string): Promise<readonly OfficesTally[]> {
    if (offices.length === 0) return [];
    const { rows } = await reading.run<StoredTally>(
      `SELECT office_id, dimension, value, kind, number, gross_area, fen FROM report_tally WHERE period = ? AND starts_on = ? AND dimension IN ('all', 'channel') AND office_id IN (${marks(offices)})`, [period, startsOn, ...offices]);
    return rows.map((row) => ({ office: row.office_id, dimension: row.dimension, value: row.value, kind: row.kind, number: Number(row.number), area: Number(row.gross_area), fen: Number(row.fen) }));
  }
}

function byOffice(tallies: readonly OfficesTally[]): ReadonlyMap<string, readonly OfficesTally[]> {
  const offices = new Map<string, OfficesTally[]>();
  for (const tally of tallies) {
    const theirs = offices.get(tally.office);
    if (theirs) theirs.push(tally);
    else offices.set(tally.office, [tally]);
  }
  return offices;
}
