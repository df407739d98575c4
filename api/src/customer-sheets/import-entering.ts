import type { ImportView } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Claims } from '../attribution/claims';
import { Happenings } from '../attribution/happenings';
import { Customers } from '../customers/customers';
import { KnownHouseholds } from '../customers/known-households';
import type { Scene } from '../floor/scene';
import { ImportBatches, type StoredBatch } from './import-batches';
import { ImportPlans, type Planned } from './import-plans';

/** What was written for a row: whom it is about, and the last entry about them. */
interface Entered {
  readonly customerId: string | null;
  readonly entry: number | null;
}

/** Enters the rows of an import, a few in each act on the office's floor. */
@Injectable()
export class ImportEntering {
  constructor(
    private readonly batches: ImportBatches,
    private readonly plans: ImportPlans,
    private readonly customers: Customers,
    private readonly claims: Claims,
    private readonly happenings: Happenings,
    private readonly households: KnownHouseholds,
  ) {}

  /**
   * Settles the next rows. The caller holds the office's line, so that whoever else works on this import waits and then
   * sees these rows settled. Answers whether the import is finished.
   */
  async step(scene: Scene, batchId: string, most: number): Promise<boolean> {
    const { tx, officeId } = scene;
    const batch = await this.batches.locked(tx, officeId, batchId);
    if (batch.state !== 'running') return true;
    const open = await this.batches.open(tx, batch.id, most);
    const setting = { officeId, today: scene.now.date, identity: scene.rules.policy.values.identity, mapping: batch.mapping };
    const plan = await this.plans.plan(tx, setting, open);
    for (const [index, planned] of plan.entries()) {
      const written = await this.enter(scene, batch, planned);
      await this.batches.settle(tx, open[index]?.id ?? '', { state: planned.outcome, remarks: planned.remarks, ...written });
    }
    if (open.length === most) return false;
    await this.finish(scene, batch);
    return true;
  }

  /** Leaves out the next row, which could not be entered by itself. */
  async leaveOut(scene: Scene, batchId: string): Promise<void> {
    const batch = await this.batches.locked(scene.tx, scene.officeId, batchId);
    const [next] = batch.state === 'running' ? await this.batches.open(scene.tx, batch.id, 1) : [];
    if (next) await this.batches.settle(scene.tx, next.id, { state: 'faulty', remarks: [{ field: null, reason: 'not_entered', like: null }], customerId: null, entry: null });
  }

  private async enter(scene: Scene, batch: StoredBatch, planned: Planned): Promise<Entered> {
    if (planned.outcome === 'enter') return this.newCustomer(scene, batch, planned);
    return planned.outcome === 'again' ? this.registeredAgain(scene, batch, planned) : { customerId: null, entry: null };
  }

  /** The claim begins today; the day the sheet states is kept as what it states (003 §(五)1: nothing is registered backwards). */
  private async newCustomer(scene: Scene, batch: StoredBatch, { row, known }: Planned): Promise<Entered> {
    const customer = await this.customers.enter(scene, row.name, row.phone, { source: row.source ?? 'visit', gender: row.gender, grade: row.grade });
    if (row.secondPhone !== null) await this.customers.addPhone(scene, customer.id, row.secondPhone);
    if (known) this.households.pointOut(scene, customer.id, row.agent, [known.record], 'alike');
    const entry = this.stated(scene, batch, row, customer.id);
    if (row.agent === null) return { customerId: customer.id, entry };
    return { customerId: customer.id, entry: await this.claims.claim(scene, customer, row.agent, { because: 'registered', source: 'registration', isFresh: true }) };
  }

  /** Two agents call one customer theirs (撞单): noted with the customer's case, and theirs to settle who rules on it. */
  private async registeredAgain(scene: Scene, batch: StoredBatch, { row, known }: Planned): Promise<Entered> {
    // Known by an earlier row of this very piece: by now the register knows them.
    const customerId = known?.id ?? (row.phone === null ? null : (await this.customers.known(scene, row.name, row.phone)).same?.id) ?? null;
    if (customerId === null) return { customerId: null, entry: null };
    this.stated(scene, batch, row, customerId);
    return { customerId, entry: await this.happenings.record(scene, customerId, 'registered_again', row.agent, {}, null) };
  }

  private stated(scene: Scene, { id }: StoredBatch, row: Planned['row'], customerId: string): number {
    const { name, phone, secondPhone, note } = row;
    return scene.enter({
      kind: 'customer_imported', subject: customerId, content: { import: id, row: row.row, agent: row.agent, registeredOn: row.registeredOn, source: row.source, grade: row.grade },
      personal: { name, phone, ...secondPhone === null ? {} : { secondPhone }, ...note === null ? {} : { note } },
    });
  }

  private async finish(scene: Scene, batch: StoredBatch): Promise<void> {
    await scene.tx.run("UPDATE import_batch SET state = 'done', finished_at = ? WHERE id = ?", [scene.now.at, batch.id]);
    const { counts }: ImportView = await this.batches.view(scene.tx, batch, scene.now.at);
    scene.enter({ kind: 'customers_imported', subject: null, content: { import: batch.id, ...counts } });
  }
}
