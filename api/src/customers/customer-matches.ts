import { matchReasons, type CustomerMatch, type CustomerRef, type HouseholdRelation, type MatchReason, type MatchView } from '@lunjie/contracts';
import { isSurnameOnly, readFrom, reasonsOf, type Candidate } from '@lunjie/identity';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { spell } from '../staff/spelling';
import { CustomerPhones } from './customer-phones';
import { knownCustomer, readAsTables, recordColumns, recordOf, type CustomerRecord, type CustomerRow } from './customer-records';
import { normalisedPhone } from './phone';

type CandidateRow = CustomerRow & { readonly pinyin: string; readonly created_at: number | string; readonly same_phone: number };

interface LinkRow {
  readonly customer: string;
  readonly other: string;
  readonly relation: HouseholdRelation;
}

/** Of those who share a name, and of all who are told. */
const mostNamesakes = 10;
const mostTold = 20;

interface Likely {
  readonly record: CustomerRecord;
  readonly reasons: readonly MatchReason[];
  readonly relative: CustomerMatch['relative'];
}

/** Look before you register: who somebody may be, whose relative, under which other name their phone is known. */
@Injectable()
export class CustomerMatches {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly officeTime: OfficeTime,
    private readonly phones: CustomerPhones,
  ) {}

  /** @throws Problem 400 for what is no phone */
  matches(officeId: string, given: { readonly name?: string | undefined; readonly phone?: string | undefined }): Promise<MatchView> {
    return this.transactions.read(async (reading) => {
      const zone = await this.officeTime.zone(reading, officeId);
      const { date } = momentIn(zone, this.clock.now());
      const { identity } = (await this.floors.now(reading, officeId)).rules.policy.values;
      const name = given.name ?? '';
      const said = { name, pinyin: name === '' ? '' : spell(name).pinyin };
      const phone = given.phone ? normalisedPhone(given.phone, 'phone') : null;
      const found = await this.candidates(reading, officeId, said, phone === null ? [] : [this.phones.key(officeId, phone, 'full'), this.phones.key(officeId, phone, identity.phone_form)]);
      const likely = found.flatMap((candidate): Likely[] => {
        const reasons = reasonsOf(identity.match_keys, said, candidate);
        return reasons.length === 0 ? [] : [{ record: candidate.record, reasons, relative: null }];
      }).sort((one, other) => strength(one) - strength(other));
      const told = [...likely, ...await this.relatives(reading, officeId, likely)].slice(0, mostTold);
      return { matches: told.map(({ record, reasons, relative }) => ({ customer: knownCustomer(record, zone, date), reasons, relative })) };
    });
  }

  private async candidates(reading: Reading, officeId: string, { name, pinyin }: { name: string; pinyin: string }, keys: readonly ReturnType<CustomerPhones['key']>[]): Promise<readonly (Candidate & { readonly record: CustomerRecord })[]> {
    const ways: [sql: string, parameters: readonly unknown[]][] = keys.map(({ column, value }) =>
      [`SELECT customer_id AS id, 1 AS same_phone FROM customer_phone WHERE office_id = ? AND ${column} = ? AND ended_at IS NULL`, [officeId, value]]);
    if (name !== '' && !isSurnameOnly(name)) {
      for (const [column, value] of [['name', name], ['pinyin', pinyin]]) {
        ways.push([`SELECT id, 0 AS same_phone FROM (SELECT id FROM customer WHERE office_id = ? AND ${column ?? ''} = ? ORDER BY last_contact_at DESC LIMIT ${mostNamesakes}) ${column ?? ''}sakes`, [officeId, value]]);
      }
    }
    if (ways.length === 0) return [];
    const { rows } = await reading.run<CandidateRow>(
      `SELECT ${recordColumns}, c.pinyin, c.created_at, f.same_phone FROM (${ways.map(([sql]) => sql).join(' UNION ')}) f JOIN customer m ON m.id = f.id ${readAsTables}`, ways.flatMap(([, parameters]) => parameters));
    const candidates = new Map<string, Candidate & { readonly record: CustomerRecord }>();
    for (const row of rows) {
      const samePhone = Boolean(row.same_phone) || candidates.get(row.id)?.samePhone === true;
      candidates.set(row.id, { id: row.id, name: row.name, pinyin: row.pinyin, createdAt: Number(row.created_at), samePhone, record: recordOf(row) });
    }
    return [...candidates.values()];
  }

  /** Who belongs to those who match, and is not one of them. */
  private async relatives(reading: Reading, officeId: string, likely: readonly Likely[]): Promise<readonly Likely[]> {
    const matched = new Map(likely.map(({ record }) => [record.id, record]));
    if (matched.size === 0) return [];
    const ids = [...matched.keys()];
    const marks = ids.map(() => '?').join(', ');
    const end = (own: 'customer' | 'other'): string => `SELECT l.id FROM customer m JOIN household_link l ON l.${own}_id = m.id WHERE (m.id IN (${marks}) OR m.merged_into IN (${marks})) AND l.ended_at IS NULL`;
    const { rows: links } = await reading.run<LinkRow>(
      `SELECT COALESCE(a.merged_into, a.id) AS customer, COALESCE(b.merged_into, b.id) AS other, l.relation FROM (${end('customer')} UNION ${end('other')}) f
       JOIN household_link l ON l.id = f.id JOIN customer a ON a.id = l.customer_id JOIN customer b ON b.id = l.other_id`, [...ids, ...ids, ...ids, ...ids]);
    const relatives = new Map<string, CustomerMatch['relative']>();
    for (const link of links) {
      const [matchedEnd] = [link.customer, link.other].filter((end) => matched.has(end));
      const { other, relation } = readFrom(link, matchedEnd ?? '');
      if (!matched.has(other)) relatives.set(other, { of: refOf(matched.get(matchedEnd ?? '')), relation });
    }
    if (relatives.size === 0) return [];
    const { rows } = await reading.run<CustomerRow>(`SELECT ${recordColumns} FROM customer m ${readAsTables} WHERE m.office_id = ? AND m.id IN (${[...relatives].map(() => '?').join(', ')})`, [officeId, ...relatives.keys()]);
    return rows.map((row) => ({ record: recordOf(row), reasons: ['relative_of_match'], relative: relatives.get(row.id) ?? null }));
  }
}

const refOf = (record: CustomerRecord | undefined): CustomerRef => ({ id: record?.id ?? '', label: record?.label ?? '' });

/** The strongest reason first; more reasons before fewer. */
function strength({ reasons }: Likely): number {
  return Math.min(...reasons.map((reason) => matchReasons.indexOf(reason))) * 10 - reasons.length;
}
