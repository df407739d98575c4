import type { BulkEntryAnswer, NewPersonRow } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { Transactions } from '../platform/database/transactions';
import type { Reading, Tx } from '../platform/database/tx';
import { invalidRequest } from '../platform/errors/invalid-request';
import { Problem, type FieldError } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Writes } from '../platform/idempotency/writes';
import type { Changer } from './employment-changes';
import { InitialPasswords } from './initial-passwords';
import { Passwords } from './passwords';
import { People, accountOf } from './people';
import { withoutPassword } from './recruiting';
import { Staff } from './staff';
import { NewPersonRowBody } from './staff-requests';

type Entered = BulkEntryAnswer['people'];

/** How many passwords are hashed at once: each takes 19 MiB and a thread. */
const hashedAtOnce = 4;

/** Enters many people at once: all of them, or nobody. */
@Injectable()
export class BulkEntry {
  constructor(
    private readonly transactions: Transactions,
    private readonly writes: Writes,
    private readonly passwords: Passwords,
    private readonly initialPasswords: InitialPasswords,
    private readonly people: People,
    private readonly staff: Staff,
  ) {}

  /** Everything wrong with the rows, by the path of the cell; nothing is written. */
  async faultsOf(officeId: string, given: readonly unknown[], by: Changer): Promise<readonly FieldError[]> {
    const { rows, faults } = await readRows(given);
    const further = await this.transactions.read((reading) => this.furtherFaults(reading, officeId, rows, by));
    return [...faults, ...further].sort((a, b) => rowOf(a) - rowOf(b));
  }

  /**
   * Enters the rows. Whoever has no password is given one, told with the answer and kept nowhere; the same request
   * again is told the same.
   * @throws Problem 422 `rows_faulty` with every fault; then nobody was entered
   */
  async enter(write: WriteContext, given: readonly unknown[], by: Changer): Promise<Entered> {
    const { rows, faults } = await readRows(given);
    if (faults.length > 0) throw new Problem('rows_faulty', 422, { count: faults.length }, faults);
    const hashes = await this.hashed(write, rows);
    const known = withoutPassword(write, rows.map(({ password, ...row }) => ({ ...row, given: password !== undefined })));
    const entered = await this.writes.run(known, async (tx) => {
      const further = await this.furtherFaults(tx, write.officeId, rows, by);
      if (further.length > 0) throw new Problem('rows_faulty', 422, { count: further.length }, further);
      return this.carriedOut(tx, write.officeId, rows, hashes, by);
    });
    return entered.map((person, index) => ({ ...person, initialPassword: rows[index]?.password === undefined ? this.initialPasswords.of(write, person.account) : null }));
  }

  private async carriedOut(tx: Tx, officeId: string, rows: readonly NewPersonRow[], hashes: readonly string[], by: Changer): Promise<Omit<Entered[number], 'initialPassword'>[]> {
    const entered = [];
    for (const [index, { account, name, password: _, ...employment }] of rows.entries()) {
      const id = await this.people.add(tx, { account, name, passwordHash: hashes[index] ?? '' });
      await this.staff.employ(tx, { ...employment, officeId, personId: id, by: by.id });
      entered.push({ id, account: accountOf(account), name });
    }
    return entered;
  }

  private async hashed(write: WriteContext, rows: readonly NewPersonRow[]): Promise<readonly string[]> {
    const hashes: string[] = [];
    for (let from = 0; from < rows.length; from += hashedAtOnce) {
      const some = rows.slice(from, from + hashedAtOnce);
      hashes.push(...(await Promise.all(some.map(({ account, password }) => this.passwords.hashed(password ?? this.initialPasswords.of(write, accountOf(account)))))));
    }
    return hashes;
  }

  /** What a single row cannot tell: accounts that occur twice or are taken, and roles the writer may not give. */
  private async furtherFaults(reading: Reading, officeId: string, rows: readonly Partial<NewPersonRow>[], by: Changer): Promise<FieldError[]> {
    const accounts = rows.map(({ account }) => (typeof account === 'string' ? accountOf(account) : ''));
    const taken = await this.people.taken(reading, accounts.filter((account) => account !== ''));
    const first = new Map<string, number>();
    return rows.flatMap(({ roles }, index): FieldError[] => {
      const account = accounts[index] ?? '';
      const faults: FieldError[] = [];
      const before = first.get(account);
      if (account !== '' && before !== undefined) faults.push({ path: `rows.${index}.account`, code: 'repeated_account', data: { row: before + 1 } });
      else if (taken.has(account)) faults.push({ path: `rows.${index}.account`, code: 'account_taken', data: { account } });
      if (before === undefined) first.set(account, index);
      if (Array.isArray(roles) && roles.includes('admin') && !by.roles.includes('admin')) faults.push({ path: `rows.${index}.roles`, code: 'admin_only' });
      return faults;
    });
  }
}

/** The rows as they are meant, and what is wrong with each by itself; a faulty row keeps its place. */
async function readRows(given: readonly unknown[]): Promise<{ readonly rows: readonly NewPersonRowBody[]; readonly faults: readonly FieldError[] }> {
  const read = await Promise.all(given.map(async (value, index) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { row: new NewPersonRowBody(), faults: [{ path: `rows.${index}`, code: 'is_object' }] };
    const row = plainToInstance(NewPersonRowBody, value);
    const faults = invalidRequest(await validate(row, { whitelist: true, forbidNonWhitelisted: true })).errors;
    return { row, faults: faults.map((fault) => ({ ...fault, path: `rows.${index}.${fault.path}` })) };
  }));
  return { rows: read.map(({ row }) => row), faults: read.flatMap(({ faults }) => faults) };
}

function rowOf({ path }: FieldError): number {
  return Number(path.split('.')[1]);
}
