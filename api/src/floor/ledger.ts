import { digestOf } from '@lunjie/register';
import { agentOf, apply, emptyFloor, type Floor, type Posting, type PostingBody } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { Reading } from '../platform/database/tx';
import type { MoneyCheck } from './money-fault';
import { Register, storedJson, type ChainCheck } from '../register/register';
import { sha256 } from '../register/sha256';

export interface LedgerFault {
  readonly seq: number;
  readonly fault: 'posting_missing' | 'posting_differs';
}

/** What comparing the claims with the register found: whose customer is whose must be derivable from it alone. */
export interface ClaimsCheck {
  readonly claims: number;
  readonly fault: { readonly entry: number; readonly fault: 'claim_missing' | 'claim_differs' | 'claim_not_entered' | 'claims_overlap' | 'pool_differs' } | null;
}

/** What verifying an office found. `fault` names the first thing that does not fit; null where all does. */
export interface Verification {
  readonly officeId: string;
  readonly chain: ChainCheck;
  readonly postings: number;
  readonly ledgerFault: LedgerFault | null;
  /** Whether the stored line is what the postings fold to, and the stored head the chain's. */
  readonly lineFits: boolean;
  readonly headFits: boolean;
  readonly claims: ClaimsCheck;
  readonly money: MoneyCheck;
}

interface Cover {
  readonly from: number;
  readonly to: number;
  readonly digest: string;
}

interface StoredPosting {
  readonly seq: number | string;
  readonly at: number | string;
  readonly entry_number: number | string;
  readonly kind: string;
  readonly agent_id: string | null;
  readonly body: string;
}

const readAtOnce = 1_000;

/** Folds a ledger act by act; an act is folded only once the register vouches for it. */
class Folding {
  floor: Floor = emptyFloor;
  seq = 0;
  fault: LedgerFault | null = null;
  private entry = 0;
  private act: Posting[] = [];

  constructor(private readonly covers: ReadonlyMap<number, Cover>) {}

  /** Takes the next row; false once something does not fit. */
  take(row: StoredPosting): boolean {
    const entry = Number(row.entry_number);
    if (entry !== this.entry && !this.close()) return false;
    const next = this.seq + this.act.length + 1;
    if (Number(row.seq) !== next) return this.fails({ seq: next, fault: 'posting_missing' });
    const posting = { ...(storedJson(row.body) as PostingBody), at: Number(row.at) };
    // What rows are found by must be what the body says.
    if (row.kind !== posting.kind || row.agent_id !== agentOf(posting)) return this.fails({ seq: next, fault: 'posting_differs' });
    this.entry = entry;
    this.act.push(posting);
    return true;
  }

  /** Folds the act that is complete now. */
  close(): boolean {
    if (this.act.length === 0) return true;
    const from = this.seq + 1;
    const cover = this.covers.get(this.entry);
    const to = this.seq + this.act.length;
    if (cover?.from !== from || cover.to !== to || cover.digest !== digestOf(this.act, sha256)) {
      return this.fails(cover && cover.to > to ? { seq: to + 1, fault: 'posting_missing' } : { seq: from, fault: 'posting_differs' });
    }
    for (const posting of this.act) this.floor = apply(this.floor, posting);
    this.seq = to;
    this.act = [];
    return true;
  }

  private fails(fault: LedgerFault): false {
    this.fault = fault;
    return false;
  }
}

/** Re-reads the turn ledger and the register against each other and against the stored line. */
@Injectable()
export class Ledger {
  private claimsOf: (reading: Reading, officeId: string) => Promise<ClaimsCheck> = async () => ({ claims: 0, fault: null });

  private moneyOf: (reading: Reading, officeId: string) => Promise<MoneyCheck> = async () => ({ rows: 0, fault: null });

  constructor(private readonly register: Register) {}

  /** Lets the room that keeps the claims compare them with the register. */
  comparesClaims(check: (reading: Reading, officeId: string) => Promise<ClaimsCheck>): void {
    this.claimsOf = check;
  }

  /** Lets the room that compares units, deals and their money do so. */
  comparesMoney(check: (reading: Reading, officeId: string) => Promise<MoneyCheck>): void {
    this.moneyOf = check;
  }

  async verify(reading: Reading, officeId: string): Promise<Verification> {
    const chain = await this.register.check(reading, officeId);
    const { rows } = await reading.run<{ seq: number | string; entry_number: number | string; entry_hash: string; state: string }>(
      'SELECT seq, entry_number, entry_hash, state FROM floor WHERE office_id = ?', [officeId]);
    const folded = await this.folded(reading, officeId);
    const stored = rows[0];
    return {
      officeId, chain, postings: folded.seq, ledgerFault: folded.fault,
      lineFits: stored ? Number(stored.seq) === folded.seq && isDeepStrictEqual(storedJson(stored.state), JSON.parse(JSON.stringify(folded.floor))) : folded.seq === 0,
      headFits: stored ? Number(stored.entry_number) === chain.head.number && stored.entry_hash === chain.head.hash : chain.entries === 0,
      claims: await this.claimsOf(reading, officeId),
      money: await this.moneyOf(reading, officeId),
    };
  }

  private async folded(reading: Reading, officeId: string): Promise<Folding> {
    const covers = await this.covers(reading, officeId);
    const folding = new Folding(covers);
    let after = 0;
    for (;;) {
      const { rows } = await reading.run<StoredPosting>(
        `SELECT seq, at, entry_number, kind, agent_id, body FROM turn_posting WHERE office_id = ? AND seq > ? ORDER BY seq LIMIT ${readAtOnce}`, [officeId, after]);
      if (!rows.every((row) => folding.take(row))) return folding;
      if (rows.length < readAtOnce) break;
      after = Number(rows.at(-1)?.seq);
    }
    const last = Math.max(0, ...[...covers.values()].map(({ to }) => to));
    if (folding.close() && folding.seq < last) folding.fault = { seq: folding.seq + 1, fault: 'posting_missing' };
    return folding;
  }

  private async covers(reading: Reading, officeId: string): Promise<ReadonlyMap<number, Cover>> {
    const { rows } = await reading.run<{ number: number | string; content: string }>('SELECT number, content FROM register_entry WHERE office_id = ?', [officeId]);
    return new Map(rows.flatMap((row) => {
      const ledger = (storedJson(row.content) as { readonly ledger?: Cover } | null | undefined)?.ledger;
      return ledger ? [[Number(row.number), ledger] as const] : [];
    }));
  }
}
