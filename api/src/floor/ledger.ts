import { digestOf } from '@lunjie/register';
import { apply, emptyFloor, type Floor, type Posting, type PostingBody } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { Reading } from '../platform/database/tx';
import { Register, type ChainCheck } from '../register/register';

/** What verifying an office found. `fault` names the first thing that does not fit; null where all does. */
export interface Verification {
  readonly officeId: string;
  readonly chain: ChainCheck;
  readonly postings: number;
  readonly ledgerFault: { readonly seq: number; readonly fault: 'posting_missing' | 'posting_differs' } | null;
  /** Whether the stored line is what the postings fold to, and the stored head the chain's. */
  readonly lineFits: boolean;
  readonly headFits: boolean;
}

interface Covering {
  readonly ledger?: { readonly from: number; readonly to: number; readonly digest: string };
}

const readAtOnce = 1_000;

/** Re-reads the turn ledger and the register against each other and against the stored line. */
@Injectable()
export class Ledger {
  constructor(private readonly register: Register) {}

  async verify(reading: Reading, officeId: string): Promise<Verification> {
    const chain = await this.register.check(reading, officeId);
    const { rows } = await reading.run<{ seq: number | string; entry_number: number | string; entry_hash: string; state: string }>(
      'SELECT seq, entry_number, entry_hash, state FROM floor WHERE office_id = ?', [officeId]);
    const folded = await this.folded(reading, officeId);
    const stored = rows[0];
    return {
      officeId, chain, postings: folded.seq, ledgerFault: folded.fault,
      lineFits: stored ? Number(stored.seq) === folded.seq && isDeepStrictEqual(JSON.parse(stored.state), JSON.parse(JSON.stringify(folded.floor))) : folded.seq === 0,
      headFits: stored ? Number(stored.entry_number) === chain.head.number && stored.entry_hash === chain.head.hash : chain.entries === 0,
    };
  }

  private async folded(reading: Reading, officeId: string): Promise<{ floor: Floor; seq: number; fault: Verification['ledgerFault'] }> {
    const covers = await this.covers(reading, officeId);
    let floor = emptyFloor;
    let seq = 0;
    let open = 0;
    let act: Posting[] = [];
    const actFits = (): boolean => {
      if (act.length === 0) return true;
      const cover = covers.get(open);
      return cover !== undefined && cover.to === seq && cover.from === seq - act.length + 1 && cover.digest === digestOf(act);
    };
    for (;;) {
      const { rows } = await reading.run<{ seq: number | string; at: number | string; entry_number: number | string; body: string }>(
        `SELECT seq, at, entry_number, body FROM turn_posting WHERE office_id = ? AND seq > ? ORDER BY seq LIMIT ${readAtOnce}`, [officeId, seq]);
      for (const row of rows) {
        const entry = Number(row.entry_number);
        if (open !== entry && !actFits()) return { floor, seq, fault: { seq, fault: 'posting_differs' } };
        if (Number(row.seq) !== seq + 1) return { floor, seq, fault: { seq: seq + 1, fault: 'posting_missing' } };
        const posting = { ...(JSON.parse(row.body) as PostingBody), at: Number(row.at) } as Posting;
        if (open !== entry) act = [];
        open = entry;
        act.push(posting);
        floor = apply(floor, posting);
        seq += 1;
      }
      if (rows.length < readAtOnce) return { floor, seq, fault: actFits() ? null : { seq, fault: 'posting_differs' } };
    }
  }

  private async covers(reading: Reading, officeId: string): Promise<ReadonlyMap<number, NonNullable<Covering['ledger']>>> {
    const { rows } = await reading.run<{ number: number | string; content: string }>('SELECT number, content FROM register_entry WHERE office_id = ?', [officeId]);
    return new Map(rows.flatMap((row) => {
      const { ledger } = JSON.parse(row.content) as Covering;
      return ledger ? [[Number(row.number), ledger] as const] : [];
    }));
  }
}
