import { digestOf } from '@lunjie/register';
import type { Entered } from '@lunjie/deal-life';
import type { MoneyFault } from '../floor/money-fault';
import type { Reading } from '../platform/database/tx';
import { storedJson } from '../register/register';
import { sha256 } from '../register/sha256';
import { differenceOf, type Expected, type Row } from './compared';
import { rowKinds, Running, type RowKind } from './row-kinds';

/** Compares rows with the entries they stand under, a batch of entries at a time. */
export class EnteredRows {
  rows = 0;
  private readonly running = new Running();
  private upTo = Number.MIN_SAFE_INTEGER;
  /** The history of deals began after the register: what is older than its first row has none. */
  private firstEvent: number | null = null;

  constructor(
    private readonly reading: Reading,
    private readonly officeId: string,
  ) {}

  /** The first row of these entries, or between them, that does not fit. */
  async faultIn(entries: readonly Entered[]): Promise<MoneyFault | null> {
    const last = entries.at(-1)?.number ?? Number.MAX_SAFE_INTEGER;
    const expected = entries.map((entry) => {
      this.running.take(entry);
      return rowKinds.map((kind) => kind.expected(entry, this.running));
    });
    for (const [index, kind] of rowKinds.entries()) {
      const stored = await this.stored(kind, last);
      for (const [place, { number }] of entries.entries()) {
        const fault = await this.faultOf(kind, number, stored.get(number) ?? [], expected[place]?.[index] ?? []);
        if (fault) return fault;
        stored.delete(number);
      }
      const [stray] = stored.keys();
      if (stray !== undefined) return { part: kind.part, entry: stray, fault: 'not_entered' };
    }
    this.upTo = last;
    return null;
  }

  private async stored({ table, columns, number, order }: RowKind, last: number): Promise<Map<number, Row[]>> {
    const { rows } = await this.reading.run<Row>(
      `SELECT ${number} AS entry, ${columns.join(', ')} FROM ${table} WHERE office_id = ? AND ${number} > ? AND ${number} <= ? ORDER BY ${number}, ${order}`, [this.officeId, this.upTo, last]);
    const byEntry = new Map<number, Row[]>();
    for (const row of rows) byEntry.set(Number(row['entry']), [...byEntry.get(Number(row['entry'])) ?? [], row]);
    this.rows += rows.length;
    return byEntry;
  }

  private async faultOf({ part }: RowKind, entry: number, stored: readonly Row[], expected: readonly Expected[]): Promise<MoneyFault | null> {
    if (part === 'deal_event' && stored.length === 0 && expected.length > 0 && entry < await this.historyBegins()) return null;
    for (const [index, one] of expected.entries()) {
      const row = stored[index];
      const fault = row ? differenceOf(part, entry, row, one) ?? (part === 'subscription' ? copiesFault(entry, row) : part === 'check' || part === 'check_correction' ? bodyFault(part, entry, row) : null) : { part, entry, fault: 'missing' as const };
      if (fault) return fault;
    }
    return stored.length > expected.length ? { part, entry, fault: 'not_entered' } : null;
  }

  private async historyBegins(): Promise<number> {
    if (this.firstEvent === null) {
      const { rows: [row] } = await this.reading.run<{ first: number | string | null }>('SELECT MIN(entry_number) AS first FROM deal_event WHERE office_id = ?', [this.officeId]);
      const { rows: [subject] } = await this.reading.run<{ first: number | string | null }>("SELECT MIN(number) AS first FROM register_entry WHERE office_id = ? AND kind = 'units_entered'", [this.officeId]);
      // Units came with the history: once there are any, everything has one.
      this.firstEvent = Math.min(Number(row?.first ?? Number.MAX_SAFE_INTEGER), Number(subject?.first ?? Number.MAX_SAFE_INTEGER));
    }
    return this.firstEvent;
  }
}

/** The copies' numbers stand in the entry by their digest. */
function copiesFault(entry: number, row: Row): MoneyFault | null {
  const digest = digestOf([{ number: Number(row['number']), terms: storedJson(String(row['terms'])), copies: storedJson(String(row['copies'])) ?? null }], sha256);
  return digest === row['digest'] ? null : { part: 'subscription', entry, fault: 'differs', column: 'copies', stored: `content of digest ${digest.slice(0, 12)}`, entered: `content of digest ${String(row['digest']).slice(0, 12)}` };
}

/** What a check found stands in its entry by a digest over salt and body. */
function bodyFault(part: 'check' | 'check_correction', entry: number, row: Row): MoneyFault | null {
  const digest = digestOf([{ salt: String(row['salt']), body: storedJson(String(row['body'])) ?? null }], sha256);
  return digest === row['digest'] ? null : { part, entry, fault: 'differs', column: 'body', stored: `content of digest ${digest.slice(0, 12)}`, entered: `content of digest ${String(row['digest']).slice(0, 12)}` };
}
