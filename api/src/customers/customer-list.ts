import { later } from '@lunjie/attribution';
import type { ClaimState, CustomerGrade, CustomerListPage, CustomerListQuery, CustomerListRow, CustomerSort, CustomerSource } from '@lunjie/contracts';
import { sightOf } from '@lunjie/identity';
import type { PolicyValues } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { claimStateOf, daysLeft } from './customer-page';
import type { CustomerReader } from './customer-sights';
import { maskedPhone } from './phone';

const usualSize = 50;
/** Behind every text that begins with a prefix, and behind every date. */
const behindAll = '\u{10FFFF}';

interface ListRow {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly phone_last4: string | null;
  readonly gender: string | null;
  readonly grade: CustomerGrade | null;
  readonly source: CustomerSource | null;
  readonly created_at: number | string;
  readonly last_contact_at: number | string | null;
  readonly visits: number;
  readonly agent_id: string | null;
  readonly agent_name: string | null;
  readonly until_date: string | null;
  readonly pooled: string | null;
}

interface Condition {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** The only columns a list is sorted by: dates and instants, never a field that may be masked. */
const sortColumns: Readonly<Record<CustomerSort, { readonly column: string; readonly of: (row: ListRow) => string | number }>> = {
  last_contact: { column: 'c.last_contact_at', of: (row) => Number(row.last_contact_at) },
  registered: { column: 'c.created_at', of: (row) => Number(row.created_at) },
  valid_until: { column: "COALESCE(k.until_date, '9999-12-31')", of: (row) => row.until_date ?? '9999-12-31' },
};

/** The office's customers page by page; an agent's are their own. */
@Injectable()
export class CustomerList {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly officeTime: OfficeTime,
    private readonly floors: Floors,
  ) {}

  /** @throws Problem 400 `invalid_request` for a cursor no page gave */
  page(officeId: string, query: CustomerListQuery, reader: CustomerReader): Promise<CustomerListPage> {
    return this.transactions.read((reading) => this.pageIn(reading, officeId, query, reader));
  }

  /** A page as part of a reading that is already open: several of one reading show one state of the office. */
  async pageIn(reading: Reading, officeId: string, query: CustomerListQuery, reader: CustomerReader): Promise<CustomerListPage> {
    const { zone, today, validity, tables, conditions: all } = await this.asked(reading, officeId, query, reader);
    const { sort = 'last_contact', order = 'desc', size = usualSize } = query;
    const conditions = [...all, ...afterOf(query.after, sort, order)];
    const { column } = sortColumns[sort];
    const { rows } = await reading.run<ListRow>(
      `SELECT c.id, c.name, c.label, c.phone_last4, c.gender, c.grade, c.source, c.created_at, c.last_contact_at, c.visits, k.agent_id, p.name AS agent_name, k.until_date, s.id AS pooled
       FROM ${tables} LEFT JOIN person p ON p.id = k.agent_id
       WHERE ${conditions.map(({ sql }) => sql).join(' AND ')} ORDER BY ${column} ${order}, c.id ${order} LIMIT ${size + 1}`, conditions.flatMap(({ parameters }) => parameters));
    const shown = rows.slice(0, size);
    const last = shown.at(-1);
    return {
      rows: shown.map((row) => listRow(row, zone, today, validity, reader)),
      next: rows.length > size && last ? `${sortColumns[sort].of(last)}.${last.id}` : null,
    };
  }

  /** How many customers the pages of a query have together, counted no further than `most`. */
  async countIn(reading: Reading, officeId: string, query: CustomerListQuery, reader: CustomerReader, most: number): Promise<number> {
    const { tables, conditions } = await this.asked(reading, officeId, query, reader);
    const { rows: [counted] } = await reading.run<{ number: number | string }>(
      `SELECT COUNT(*) AS number FROM (SELECT c.id FROM ${tables} WHERE ${conditions.map(({ sql }) => sql).join(' AND ')} LIMIT ${most}) f`, conditions.flatMap(({ parameters }) => parameters));
    return Number(counted?.number ?? 0);
  }

  private async asked(reading: Reading, officeId: string, query: CustomerListQuery, reader: CustomerReader) {
    const zone = await this.officeTime.zone(reading, officeId);
    const today = momentIn(zone, this.clock.now()).date;
    const { validity } = (await this.floors.now(reading, officeId)).rules.policy.values;
    const ownOnly = !sightOf({ roles: reader.roles, isOwner: false, hasMet: false }).opens;
    // Who is nobody's has no last day to be sorted by.
    const claimed = ownOnly || query.sort === 'valid_until' || query.owner !== undefined || ['valid', 'lapsing', 'lapsed'].includes(query.state ?? '');
    const tables = `customer c ${claimed ? '' : 'LEFT '}JOIN claim k ON k.customer_id = c.id AND k.kind = 'claim' AND k.ended_at IS NULL LEFT JOIN pool_stay s ON s.customer_id = c.id AND s.left_at IS NULL`;
    const conditions: readonly Condition[] = [
      { sql: 'c.office_id = ? AND c.merged_into IS NULL AND c.withdrawn_at IS NULL', parameters: [officeId] },
      ...(ownOnly ? [{ sql: 'k.office_id = ? AND k.agent_id = ?', parameters: [officeId, reader.personId] }] : []), ...filters(query, zone, today, validity, ownOnly),
    ];
    return { zone, today, validity, tables, conditions };
  }
}

function listRow(row: ListRow, zone: string, today: string, validity: PolicyValues['validity'], reader: CustomerReader): CustomerListRow {
  const until = row.agent_id === null ? undefined : row.until_date;
  const state = claimStateOf(until, row.pooled !== null, today, validity);
  const isOwner = row.agent_id === reader.personId && (state === 'valid' || state === 'lapsing');
  const sight = sightOf({ roles: reader.roles, isOwner, hasMet: true });
  return {
    id: row.id, name: sight.name ? row.name : null, label: row.label, phoneMasked: sight.phone ? maskedPhone(row.phone_last4) : null, gender: row.gender, grade: row.grade, source: row.source ?? 'visit',
    owner: row.agent_id === null ? null : { id: row.agent_id, name: row.agent_name ?? '' }, state, validUntil: until ?? null, daysLeft: daysLeft(until, today),
    registeredOn: momentIn(zone, Number(row.created_at)).date, lastContactOn: row.last_contact_at === null ? null : momentIn(zone, Number(row.last_contact_at)).date, visits: row.visits,
  };
}

function filters(query: CustomerListQuery, zone: string, today: string, validity: PolicyValues['validity'], ownOnly: boolean): readonly Condition[] {
  const startOf = (day: string, plusDays: number): number => DateTime.fromISO(day, { zone }).plus({ days: plusDays }).startOf('day').toMillis();
  const when = <T>(value: T | undefined, condition: (value: T) => Condition): readonly Condition[] => value === undefined ? [] : [condition(value)];
  return [
    ...when(query.owner, (owner) => ({ sql: 'k.agent_id = ?', parameters: [owner] })),
    ...when(query.grade, (grade) => ({ sql: 'c.grade = ?', parameters: [grade] })),
    ...when(query.source, (source) => ({ sql: 'c.source = ?', parameters: [source] })),
    ...when(query.contactFrom, (day) => ({ sql: 'c.last_contact_at >= ?', parameters: [startOf(day, 0)] })),
    ...when(query.contactTo, (day) => ({ sql: 'c.last_contact_at < ?', parameters: [startOf(day, 1)] })),
    ...when(query.registeredFrom, (day) => ({ sql: 'c.created_at >= ?', parameters: [startOf(day, 0)] })),
    ...when(query.registeredTo, (day) => ({ sql: 'c.created_at < ?', parameters: [startOf(day, 1)] })),
    ...when(query.state, (state) => inState(state, today, validity)),
    ...when(query.text, (text) => withText(text, today, ownOnly)),
  ];
}

function inState(state: ClaimState, today: string, { warn_before: warning }: PolicyValues['validity']): Condition {
  const warned = warning === null ? '' : later(today, warning);
  switch (state) {
    case 'valid': return { sql: '(k.until_date IS NULL OR k.until_date > ?)', parameters: [warned || previousDay(today)] };
    case 'lapsing': return { sql: 'k.until_date >= ? AND k.until_date <= ?', parameters: [today, warned] };
    case 'lapsed': return { sql: 'k.until_date < ?', parameters: [today] };
    case 'pool': return { sql: 'k.id IS NULL AND s.id IS NOT NULL', parameters: [] };
    case 'none': return { sql: 'k.id IS NULL AND s.id IS NULL', parameters: [] };
  }
}

const previousDay = (day: string): string => later(day, { amount: -1, unit: 'day' });

/** A reader who may read names only of their own customers learns none by asking: of the lapsed, no name or number is compared. */
function withText(text: string, today: string, ownOnly: boolean): Condition {
  const lower = text.toLowerCase();
  const range = (column: string): string => `(${column} >= ? AND ${column} < ?)`;
  const told = /^\d{4}$/.test(text)
    ? { sql: 'EXISTS (SELECT 1 FROM customer_phone f WHERE f.customer_id = c.id AND f.last4 = ? AND f.ended_at IS NULL)', parameters: [text] }
    : { sql: `(${range('c.name')} OR ${range('c.pinyin')} OR ${range('c.initials')})`, parameters: [text, text + behindAll, lower, lower + behindAll, lower, lower + behindAll] };
  return ownOnly ? { sql: `(k.until_date IS NULL OR k.until_date >= ?) AND ${told.sql}`, parameters: [today, ...told.parameters] } : told;
}

/** What comes behind the last row of the page before, in the order asked for. */
function afterOf(after: string | undefined, sort: CustomerSort, order: 'asc' | 'desc'): readonly Condition[] {
  if (after === undefined) return [];
  const [, at, day, id] = /^(?:(\d{1,15})|(\d{4}-\d\d-\d\d))\.([0-9a-f-]{36})$/.exec(after) ?? [];
  const value = sort === 'valid_until' ? day : at === undefined ? undefined : Number(at);
  if (value === undefined || id === undefined) throw new Problem('invalid_request', 400, { count: 1 }, [{ path: 'after', code: 'matches' }]);
  const { column } = sortColumns[sort];
  const than = order === 'asc' ? '>' : '<';
  return [{ sql: `(${column} ${than} ? OR (${column} = ? AND c.id ${than} ?))`, parameters: [value, value, id] }];
}
