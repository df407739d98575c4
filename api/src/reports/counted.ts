import { reportFilters, type OccurrenceKind, type ReportFilter, type ReportSpan } from '@lunjie/contracts';
import type { Occurrence, Traits } from '@lunjie/reports';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';
import type { OccurrenceRecord } from './report.entity';
import { marks } from './stories';

/** The column of each trait. */
const columnOf: Readonly<Record<keyof Traits, string>> = {
  agent: 'agent', team: 'team', channel: 'channel', home_area: 'home_area', age: 'age', purpose: 'purpose', layout: 'layout', area: 'area', price: 'price', grade: 'grade', reason: 'reason',
};
const traits = Object.keys(columnOf) as readonly (keyof Traits)[];
const columns = `business_date, entry_number, kind, subject_id, customer_id, about_id, hour, ${traits.map((trait) => columnOf[trait]).join(', ')}, number, gross_area, fen`;

type StoredRow = Readonly<Record<string, unknown>>;

/** An occurrence with whose story tells it. */
export interface CountedOccurrence extends Occurrence {
  readonly subject: string;
}

/** A sheet narrowed to one value of each of some dimensions. */
export type Narrowed = Readonly<Partial<Record<ReportFilter, string>>>;

export type NarrowedToReason = Narrowed & { readonly reason?: string };

/** Occurrences of some kinds within some days, perhaps of one weekday's days and one hour alone. */
export interface AskedOccurrences {
  readonly span: ReportSpan;
  /** Of them these alone; null for all. */
  readonly dates: readonly string[] | null;
  readonly kinds: readonly OccurrenceKind[];
  readonly narrowed: NarrowedToReason;
  readonly hour: number | null;
}

function occurrenceOf(row: StoredRow): CountedOccurrence {
  const text = (column: string): string => String(row[column] ?? '');
  return {
    kind: row['kind'] as OccurrenceKind, entry: Number(row['entry_number']), date: text('business_date'), hour: Number(row['hour']), about: row['about_id'] as string | null, customer: row['customer_id'] as string | null,
    traits: Object.fromEntries(traits.map((trait) => [trait, text(columnOf[trait])])) as unknown as Traits, number: Number(row['number']), area: Number(row['gross_area']), fen: Number(row['fen']), subject: text('subject_id'),
  };
}

/** What tells one occurrence from all others of an office. */
export const keyOf = ({ date, entry, kind }: CountedOccurrence): string => `${date}/${entry}/${kind}`;

/** As the table keeps it. */
export function recordOf(officeId: string, { kind, entry, date, hour, about, customer, subject, number, area, fen, traits: told }: CountedOccurrence): OccurrenceRecord {
  return {
    officeId, businessDate: date, entryNumber: entry, kind, subjectId: subject, customerId: customer, aboutId: about, hour, agent: told.agent, team: told.team, channel: told.channel, homeArea: told.home_area, age: told.age,
    purpose: told.purpose, layout: told.layout, area: told.area, price: told.price, grade: told.grade, reason: told.reason, number, grossArea: area, fen,
  };
}

/** Reads what was counted. */
@Injectable()
export class Counted {
  /** In the order of the register's days. */
  async within(reading: Reading, officeId: string, { from, to }: ReportSpan, narrowed: Narrowed = {}): Promise<readonly CountedOccurrence[]> {
    const { sql, values } = conditions(narrowed);
    const { rows } = await reading.run<StoredRow>(`SELECT ${columns} FROM occurrence WHERE office_id = ? AND business_date BETWEEN ? AND ?${sql}`, [officeId, from, to, ...values]);
    return rows.map(occurrenceOf);
  }

  /** Everything that stories of some subjects told so far. */
  async ofSubjects(reading: Reading, officeId: string, subjects: readonly string[]): Promise<readonly CountedOccurrence[]> {
    const { rows } = await reading.run<StoredRow>(`SELECT ${columns} FROM occurrence WHERE office_id = ? AND subject_id IN (${marks(subjects)})`, [officeId, ...subjects]);
    return rows.map(occurrenceOf);
  }

  /** Whose stories tell of agents since the day each joined another team. */
  async sinceJoining(reading: Reading, officeId: string, joined: readonly { readonly person: string; readonly from: string }[]): Promise<readonly string[]> {
    const subjects: string[] = [];
    for (const { person, from } of joined) {
      const { rows } = await reading.run<{ subject_id: string }>('SELECT DISTINCT subject_id FROM occurrence WHERE office_id = ? AND business_date >= ? AND agent = ?', [officeId, from, person]);
      subjects.push(...rows.map(({ subject_id }) => subject_id));
    }
    return subjects;
  }

  /** In some offices, the latest first; with how many there are in all. */
  async latest(reading: Reading, offices: readonly string[], asked: AskedOccurrences, most: number): Promise<{ readonly rows: readonly (CountedOccurrence & { readonly office: string })[]; readonly inAll: number }> {
    if (offices.length === 0 || asked.dates?.length === 0) return { rows: [], inAll: 0 };
    const { sql, values } = conditions(asked.narrowed);
    const [dates, hour] = [asked.dates === null ? '' : ` AND business_date IN (${marks(asked.dates)})`, asked.hour === null ? '' : ' AND hour = ?'];
    const where = `FROM occurrence WHERE office_id IN (${marks(offices)}) AND business_date BETWEEN ? AND ?${dates} AND kind IN (${marks(asked.kinds)})${sql}${hour}`;
    const given = [...offices, asked.span.from, asked.span.to, ...asked.dates ?? [], ...asked.kinds, ...values, ...asked.hour === null ? [] : [asked.hour]];
    const { rows: [found] } = await reading.run<{ number: number | string }>(`SELECT COUNT(*) AS number ${where}`, given);
    const { rows } = await reading.run<StoredRow>(`SELECT office_id, ${columns} ${where} ORDER BY business_date DESC, entry_number DESC, office_id LIMIT ${most}`, given);
    return { rows: rows.map((row) => ({ ...occurrenceOf(row), office: String(row['office_id']) })), inAll: Number(found?.number ?? 0) };
  }
}

function conditions(narrowed: NarrowedToReason): { readonly sql: string; readonly values: readonly string[] } {
  const by = [...reportFilters, 'reason' as const].flatMap((trait) => narrowed[trait] === undefined ? [] : [{ sql: ` AND ${columnOf[trait]} = ?`, value: narrowed[trait] }]);
  return { sql: by.map(({ sql }) => sql).join(''), values: by.map(({ value }) => value) };
}
