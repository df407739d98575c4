import { agentOf, compileRules, emptyFloor, Refusal, type Floor, type Posting, type Rules } from '@lunjie/rotation';
import { digestOf, emptyChain } from '@lunjie/register';
import { Injectable } from '@nestjs/common';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { isUniqueViolation } from '../platform/database/failures';
import { Transactions } from '../platform/database/transactions';
import type { Reading, Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Writes } from '../platform/idempotency/writes';
import { Policies } from '../policies/policies';
import type { PolicyInForce } from '../policies/policies';
import { Register } from '../register/register';
import { sha256 } from '../register/sha256';
import { FloorRow, TurnPosting } from './floor.entity';
import { endsIn, momentIn } from './office-moment';
import { Scene } from './scene';

interface StoredFloor {
  readonly version: number | string;
  readonly seq: number | string;
  readonly entry_number: number | string;
  readonly entry_hash: string;
  readonly state: string;
}

export interface FloorNow {
  readonly floor: Floor;
  readonly version: number;
  readonly seq: number;
  readonly rules: Rules;
}

/** The one way to write on an office's floor: lock, decide, post, enter, all in one transaction. */
@Injectable()
export class Floors {
  /** Compiled once a version; versions never change. */
  private readonly compiled = new WeakMap<PolicyInForce['policy'], Rules>();

  constructor(
    private readonly clock: Clock,
    private readonly writes: Writes,
    private readonly transactions: Transactions,
    private readonly policies: Policies,
    private readonly register: Register,
    private readonly officeTime: OfficeTime,
  ) {}

  /**
   * Carries out a request once, however often it arrives (see `Writes.run`).
   * @throws Problem for what the rules refuse now, in the code of the refusal
   */
  act<T>(write: WriteContext, work: (scene: Scene) => Promise<T>): Promise<T> {
    return this.writes.run(write, (tx) => this.within(tx, write.officeId, write.personId, work));
  }

  /** An act of the office's own clock: nobody requested it, so there is nothing to answer twice. */
  actByClock<T>(officeId: string, work: (scene: Scene) => Promise<T>): Promise<T> {
    return this.transactions.transaction((tx) => this.within(tx, officeId, null, work));
  }

  /** An act as part of a transaction that is already open. */
  async within<T>(tx: Tx, officeId: string, by: string | null, work: (scene: Scene) => Promise<T>): Promise<T> {
    const zone = await this.officeTime.zone(tx, officeId);
    const stored = await this.locked(tx, officeId);
    const at = this.clock.now();
    const rules = this.rulesOf(await this.policies.inForce(tx, officeId, at));
    const scene = new Scene({
      tx, officeId, by, zone, rules, floor: JSON.parse(stored.state) as Floor, seq: Number(stored.seq), entryNumber: Number(stored.entry_number),
      now: momentIn(zone, at), ends: endsIn(zone, at),
    });
    try {
      const answer = await work(scene);
      await this.write(scene, stored);
      return answer;
    } catch (error) {
      if (error instanceof Refusal) throw new Problem(error.code, 409, error.data);
      throw error;
    }
  }

  /** The floor as it stands, without a lock. */
  async now(reading: Reading, officeId: string): Promise<FloorNow> {
    const { rows } = await reading.run<StoredFloor>('SELECT version, seq, entry_number, entry_hash, state FROM floor WHERE office_id = ?', [officeId]);
    const rules = this.rulesOf(await this.policies.inForce(reading, officeId, this.clock.now()));
    const stored = rows[0];
    return stored
      ? { floor: JSON.parse(stored.state) as Floor, version: Number(stored.version), seq: Number(stored.seq), rules }
      : { floor: emptyFloor, version: 0, seq: 0, rules };
  }

  private rulesOf({ policy, version }: PolicyInForce): Rules {
    const known = this.compiled.get(policy);
    if (known) return known;
    const rules = compileRules(policy, version);
    this.compiled.set(policy, rules);
    return rules;
  }

  /** Reading the office's row locks it: one writer an office at a time. */
  private async locked(tx: Tx, officeId: string): Promise<StoredFloor> {
    const read = () => tx.lock<StoredFloor>('SELECT version, seq, entry_number, entry_hash, state FROM floor WHERE office_id = ?', [officeId]);
    const [stored] = (await read()).rows;
    if (stored) return stored;
    await this.begin(tx, officeId);
    const [begun] = (await read()).rows;
    if (!begun) throw new Problem('office_not_found', 404);
    return begun;
  }

  private async begin(tx: Tx, officeId: string): Promise<void> {
    try {
      await tx.insert(FloorRow, [{ officeId, version: 0, seq: 0, entryNumber: emptyChain.number, entryHash: emptyChain.hash, state: emptyFloor }]);
    } catch (error) {
      // Another process began the office's floor: the insert waited for its commit, so now the row can be read.
      if (!isUniqueViolation(error)) throw error;
    }
  }

  private async write(scene: Scene, stored: StoredFloor): Promise<void> {
    const { tx, officeId, postings } = scene;
    const first = Number(stored.seq) + 1;
    const entryNumber = Number(stored.entry_number) + 1;
    const entries = scene.entries.length > 0 || postings.length === 0 ? scene.entries : [{ kind: 'line' as const, subject: null, content: {} }];
    // The act's first entry covers its postings: neither can be altered without the other telling.
    const covered = entries.map((entry, index) => index === 0 && postings.length > 0
      ? { ...entry, content: { ...entry.content, ledger: { from: first, to: scene.seq, digest: digestOf(postings, sha256) } } } : entry);
    const head = await this.register.append(tx, { officeId, at: scene.now.at, businessDate: scene.now.date, by: scene.by },
      { number: Number(stored.entry_number), hash: stored.entry_hash }, covered);
    await tx.append(TurnPosting, postings.map((posting, index) => this.rowOf(scene, posting, first + index, entryNumber)));
    await tx.write('UPDATE floor SET version = version + 1, seq = ?, entry_number = ?, entry_hash = ?, state = ? WHERE office_id = ?',
      [scene.seq, head.number, head.hash, JSON.stringify(scene.floor), officeId]);
    tx.emit(officeId, { seq: Number(stored.version) + 1, kind: 'changed' });
  }

  private rowOf(scene: Scene, posting: Posting, seq: number, entryNumber: number): TurnPosting {
    const { at, ...body } = posting;
    const reception = 'reception' in posting ? posting.reception : null;
    return {
      officeId: scene.officeId, seq, at, businessDate: scene.now.date, kind: posting.kind, agentId: agentOf(posting),
      receptionId: typeof reception === 'string' ? reception : reception?.id ?? null, entryNumber, body,
    };
  }
}
