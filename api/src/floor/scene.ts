import { fold, type CreditEnds, type Floor, type OfficeMoment, type Posting, type PostingBody, type Rules } from '@lunjie/rotation';
import type { Tx } from '../platform/database/tx';
import type { NewEntry } from '../register/register';

export interface SceneSetting {
  readonly tx: Tx;
  readonly officeId: string;
  /** Who acts; null where the office's own clock does. */
  readonly by: string | null;
  readonly floor: Floor;
  readonly seq: number;
  readonly entryNumber: number;
  readonly rules: Rules;
  readonly now: OfficeMoment;
  readonly ends: CreditEnds;
  readonly zone: string;
}

/** One act on an office's floor, under its lock: what is read, what is posted, what is entered. */
export class Scene {
  readonly postings: Posting[] = [];
  readonly entries: NewEntry[] = [];
  private current: Floor;

  constructor(private readonly setting: SceneSetting) {
    this.current = setting.floor;
  }

  get tx(): Tx { return this.setting.tx; }
  get officeId(): string { return this.setting.officeId; }
  get by(): string | null { return this.setting.by; }
  get rules(): Rules { return this.setting.rules; }
  get now(): OfficeMoment { return this.setting.now; }
  get ends(): CreditEnds { return this.setting.ends; }
  get zone(): string { return this.setting.zone; }

  /** The floor with what this act has posted so far. */
  get floor(): Floor { return this.current; }

  /** The number of the last posting once this act is written. */
  get seq(): number { return this.setting.seq + this.postings.length; }

  /** Posts to the turn ledger; the floor moves at once. */
  post(bodies: readonly PostingBody[]): void {
    const postings = bodies.map((body): Posting => ({ ...body, at: this.now.at }));
    this.postings.push(...postings);
    this.current = fold(postings, this.current);
  }

  /** Enters into the register and answers the entry's number. */
  enter(entry: NewEntry): number {
    this.entries.push(entry);
    return this.setting.entryNumber + this.entries.length;
  }
}
