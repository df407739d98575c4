import type { Channel, CustomerRef, TimelinePage, TimelineRow } from '@lunjie/contracts';
import type { Sight } from '@lunjie/identity';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Cipher } from '../platform/cipher/cipher';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { storedJson } from '../register/register';
import { CustomerSights, type CustomerReader } from './customer-sights';
import { PersonEntries } from './person-entries';
import { withoutNumbers } from './without-numbers';

const pageSize = 50;
const shownOfHash = 12;

interface EntryRow {
  readonly number: number | string;
  readonly at: number | string;
  readonly kind: string;
  readonly by_person: string | null;
  readonly by_name: string | null;
  readonly subject_id: string | null;
  readonly corrects: number | string | null;
  readonly content: string;
  readonly hash: string;
  readonly sealed: string | null;
  readonly visit_id: string | null;
  readonly visit_customer: string | null;
  readonly channel: Channel | null;
}

type Content = Readonly<Record<string, unknown>> & { readonly decision?: TimelineRow['decision']; readonly note?: unknown };
interface Personal {
  readonly note?: string | null;
  readonly reason?: string | null;
  readonly result?: string | null;
  readonly value?: string | null;
  readonly form?: { readonly remark?: string };
}

/** Everything that happened to a customer, newest first, as the register has it. */
@Injectable()
export class Timeline {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly officeTime: OfficeTime,
    private readonly floors: Floors,
    private readonly sights: CustomerSights,
    private readonly entries: PersonEntries,
    private readonly cipher: Cipher,
  ) {}

  /**
   * @param before the entry number to go on below
   * @throws Problem 404 `customer_not_found`, 403 `customer_not_yours`
   */
  page(officeId: string, customerId: string, reader: CustomerReader, before: number | undefined): Promise<TimelinePage> {
    return this.transactions.read(async (reading) => {
      const zone = await this.officeTime.zone(reading, officeId);
      const { customer, sight } = await this.sights.open(reading, officeId, customerId, reader, momentIn(zone, this.clock.now()).date);
      const isFull = sight.acts.includes('merge') || (await this.floors.now(reading, officeId)).rules.policy.values.privacy.verdict_view === 'full';
      const entries = await this.entries.of(reading, officeId, customer.id);
      const found = await this.read(reading, officeId, entries.map(({ id }) => id), before ?? Number.MAX_SAFE_INTEGER);
      const shown = found.slice(0, pageSize);
      const all = [...shown, ...await this.actsOf(reading, officeId, shown)].toSorted((one, other) => Number(other.number) - Number(one.number));
      const rows = all.map((row) => ({ ...this.rowOf(row, entries, sight, reader.personId), ...isFull || row.kind !== 'ruling' ? {} : { decision: null } }));
      return { rows, customers: await this.entries.labels(reading, officeId, namedIn(rows)), next: found.length > pageSize ? Number(shown.at(-1)?.number) : null };
    });
  }

  /** By subject, by the subject's visits, and by the entries at whose other end the person stands. */
  private async read(reading: Reading, officeId: string, ids: readonly string[], before: number): Promise<readonly EntryRow[]> {
    const marks = `(${ids.map(() => '?').join(', ')})`;
    const ways = [
      `SELECT number FROM register_entry WHERE office_id = ? AND subject_id IN ${marks}`,
      `SELECT e.number FROM visit v JOIN register_entry e ON e.office_id = v.office_id AND e.subject_id = v.id WHERE v.office_id = ? AND v.customer_id IN ${marks}`,
      `SELECT entry_number FROM household_link WHERE office_id = ? AND other_id IN ${marks}`,
      `SELECT ended_entry FROM household_link WHERE office_id = ? AND ended_entry IS NOT NULL AND (other_id IN ${marks} OR customer_id IN ${marks})`,
      `SELECT entry_number FROM referral WHERE office_id = ? AND referrer_id IN ${marks}`,
      `SELECT entry_number FROM customer_merge WHERE office_id = ? AND from_id IN ${marks}`,
      `SELECT undone_entry FROM customer_merge WHERE office_id = ? AND undone_entry IS NOT NULL AND from_id IN ${marks}`,
    ];
    const parameters = ways.flatMap((sql) => [officeId, ...sql.split(marks).slice(1).flatMap(() => ids)]);
    const { rows } = await reading.run<EntryRow>(
      `SELECT e.number, e.at, e.kind, e.by_person, p.name AS by_name, e.subject_id, e.corrects, e.content, e.hash, d.sealed, v.id AS visit_id, v.customer_id AS visit_customer, v.channel
       FROM (${ways.join(' UNION ')}) f JOIN register_entry e ON e.office_id = ? AND e.number = f.number LEFT JOIN person p ON p.id = e.by_person
       LEFT JOIN personal_data d ON d.office_id = e.office_id AND d.entry_number = e.number LEFT JOIN visit v ON v.id = e.subject_id
       WHERE e.number < ? ORDER BY e.number DESC LIMIT ${pageSize + 1}`, [...parameters, officeId, before]);
    return rows;
  }

  /** What was done to several at once stands with none of them: it is told beside the registration it led to, without the others. */
  private async actsOf(reading: Reading, officeId: string, shown: readonly EntryRow[]): Promise<readonly EntryRow[]> {
    const there = new Set(shown.map(({ number }) => Number(number)));
    const acts = [...new Set(shown.flatMap(({ kind, content }) => {
      const { act } = (kind === 'registration' ? storedJson(content) : {}) as { readonly act?: unknown };
      return typeof act === 'number' && !there.has(act) ? [act] : [];
    }))];
    if (acts.length === 0) return [];
    const { rows } = await reading.run<EntryRow>(
      `SELECT e.number, e.at, e.kind, e.by_person, p.name AS by_name, e.subject_id, e.corrects, e.content, e.hash, d.sealed, NULL AS visit_id, NULL AS visit_customer, NULL AS channel
       FROM register_entry e LEFT JOIN person p ON p.id = e.by_person LEFT JOIN personal_data d ON d.office_id = e.office_id AND d.entry_number = e.number
       WHERE e.office_id = ? AND e.number IN (${acts.map(() => '?').join(', ')}) AND e.kind IN ('handed_over', 'draw_drawn', 'redistributed')`, [officeId, ...acts]);
    return rows.map((row) => ({ ...row, content: JSON.stringify(ofOneAmongMany(storedJson(row.content))) }));
  }

  private rowOf(row: EntryRow, [own, ...merged]: readonly CustomerRef[], { notes }: Sight, readerId: string): TimelineRow {
    const { decision = null, note, ...content } = (storedJson(row.content) ?? {}) as Content;
    const happenedTo = row.visit_customer ?? row.subject_id;
    return {
      entry: Number(row.number), at: Number(row.at), kind: row.kind, by: row.by_person === null ? null : { id: row.by_person, name: row.by_name ?? '' },
      corrects: row.corrects === null ? null : Number(row.corrects), hash: row.hash.slice(0, shownOfHash), visitId: row.visit_id, channel: row.channel,
      mergedFrom: happenedTo === own?.id ? null : merged.find(({ id }) => id === happenedTo) ?? null, decision, content,
      note: notes === 'all' || (notes === 'own' && row.by_person === readerId) ? this.noteOf(note, row.sealed) : null,
    };
  }

  private noteOf(told: unknown, sealed: string | null): string | null {
    const { note, reason, result, value, form }: Personal = sealed === null ? {} : JSON.parse(this.cipher.decrypt(sealed)) as Personal;
    const text = (typeof told === 'string' ? told : '') || note || reason || result || value || form?.remark || '';
    return text === '' ? null : withoutNumbers(text);
  }
}

/** Of an act on many what concerns each: to whom, from whom, how many together. */
function ofOneAmongMany(content: unknown): Content {
  const { to, from, method, customers } = (content ?? {}) as { readonly to?: string; readonly from?: string; readonly method?: string; readonly customers?: readonly unknown[] | number };
  const together = Array.isArray(customers) ? customers.length : customers;
  return { ...to === undefined ? {} : { to }, ...from === undefined ? {} : { from }, ...method === undefined ? {} : { method }, ...together === undefined ? {} : { together } };
}

const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Every id the contents hold; which of them are customers the register knows. */
function namedIn(rows: readonly TimelineRow[]): readonly string[] {
  const ids = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') { if (isId.test(value)) ids.add(value); }
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  for (const { content } of rows) look(content);
  return [...ids];
}
