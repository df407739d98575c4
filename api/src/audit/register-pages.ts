import { seesHidden } from '@lunjie/checks';
import { shownOfHash, type ChainState, type ChainVerification, type FoundEntries, type ReceptionDecision, type RegisterPage, type RegisterRow, type Role } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Ledger, type Verification } from '../floor/ledger';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Writes } from '../platform/idempotency/writes';
import { Register, storedJson } from '../register/register';
import { Audit } from './audit';

const pageSize = 50;
const mostFound = 5;
/** Leaves out what tells that there is a check nobody has published. */
const hidden = "AND NOT (e.kind IN ('check_entered', 'check_corrected') AND EXISTS (SELECT 1 FROM site_check k WHERE k.id = e.subject_id AND k.published_entry IS NULL))";
const hiddenFrom = (roles: readonly Role[]): string => seesHidden(roles) ? '' : hidden;

interface EntryRow {
  readonly number: number | string;
  readonly at: number | string;
  readonly kind: string;
  readonly by_person: string | null;
  readonly by_name: string | null;
  readonly about: string | null;
  readonly corrects: number | string | null;
  readonly content: string;
  readonly commitment: string | null;
  readonly hash: string;
}

const entryColumns = `SELECT e.number, e.at, e.kind, e.by_person, p.name AS by_name, COALESCE(s.name, c.label, vc.label, v.label) AS about, e.corrects, e.content, e.commitment, e.hash
  FROM register_entry e LEFT JOIN person p ON p.id = e.by_person LEFT JOIN person s ON s.id = e.subject_id LEFT JOIN customer c ON c.id = e.subject_id AND c.office_id = e.office_id
  LEFT JOIN visit v ON v.id = e.subject_id LEFT JOIN customer vc ON vc.id = v.customer_id`;

/** What a verification came to, as it is kept in the audit: never more than numbers, hashes and codes. */
type Found = Pick<ChainVerification, 'entries' | 'postings' | 'head' | 'fault'>;

/** The register (登记簿) to look through, and whether its chain holds. */
@Injectable()
export class RegisterPages {
  constructor(
    private readonly transactions: Transactions,
    private readonly writes: Writes,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly register: Register,
    private readonly audit: Audit,
  ) {}

  /**
   * A page of entries, newest first. Personal data stay sealed, and entries about a check that is not published are there
   * for nobody who is an agent as well.
   * @param before the number to go on below
   */
  page(officeId: string, roles: readonly Role[], kind: string | undefined, before: number | undefined): Promise<RegisterPage> {
    return this.transactions.read(async (reading) => {
      const { rows } = await reading.run<EntryRow>(
        `${entryColumns} WHERE e.office_id = ? ${hiddenFrom(roles)} ${kind === undefined ? '' : 'AND e.kind = ?'} ${before === undefined ? '' : 'AND e.number < ?'} ORDER BY e.number DESC LIMIT ${pageSize + 1}`,
        [officeId, ...[kind, before].filter((value) => value !== undefined)],
      );
      const entries = rows.slice(0, pageSize).map(rowOf);
      return { entries, next: rows.length > pageSize ? entries.at(-1)?.number ?? null : null };
    });
  }

  /**
   * Entries by number or by the first digits of the hash, each with whether it is what its hash says and its neighbours bear it; hidden are the same as from `page`.
   * @param sought as `soughtEntry` has it
   */
  find(officeId: string, roles: readonly Role[], sought: string): Promise<FoundEntries> {
    const digits = sought.replace(/\s/g, '').toLowerCase();
    const conditions: readonly { readonly sql: string; readonly parameters: readonly (string | number)[] }[] = [
      ...Number.isSafeInteger(Number(digits)) && /^\d+$/.test(digits) ? [{ sql: 'e.number = ?', parameters: [Number(digits)] }] : [],
      // Between the prefix and the first text behind all that begin with it: found by the index on either database.
      ...digits.length >= 8 ? [{ sql: '(e.hash >= ? AND e.hash < ?)', parameters: [digits, `${digits}g`] }] : [],
    ];
    return this.transactions.read(async (reading) => {
      const { rows } = await reading.run<EntryRow>(`${entryColumns} WHERE e.office_id = ? AND (${conditions.map(({ sql }) => sql).join(' OR ')}) ${hiddenFrom(roles)} ORDER BY e.number LIMIT ${mostFound}`, [officeId, ...conditions.flatMap(({ parameters }) => parameters)]);
      const entries = [];
      for (const row of rows) entries.push({ row: rowOf(row), hash: row.hash, ...await this.register.around(reading, officeId, Number(row.number)) });
      return { entries };
    });
  }

  state(officeId: string): Promise<ChainState> {
    return this.transactions.read((reading) => this.stateIn(reading, officeId));
  }

  /** Verifies the whole register and the turn ledger now and records what was found. */
  async verify(write: WriteContext): Promise<ChainState> {
    // Outside the write: re-reading years of entries must not hold up an arrival.
    const found = foundBy(await this.transactions.read((reading) => this.ledger.verify(reading, write.officeId)));
    const at = this.clock.now();
    await this.writes.run(write, (tx) => this.audit.record(tx, { officeId: write.officeId, personId: write.personId, kind: 'register_verified', data: { ...found }, at }));
    return this.state(write.officeId);
  }

  private async stateIn(reading: Reading, officeId: string): Promise<ChainState> {
    const { rows: [floor] } = await reading.run<{ entry_number: number | string; entry_hash: string }>('SELECT entry_number, entry_hash FROM floor WHERE office_id = ?', [officeId]);
    const { rows: [last] } = await reading.run<{ at: number | string; person_id: string | null; name: string | null; data: string }>(
      `SELECT a.at, a.person_id, p.name, a.data FROM audit_entry a LEFT JOIN person p ON p.id = a.person_id
       WHERE a.office_id = ? AND a.kind = 'register_verified' ORDER BY a.at DESC, a.id DESC LIMIT 1`, [officeId]);
    return {
      entries: Number(floor?.entry_number ?? 0), head: floor && Number(floor.entry_number) > 0 ? floor.entry_hash : '',
      lastVerification: last ? { ...(JSON.parse(last.data) as Found), at: Number(last.at), by: last.person_id === null ? null : { id: last.person_id, name: last.name ?? '' } } : null,
    };
  }
}

function rowOf(row: EntryRow): RegisterRow {
  // An entry somebody wrote over is shown all the same; verifying names it.
  const { decision = null, ...content } = (storedJson(row.content) ?? {}) as Record<string, unknown> & { readonly decision?: ReceptionDecision | null };
  return {
    number: Number(row.number), at: Number(row.at), kind: row.kind, by: row.by_person === null ? null : { id: row.by_person, name: row.by_name ?? '' }, about: row.about || null,
    corrects: row.corrects === null ? null : Number(row.corrects), decision, content, sealed: row.commitment !== null, hash: row.hash.slice(0, shownOfHash),
  };
}

function foundBy({ chain, postings, ledgerFault, lineFits, headFits, claims, money }: Verification): Found {
  const fault = chain.fault ? { part: 'entry' as const, number: chain.fault.number, code: chain.fault.fault }
    : ledgerFault ? { part: 'posting' as const, number: ledgerFault.seq, code: ledgerFault.fault }
    : !headFits ? { part: 'head' as const, number: null, code: 'head_differs' }
    : !lineFits ? { part: 'line' as const, number: null, code: 'line_differs' }
    : claims.fault ? { part: 'claim' as const, number: claims.fault.entry, code: claims.fault.fault }
    : money.fault ? { part: 'money' as const, number: money.fault.entry, code: `${money.fault.part}_${money.fault.fault}` }
    : null;
  return { entries: chain.entries, postings, head: chain.entries > 0 ? chain.head.hash : '', fault };
}
