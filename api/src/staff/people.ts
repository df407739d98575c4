import type { Language } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import { isUniqueViolation } from '../platform/database/failures';
import type { Reading, Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { Person } from './person.entity';
import { spell } from './spelling';

/** A person who does not exist yet. The password comes hashed: hashing is too slow for a transaction. */
export interface NewPerson {
  readonly account: string;
  readonly name: string;
  readonly passwordHash: string;
}

/** What signing in compares with. */
export interface Credentials {
  readonly personId: string;
  readonly passwordHash: string;
}

/** Accounts and names, whatever the office. */
@Injectable()
export class People {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Adds a person and answers their id.
   * @throws Problem 409 `account_taken`
   */
  async add(tx: Tx, { account, name, passwordHash }: NewPerson, at = this.clock.now()): Promise<string> {
    const id = this.ids.next();
    const person = { id, account: accountOf(account), name, ...spell(name), passwordHash, language: null, createdAt: at };
    try {
      await tx.insert(Person, [person]);
    } catch (error) {
      throw isUniqueViolation(error) ? new Problem('account_taken', 409, { account: person.account }) : error;
    }
    return id;
  }

  /** Who signs in under the account, or null. */
  async credentials(reading: Reading, account: string): Promise<Credentials | null> {
    const { rows } = await reading.run<{ id: string; password_hash: string }>('SELECT id, password_hash FROM person WHERE account = ?', [accountOf(account)]);
    const row = rows[0];
    return row ? { personId: row.id, passwordHash: row.password_hash } : null;
  }

  /** Which of the accounts, as they are kept, somebody has. */
  async taken(reading: Reading, accounts: readonly string[]): Promise<ReadonlySet<string>> {
    const wanted = [...new Set(accounts)];
    if (wanted.length === 0) return new Set();
    const { rows } = await reading.run<{ account: string }>(`SELECT account FROM person WHERE account IN (${wanted.map(() => '?').join(', ')})`, wanted);
    return new Set(rows.map(({ account }) => account));
  }

  /** Names by id, of leavers too. Ids nobody has are left out. */
  async names(reading: Reading, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return new Map();
    const { rows } = await reading.run<{ id: string; name: string }>(`SELECT id, name FROM person WHERE id IN (${wanted.map(() => '?').join(', ')})`, wanted);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Keeps a new password. It comes hashed: hashing is too slow for a transaction. */
  async setPassword(tx: Tx, personId: string, passwordHash: string): Promise<void> {
    await tx.run('UPDATE person SET password_hash = ? WHERE id = ?', [passwordHash, personId]);
  }

  /** Keeps the language a person chose. */
  async speak(tx: Tx, personId: string, language: Language): Promise<void> {
    await tx.run('UPDATE person SET language = ? WHERE id = ?', [language, personId]);
  }
}

/** An account as it is kept and compared: capitals and outer spaces do not matter. */
export function accountOf(typed: string): string {
  return typed.trim().normalize('NFKC').toLowerCase();
}
