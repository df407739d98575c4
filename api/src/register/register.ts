import { randomBytes } from 'node:crypto';
import { shownOfHash, type FoundEntry, type RegisterKind } from '@lunjie/contracts';
import { commitmentOf, faultOf, hashOf, emptyChain, type ChainFault, type ChainHead, type RegisterEntry } from '@lunjie/register';
import { Injectable } from '@nestjs/common';
import { Cipher } from '../platform/cipher/cipher';
import type { Reading, Tx } from '../platform/database/tx';
import { PersonalData, RegisterEntryRow } from './register-entry.entity';
import { sha256 } from './sha256';

/** What is to be entered. `content` names no person but by id; `personal` is kept sealed beside the chain. */
export interface NewEntry {
  readonly kind: RegisterKind;
  readonly subject: string | null;
  readonly content: Readonly<Record<string, unknown>>;
  readonly personal?: Readonly<Record<string, unknown>> | null;
  readonly corrects?: number | null;
}

export interface EntryContext {
  readonly officeId: string;
  readonly at: number;
  readonly businessDate: string;
  readonly by: string | null;
}

export interface ChainCheck {
  readonly entries: number;
  readonly head: ChainHead;
  readonly fault: { readonly number: number; readonly fault: ChainFault | 'personal_data_differs' } | null;
}

const readAtOnce = 1_000;

/** The office's register (登记簿): append-only, numbered, each entry's hash covering the one before. */
@Injectable()
export class Register {
  constructor(private readonly cipher: Cipher) {}

  /** Appends entries behind the head and answers the new head. The caller holds the office's lock. */
  async append(tx: Tx, { officeId, at, businessDate, by }: EntryContext, head: ChainHead, entries: readonly NewEntry[]): Promise<ChainHead> {
    const rows: RegisterEntryRow[] = [];
    const personal: PersonalData[] = [];
    let last = head;
    for (const entry of entries) {
      const salt = entry.personal ? randomBytes(32).toString('hex') : null;
      const chained: RegisterEntry = {
        officeId, number: last.number + 1, at, kind: entry.kind, by, subject: entry.subject, corrects: entry.corrects ?? null,
        content: entry.content, commitment: entry.personal && salt ? commitmentOf(entry.personal, salt, sha256) : null, previous: last.hash,
      };
      last = { number: chained.number, hash: hashOf(chained, sha256) };
      rows.push({
        officeId, number: chained.number, at, businessDate, kind: chained.kind, byPerson: by, subjectId: chained.subject,
        corrects: chained.corrects, content: chained.content, commitment: chained.commitment, previousHash: chained.previous, hash: last.hash,
      });
      if (entry.personal && salt) personal.push({ officeId, entryNumber: chained.number, salt, sealed: this.cipher.encrypt(JSON.stringify(entry.personal)) });
    }
    await tx.append(RegisterEntryRow, rows);
    await tx.append(PersonalData, personal);
    return last;
  }

  /** What stands sealed beside entries, by the entry's number; what was erased is missing. */
  async personalOf(reading: Reading, officeId: string, numbers: readonly number[]): Promise<ReadonlyMap<number, Readonly<Record<string, unknown>>>> {
    if (numbers.length === 0) return new Map();
    const { rows } = await reading.run<{ entry_number: number | string; sealed: string | null }>(
      `SELECT entry_number, sealed FROM personal_data WHERE office_id = ? AND entry_number IN (${numbers.map(() => '?').join(', ')})`, [officeId, ...numbers]);
    return new Map(rows.flatMap(({ entry_number, sealed }) => sealed === null ? [] : [[Number(entry_number), JSON.parse(this.cipher.decrypt(sealed)) as Readonly<Record<string, unknown>>]]));
  }

  /** The first digits of entries' hashes, as papers show them, by the entry's number. */
  async hashesOf(reading: Reading, officeId: string, numbers: readonly number[]): Promise<ReadonlyMap<number, string>> {
    if (numbers.length === 0) return new Map();
    const { rows } = await reading.run<{ number: number | string; hash: string }>(`SELECT number, hash FROM register_entry WHERE office_id = ? AND number IN (${numbers.map(() => '?').join(', ')})`, [officeId, ...numbers]);
    return new Map(rows.map(({ number, hash }) => [Number(number), hash.slice(0, shownOfHash)]));
  }

  /** Re-reads an office's whole chain and names the first entry that does not fit. */
  async check(reading: Reading, officeId: string): Promise<ChainCheck> {
    let head: ChainHead = emptyChain;
    for (;;) {
      const { rows } = await reading.run<StoredEntry>(
        `SELECT e.*, p.salt, p.sealed FROM register_entry e LEFT JOIN personal_data p ON p.office_id = e.office_id AND p.entry_number = e.number
         WHERE e.office_id = ? AND e.number > ? ORDER BY e.number LIMIT ${readAtOnce}`,
        [officeId, head.number],
      );
      for (const row of rows) {
        const entry = entryOf(row);
        const fault = faultOf(head, entry, sha256) ?? (this.personalFits(row) ? null : 'personal_data_differs' as const);
        if (fault) return { entries: head.number, head, fault: { number: entry.number, fault } };
        head = { number: entry.number, hash: entry.hash };
      }
      if (rows.length < readAtOnce) return { entries: head.number, head, fault: null };
    }
  }

  /**
   * Whether an entry is what its hash says, and whether its neighbours are chained to it.
   * @param number of an entry that is there
   */
  async around(reading: Reading, officeId: string, number: number): Promise<Omit<FoundEntry, 'row' | 'hash'>> {
    const { rows } = await reading.run<StoredEntry>(
      'SELECT e.*, p.salt, p.sealed FROM register_entry e LEFT JOIN personal_data p ON p.office_id = e.office_id AND p.entry_number = e.number WHERE e.office_id = ? AND e.number BETWEEN ? AND ?', [officeId, number - 1, number + 1]);
    const { rows: [floor] } = await reading.run<{ entry_number: number | string; entry_hash: string }>('SELECT entry_number, entry_hash FROM floor WHERE office_id = ?', [officeId]);
    const at = (each: number): StoredEntry | undefined => rows.find((row) => Number(row.number) === each);
    const [before, own, after] = [at(number - 1), at(number), at(number + 1)];
    const isFirst = number === 1;
    const isNewest = after === undefined && Number(floor?.entry_number) <= number;
    const ownFault = own === undefined || hashOf(entryOf(own), sha256) !== own.hash ? 'content_differs' as const : !this.personalFits(own) ? 'personal_data_differs' as const : null;
    return {
      fault: ownFault ?? (isFirst && own?.previous_hash !== emptyChain.hash ? 'previous_differs' : isNewest && own?.hash !== floor?.entry_hash ? 'head_differs' : null),
      before: isFirst ? null : { number: number - 1, hash: before?.hash.slice(0, shownOfHash) ?? '', holds: before !== undefined && before.hash === own?.previous_hash },
      after: isNewest ? null : { number: number + 1, hash: after?.hash.slice(0, shownOfHash) ?? '', holds: after !== undefined && after.previous_hash === own?.hash },
    };
  }

  /** Erased data fit; data that are there must be what was committed to. */
  private personalFits(row: StoredEntry): boolean {
    if (row.sealed === null || row.salt === null) return true;
    try {
      return commitmentOf(JSON.parse(this.cipher.decrypt(row.sealed)), row.salt, sha256) === row.commitment;
    } catch {
      return false;
    }
  }
}

interface StoredEntry {
  readonly office_id: string;
  readonly number: number | string;
  readonly at: number | string;
  readonly kind: string;
  readonly by_person: string | null;
  readonly subject_id: string | null;
  readonly corrects: number | string | null;
  readonly content: string;
  readonly commitment: string | null;
  readonly previous_hash: string;
  readonly hash: string;
  readonly salt: string | null;
  readonly sealed: string | null;
}

/** The content of a JSON column, or undefined where somebody wrote something else into it. */
export function storedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function entryOf(row: StoredEntry): RegisterEntry & { readonly hash: string } {
  return {
    officeId: row.office_id, number: Number(row.number), at: Number(row.at), kind: row.kind, by: row.by_person, subject: row.subject_id,
    corrects: row.corrects === null ? null : Number(row.corrects), content: storedJson(row.content), commitment: row.commitment,
    previous: row.previous_hash, hash: row.hash,
  };
}
