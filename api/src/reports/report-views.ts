import type { OccurrenceRow, ReportFigure, ReportPeriod, ReportRows, ReportSpan, ReportView } from '@lunjie/contracts';
import { datesOf, daysIn, figuresOf, kindsOf, linesOf, monthOf, spanBefore, spanOf, tallyOf, weekday, type Tally } from '@lunjie/reports';
import { Injectable } from '@nestjs/common';
import type { Who } from '../auth/who';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { Staff } from '../staff/staff';
import { Counted, type CountedOccurrence, type Narrowed, type NarrowedToReason } from './counted';
import { Counting } from './counting';
import { marks } from './stories';
import { Tallies } from './tallies';

const mostDays = 400;
const mostListed = 500;

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
  ) {}

  /** @throws Problem 422 `report_span` for days in the wrong order or more than 400 of them */
  async view(officeId: string, asked: AskedPeriod, narrowed: Narrowed, who: Pick<Who, 'person' | 'roles'>): Promise<ReportView> {
    await this.counting.catchUp(officeId);
    return this.transactions.read((reading) => this.within(reading, officeId, asked, narrowed, isOwnOnly(who) ? who.person.id : null));
  }

  /** The same within a reading, as far as it was counted. @param own the agent whose line alone is told; null = all */
  async within(reading: Reading, officeId: string, asked: AskedPeriod, narrowed: Narrowed, own: string | null): Promise<ReportView> {
    const today = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now()).date;
    const span = spanAsked(asked, today);
    const previous = spanBefore(asked.period, span);
    const [now, before] = [await this.tallies.of(reading, officeId, span, narrowed), await this.tallies.of(reading, officeId, previous, narrowed)];
    const { all: _all, ...lines } = linesOf(now, before);
    const shown = own === null ? lines : { day: lines.day, agent: (lines.agent ?? []).filter(({ value }) => value === own) };
    const { rows: [mark] } = await reading.run<{ entry_number: number | string }>('SELECT entry_number FROM report_mark WHERE office_id = ?', [officeId]);
    return {
      period: asked.period, span, previous, today, countedTo: Number(mark?.entry_number ?? 0), total: { value: '', now: figuresOf(whole(now)), before: figuresOf(whole(before)) },
      upTo: asked.period === 'day' && Object.keys(narrowed).length === 0 ? await this.upTo(reading, officeId, span.to) : null,
      lines: shown, names: await this.names(reading, officeId, (shown.agent ?? []).map(({ value }) => value)),
    };
  }

  /** What stands behind a figure. An agent opens what is theirs. @throws Problem 422 `report_span` */
  async rows(officeId: string, asked: AskedRows, narrowed: NarrowedToReason, who: Pick<Who, 'person' | 'roles'>): Promise<ReportRows> {
    await this.counting.catchUp(officeId);
    return this.transactions.read(async (reading) => {
      const today = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now()).date;
      const [day, hour] = asked.hour?.split('-').map(Number) ?? [];
      const dates = datesOf(asked.day === undefined ? spanAsked(asked, today) : { from: asked.day, to: asked.day }).filter((date) => day === undefined || weekday(date) === day);
      const found = await this.counted.latest(reading, officeId, { dates, kinds: kindsOf(asked.figure), narrowed: isOwnOnly(who) ? { ...narrowed, agent: who.person.id } : narrowed, hour: hour ?? null }, mostListed);
      return { rows: await this.told(reading, officeId, found.rows), inAll: found.inAll };
    });
  }

  private async upTo(reading: Reading, officeId: string, date: string): Promise<ReportView['upTo']> {
    const since = async (from: string) => figuresOf(whole(tallyOf(await this.counted.within(reading, officeId, { from, to: date }))));
    return { week: await since(spanOf('week', date).from), month: await since(monthOf(date)), ever: figuresOf(await this.tallies.upTo(reading, officeId, date)) };
  }

  private async names(reading: Reading, officeId: string, agents: readonly string[]): Promise<Readonly<Record<string, string>>> {
    const spokenOf = new Set(agents);
    return Object.fromEntries((await this.staff.people(reading, officeId)).filter(({ id }) => spokenOf.has(id)).map(({ id, name }) => [id, name]));
  }

  private async told(reading: Reading, officeId: string, occurrences: readonly CountedOccurrence[]): Promise<readonly OccurrenceRow[]> {
    const labels = await labelled(reading, 'SELECT id, label AS told FROM customer WHERE office_id = ? AND id IN', officeId, occurrences.map(({ customer }) => customer));
    const units = await labelled(reading, 'SELECT id, unit AS told FROM deal WHERE office_id = ? AND id IN', officeId, occurrences.map(({ about }) => about));
    const names = await this.names(reading, officeId, occurrences.map(({ traits }) => traits.agent));
    return occurrences.map(({ kind, date, entry, customer, about, traits, area, fen }) => ({
      kind, date, entry, area, fen, agent: traits.agent === '' ? null : { id: traits.agent, name: names[traits.agent] ?? '' }, customer: customer === null ? null : { id: customer, label: labels.get(customer) ?? '' },
      deal: about !== null && units.has(about) ? about : null, unit: about === null ? null : units.get(about) ?? null,
    }));
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

async function labelled(reading: Reading, select: string, officeId: string, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  if (asked.length === 0) return new Map();
  const { rows } = await reading.run<{ id: string; told: string | null }>(`${select} (${marks(asked)})`, [officeId, ...asked]);
  return new Map(rows.map(({ id, told }) => [id, told ?? '']));
}
