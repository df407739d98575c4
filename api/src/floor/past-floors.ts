import { apply, emptyFloor, type Floor, type Posting, type PostingBody } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import type { Reading } from '../platform/database/tx';

/** The floor after the act that ended with a posting. */
interface Folded {
  readonly seq: number;
  /** The register entry of the last posting folded in. */
  readonly entry: number;
  readonly floor: Floor;
}

const readAtOnce = 1_000;
const mostKept = 16;
const beginning: Folded = { seq: 0, entry: 0, floor: emptyFloor };

/** The floor as it stood earlier: the fold of the turn ledger up to there. */
@Injectable()
export class PastFloors {
  /** Where an office's last look back began. The ledger only grows, so what was folded once stays so. */
  private readonly kept = new Map<string, Folded>();

  /**
   * The floor as it stood just before each of some acts.
   * @param entries the numbers of the acts' first register entries, ascending
   */
  async before(reading: Reading, officeId: string, entries: readonly number[]): Promise<ReadonlyMap<number, Floor>> {
    const floors = new Map<number, Floor>();
    const [first] = entries;
    if (first === undefined) return floors;
    const known = this.kept.get(officeId);
    let last = known && known.entry < first ? known : beginning;
    let next = 0;
    const reach = (entry: number): void => {
      for (let due = entries[next]; due !== undefined && due <= entry; due = entries[next += 1]) {
        floors.set(due, last.floor);
        if (next === 0) this.keep(officeId, last);
      }
    };
    while (next < entries.length) {
      const { rows } = await reading.run<{ seq: number | string; at: number | string; entry_number: number | string; body: string }>(
        `SELECT seq, at, entry_number, body FROM turn_posting WHERE office_id = ? AND seq > ? ORDER BY seq LIMIT ${readAtOnce}`, [officeId, last.seq]);
      for (const row of rows) {
        reach(Number(row.entry_number));
        if (next === entries.length) return floors;
        const posting = { ...(JSON.parse(row.body) as PostingBody), at: Number(row.at) } as Posting;
        last = { seq: Number(row.seq), entry: Number(row.entry_number), floor: apply(last.floor, posting) };
      }
      if (rows.length < readAtOnce) reach(Infinity);
    }
    return floors;
  }

  private keep(officeId: string, folded: Folded): void {
    this.kept.delete(officeId);
    this.kept.set(officeId, folded);
    if (this.kept.size > mostKept) this.kept.delete(this.kept.keys().next().value ?? '');
  }
}
