import type { CompanyReport, CompanyRows, ReportFigure, ReportSpan } from '@lunjie/contracts';
import { figuresOf, kindsOf, linesOf, spanBefore, spanOf, talliesKept, type Tally } from '@lunjie/reports';
import { Injectable } from '@nestjs/common';
import { momentIn } from '../floor/office-moment';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { OccurrenceRows } from './occurrence-rows';
import { marks } from './stories';

interface KeptRow {
  readonly office_id: string;
  readonly starts_on: string;
  readonly dimension: 'all' | 'channel';
  readonly sums: string;
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
    private readonly occurrences: OccurrenceRows,
  ) {}

  /** @param date any date of the period; without one it is today's in the first office */
  of(offices: readonly CompanyOffice[], period: 'week' | 'month', date: string | undefined): Promise<CompanyReport> {
    return this.transactions.read(async (reading) => {
      const span = this.spanOf(offices, period, date);
      const previous = spanBefore(period, span);
      const ids = offices.map(({ id }) => id);
      const { rows: [mark] } = ids.length === 0 ? { rows: [] } : await reading.run<{ at: number | string | null }>(`SELECT MIN(at) AS at FROM report_mark WHERE office_id IN (${marks(ids)})`, ids);
      const kept = ids.length === 0 ? [] : (await reading.run<KeptRow>(
        `SELECT office_id, starts_on, dimension, sums FROM report_tally WHERE office_id IN (${marks(ids)}) AND period = ? AND starts_on IN (?, ?) AND dimension IN ('all', 'channel')`, [...ids, period, span.from, previous.from])).rows;
      const of = (dimension: KeptRow['dimension'], startsOn: string) => kept.filter((row) => row.dimension === dimension && row.starts_on === startsOn);
      // An office's line, as if it were a value of a dimension.
      const byOffice = (startsOn: string): readonly Tally[] => of('all', startsOn).flatMap(({ office_id: value, sums }) => talliesKept('all', sums).map((tally) => ({ ...tally, value })));
      const byChannel = (startsOn: string): readonly Tally[] => of('channel', startsOn).flatMap(({ sums }) => talliesKept('channel', sums));
      const [now, before] = [byOffice(span.from), byOffice(previous.from)];
      const lines = new Map(linesOf(now, before).all?.map((line) => [line.value, line]));
      return {
        period, span, previous, countedAt: mark?.at == null ? null : Number(mark.at), total: { now: figuresOf(now), before: figuresOf(before) },
        offices: offices.map(({ id, name }) => ({ office: { id, name }, now: lines.get(id)?.now ?? nothing, before: lines.get(id)?.before ?? nothing })),
        channels: linesOf(byChannel(span.from), byChannel(previous.from)).channel ?? [],
      };
    });
  }

  /**
   * What stands behind a figure, as far as it was counted.
   * @param asked the figure, and the way they heard: '' where nothing was said; undefined for all ways
   */
  rows(offices: readonly CompanyOffice[], period: 'week' | 'month', date: string | undefined, asked: { readonly figure: ReportFigure; readonly channel?: string | undefined }): Promise<CompanyRows> {
    return this.transactions.read(async (reading) => {
      const span = this.spanOf(offices, period, date);
      const found = await this.occurrences.behind(reading, offices.map(({ id }) => id), { span, dates: null, kinds: kindsOf(asked.figure), narrowed: asked.channel === undefined ? {} : { channel: asked.channel }, hour: null });
      const names = new Map(offices.map(({ id, name }) => [id, name]));
      return { rows: found.rows.map(({ office, row }) => ({ ...row, office: { id: office, name: names.get(office) ?? '' } })), inAll: found.inAll };
    });
  }

  private spanOf(offices: readonly CompanyOffice[], period: 'week' | 'month', date: string | undefined): ReportSpan {
    return spanOf(period, date ?? momentIn(offices[0]?.timeZone ?? 'UTC', this.clock.now()).date);
  }
}

const nothing = figuresOf([]);
