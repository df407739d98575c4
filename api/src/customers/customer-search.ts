import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';
import { spell } from '../staff/spelling';
import { CustomerPhones } from './customer-phones';
import { readAsTables, recordColumns, recordOf, type CustomerRecord, type CustomerRow } from './customer-records';
import { phoneIn } from './phone';

const most = 10;

/** So many of one name are read and put in order faster than the ten latest of them are met among everybody. */
const few = 5_000;

/** Behind every text that begins with a prefix, in the order of bytes. */
const last = '\u{10FFFF}';

interface Found {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Entries of one office of which a name, its spelling or its initials begin so. */
interface Named extends Found {
  readonly column: NameColumn;
}

type NameColumn = 'name' | 'pinyin' | 'initials';

/** Whose customers may be found by name: an agent's own, whose claim is valid today. */
export interface OwnOnly {
  readonly agent: string;
  readonly today: string;
}

/**
 * Finds customers by what the desk hears: a name, its spelling or initials, a phone, its last four digits. Every way ends
 * with the ten that were heard of last, and only those are read in full, whatever the size of the office.
 */
@Injectable()
export class CustomerSearch {
  constructor(private readonly phones: CustomerPhones) {}

  /**
   * At most ten customers, those heard of last first.
   * @param own where the reader may read the names of their own customers only: by name those are found, by phone everybody
   */
  async search(reading: Reading, officeId: string, text: string, own: OwnOnly | null = null): Promise<readonly CustomerRecord[]> {
    const ways = await this.waysOf(reading, officeId, text.trim(), own);
    if (ways.length === 0) return [];
    const found = ways.map(({ sql }, index) => `SELECT id FROM (${sql}) w${index}`).join(' UNION ');
    const { rows } = await reading.run<CustomerRow>(
      `SELECT ${recordColumns} FROM (${found}) f JOIN customer m ON m.id = f.id ${readAsTables} ORDER BY c.last_contact_at DESC, c.id LIMIT ${3 * most}`, ways.flatMap(({ parameters }) => parameters));
    // A person is found by each of their entries, and read once.
    return [...new Map(rows.map((row) => [row.id, recordOf(row)])).values()].slice(0, most);
  }

  private async waysOf(reading: Reading, officeId: string, text: string, own: OwnOnly | null): Promise<readonly Found[]> {
    if (text === '') return [];
    if (/^[+\d][\d\s-]{3,}$/.test(text)) return [this.byNumber(officeId, text)];
    const begins = beginningsOf(text);
    if (own) return begins.map(([column, prefix]) => byOwnName(officeId, column, prefix, own));
    return byName(reading, begins.map(([column, prefix]) => ({ column, sql: `FROM customer WHERE office_id = ? AND ${column} >= ? AND ${column} < ?`, parameters: [officeId, prefix, prefix + last] })));
  }

  /** A whole number by its hash. Of a part only the last four digits say anything: more would tell the rest one by one. */
  private byNumber(officeId: string, text: string): Found {
    const phone = phoneIn(text);
    const [column, value] = phone === null ? ['last4', text.replaceAll(/\D/g, '').slice(-4)] : ['phone_hash', this.phones.key(officeId, phone, 'full').value];
    return {
      sql: `SELECT f.customer_id AS id FROM customer_phone f JOIN customer h ON h.id = f.customer_id WHERE f.office_id = ? AND f.${column} = ? AND f.ended_at IS NULL
        ORDER BY h.last_contact_at DESC LIMIT ${most}`, parameters: [officeId, value],
    };
  }
}

/** What may begin with a text as it was typed. */
function beginningsOf(text: string): readonly (readonly [NameColumn, string])[] {
  if (/\p{Script=Han}/u.test(text)) return [['name', text], ...(/[a-z]/i.test(text) ? [['pinyin', spell(text).pinyin] as const] : [])];
  const spelt = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
  if (spelt === '') return [['name', text]];
  // Every spelling begins with its first initial: one letter needs one look.
  return spelt.length === 1 ? [['initials', spelt]] : [['pinyin', spelt], ['initials', spelt]];
}

/**
 * A rare name is read off its own index alone, which holds when the office last heard of each; of a common one the ten
 * latest are met soon on the way back through the office's last contacts. Between the two the database guesses, and for
 * a name of some hundred among a million it guesses wrong; so it is counted first, as far as it matters.
 */
async function byName(reading: Reading, named: readonly Named[]): Promise<readonly Found[]> {
  const counts = named.map(({ sql }, index) => `(SELECT COUNT(*) FROM (SELECT 1 AS one ${sql} LIMIT ${few}) n${index}) AS ${named[index]?.column ?? ''}`);
  const { rows } = await reading.run<Partial<Record<NameColumn, number>>>(`SELECT ${counts.join(', ')}`, named.flatMap(({ parameters }) => parameters));
  return named.map(({ column, sql, parameters }) => {
    const rare = Number(rows[0]?.[column]) < few;
    // What is computed cannot be read off an index in order.
    return { sql: `SELECT id ${sql} ORDER BY last_contact_at${rare ? ' + 0' : ''} DESC LIMIT ${most}`, parameters };
  });
}

function byOwnName(officeId: string, column: NameColumn, prefix: string, { agent, today }: OwnOnly): Found {
  return {
    sql: `SELECT c.id FROM claim k JOIN customer c ON c.id = k.customer_id WHERE k.office_id = ? AND k.agent_id = ? AND k.kind = 'claim' AND k.ended_at IS NULL AND (k.until_date IS NULL OR k.until_date >= ?)
      AND c.${column} >= ? AND c.${column} < ? ORDER BY c.last_contact_at DESC LIMIT ${most}`, parameters: [officeId, agent, today, prefix, prefix + last],
  };
}
