import type { ReportFigure, ReportPeriod, ReportRows, ReportSpan, ReportView } from '@lunjie/contracts';
import { datesOf, daysIn, figuresOf, kindsOf, linesOf, monthOf, spanBefore, spanOf, tallyOf, weekday, type Tally } from '@lunjie/reports';
import { Injectable } from '@nestjs/common';
import type { Who } from '../auth/who';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Asking, Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { Staff } from '../staff/staff';
import { Counted, type Narrowed, type NarrowedToReason } from './counted';
import { countedTo } from './counted-to';
import { Counting } from './counting';
import { OccurrenceRows } from './occurrence-rows';
import { Tallies, type KeptSheet } from './tallies';

const mostDays = 400;
/** Before every business date there was. */
const firstDay = '0000-01-01';

/** Which days a sheet is of, as somebody asked for it. */
export interface AskedPeriod {
  readonly period: ReportPeriod;
  readonly date?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Which lines of it. */
export interface AskedRows extends AskedPeriod {
  readonly figure: ReportFigure;
  /** One day of them, one hour of one weekday (`1-09`). */
  readonly day?: string;
  readonly hour?: string;
  /** Everything up to a date instead (累计). */
  readonly upTo?: string;
}

/** The statistics of an office. */
@Injectable()
export class ReportViews {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly officeTime: OfficeTime,
    private readonly staff: Staff,
    private readonly counting: Counting,
    private readonly counted: Counted,
    private readonly tallies: Tallies,
    private readonly occurrences: OccurrenceRows,
  ) {}

  /** @throws Problem 422 `report_span` for days in the wrong order or more than 400 of them */
  async view(officeId: string, asked: AskedPeriod, narrowed: Narrowed, who: Pick<Who, 'person' | 'roles'>): Promise<ReportView> {
    const own = isOwnOnly(who) ? who.person.id : null;
    const { period } = asked;
    if ((period === 'week' || period === 'month') && Object.keys(narrowed).length === 0) return this.kept(officeId, period, asked, own);
    await this.counting.catchUp(officeId);
    return this.transactions.read((reading) => this.within(reading, officeId, asked, narrowed, own));
  }

  /** The same within a reading, as far as it was counted. @param own the agent whose line alone is told; null = all */
  async within(reading: Reading, officeId: string, asked: AskedPeriod, narrowed: Narrowed, own: string | null): Promise<ReportView> {
    const days = await this.days(reading, officeId, asked);
    const [now, before] = [await this.tallies.of(reading, officeId, days.span, narrowed), await this.tallies.of(reading, officeId, days.previous, narrowed)];
    const upTo = asked.period === 'day' && Object.keys(narrowed).length === 0 ? await this.upTo(reading, officeId, days.span.to) : null;
    return this.told(reading, officeId, days, { now, before, countedTo: await countedTo(reading, officeId) }, upTo, own);
  }

  /** A whole week or month, from its kept sums. */
  private async kept(officeId: string, period: 'week' | 'month', asked: AskedPeriod, own: string | null): Promise<ReportView> {
    const { alone } = this.transactions;
    const days = await this.days(alone, officeId, asked);
    const read = () => this.tallies.keptSheet(alone, officeId, period, days.span.from, days.previous.from);
    let sheet = await read();
    if (sheet.countedTo.isBehind) {
      await this.counting.catchUp(officeId);
      sheet = await read();
    }
    return this.told(alone, officeId, days, sheet, null, own);
  }

  private async days(reading: Asking, officeId: string, asked: AskedPeriod): Promise<Pick<ReportView, 'period' | 'span' | 'previous' | 'today'>> {
    const today = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now()).date;
    const span = spanAsked(asked, today);
    return { period: asked.period, span, previous: spanBefore(asked.period, span), today };
  }

  private async told(reading: Asking, officeId: string, days: Pick<ReportView, 'period' | 'span' | 'previous' | 'today'>, { now, before, countedTo }: KeptSheet, upTo: ReportView['upTo'], own: string | null): Promise<ReportView> {
    const { all: _all, ...lines } = linesOf(now, before);
    const shown = own === null ? lines : { day: lines.day, agent: (lines.agent ?? []).filter(({ value }) => value === own) };
    return {
      ...days, countedTo: countedTo.entry, total: { value: '', now: figuresOf(whole(now)), before: figuresOf(whole(before)) }, upTo,
      lines: shown, names: await this.names(reading, officeId, (shown.agent ?? []).map(({ value }) => value)),
    };
  }

  /** What stands behind a figure. An agent opens what is theirs. @throws Problem 422 `report_span` */
  async rows(officeId: string, asked: AskedRows, narrowed: NarrowedToReason, who: Pick<Who, 'person' | 'roles'>): Promise<ReportRows> {
    await this.counting.catchUp(officeId);
    return this.transactions.read(async (reading) => {
      const today = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now()).date;
      const [day, hour] = asked.hour?.split('-').map(Number) ?? [];
      const span = asked.upTo !== undefined ? { from: firstDay, to: asked.upTo } : asked.day !== undefined ? { from: asked.day, to: asked.day } : spanAsked(asked, today);
      const dates = day === undefined || asked.upTo !== undefined ? null : datesOf(span).filter((date) => weekday(date) === day);
      const found = await this.occurrences.behind(reading, [officeId], { span, dates, kinds: kindsOf(asked.figure), narrowed: isOwnOnly(who) ? { ...narrowed, agent: who.person.id } : narrowed, hour: hour ?? null });
      return { rows: found.rows.map(({ row }) => row), inAll: found.inAll };
    });
  }

  private async upTo(reading: Reading, officeId: string, date: string): Promise<ReportView['upTo']> {
    const since = async (from: string) => figuresOf(whole(tallyOf(await this.counted.within(reading, officeId, { from, to: date }))));
    return { week: await since(spanOf('week', date).from), month: await since(monthOf(date)), ever: figuresOf(await this.tallies.upTo(reading, officeId, date)) };
  }

  private names(reading: Asking, officeId: string, agents: readonly string[]): Promise<Readonly<Record<string, string>>> {
    return this.staff.names(reading, [officeId], [...new Set(agents)].filter((agent) => agent !== ''));
  }
}

const whole = (tallies: readonly Tally[]): readonly Tally[] => tallies.filter(({ dimension }) => dimension === 'all');

/** Agents read their own line and the office's sums; who runs the office and who inspects read all. */
export const isOwnOnly = ({ roles }: Pick<Who, 'roles'>): boolean => roles.every((role) => role === 'agent');

/** @throws Problem 422 `report_span` */
export function spanAsked({ period, date, from, to }: AskedPeriod, today: string): ReportSpan {
  if (period !== 'range') return spanOf(period, date ?? today);
  const span = { from: from ?? today, to: to ?? today };
  if (span.from > span.to || daysIn(span) > mostDays) throw new Problem('report_span', 422, { days: mostDays });
  return span;
}
