import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit';
import { Customers } from '../customers/customers';
import { Floors } from '../floor/floors';
import { Ledger, type Verification } from '../floor/ledger';
import type { Scene } from '../floor/scene';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Staff } from '../staff/staff';
import { doDuties } from './duties';
import { Visits } from './visits';

/** The register as people meet it: entries may be added to, never altered (002 §3). */
@Injectable()
export class RegisterActs {
  constructor(
    private readonly floors: Floors,
    private readonly audit: Audit,
    private readonly customers: Customers,
    private readonly staff: Staff,
    private readonly visits: Visits,
    private readonly ledger: Ledger,
    private readonly transactions: Transactions,
  ) {}

  /** An attempt to alter an entry: recorded, and refused whatever it was. @throws Problem 409 `register_immutable`, 404 `entry_not_found` */
  async alter(write: WriteContext, entry: number, field: string): Promise<never> {
    await this.floors.act(write, async (scene) => {
      await this.subjectOf(scene, entry);
      scene.enter({ kind: 'edit_refused', subject: null, content: { entry, field } });
      await this.audit.record(scene.tx, { officeId: write.officeId, personId: write.personId, kind: 'edit_refused', data: { entry, field }, at: scene.now.at });
      return null;
    });
    throw new Problem('register_immutable', 409, { entry });
  }

  /** A correction is a new entry that names the one it corrects; both stay readable. */
  correct(write: WriteContext, entry: number, given: { readonly field: string; readonly value: string; readonly reason: string }): Promise<{ readonly entry: number }> {
    return this.floors.act(write, async (scene) => {
      // It stands where the entry stands: on the page of the same customer, of the same visit.
      const subject = await this.subjectOf(scene, entry);
      return { entry: scene.enter({ kind: 'correction', subject, corrects: entry, content: { field: given.field, reason: given.reason }, personal: { value: given.value } }) };
    });
  }

  private async subjectOf({ tx, officeId }: Scene, entry: number): Promise<string | null> {
    const { rows: [row] } = await tx.run<{ subject_id: string | null }>('SELECT subject_id FROM register_entry WHERE office_id = ? AND number = ?', [officeId, entry]);
    if (!row) throw new Problem('entry_not_found', 404, { entry });
    return row.subject_id;
  }

  /** Somebody was told of a visit: recorded, and the duty to tell them is done. @throws Problem 404 `person_not_found` */
  notify(write: WriteContext, visitId: string, to: readonly string[], result: string): Promise<{ readonly entry: number }> {
    return this.floors.act(write, async (scene) => {
      await this.visits.byId(scene.tx, scene.officeId, visitId);
      const staff = await this.staff.people(scene.tx, scene.officeId);
      const told = staff.filter(({ id }) => to.includes(id));
      if (told.length < to.length) throw new Problem('person_not_found', 404);
      const addressed = [...to, ...told.flatMap(({ roles }) => roles)];
      for (const kind of ['notify_owner', 'report_large_order']) await doDuties(scene, visitId, kind, addressed);
      return { entry: scene.enter({ kind: 'notified', subject: visitId, content: { to }, personal: { result } }) };
    });
  }

  /** Enters that an agent met a customer before the office began with Lunjie: a visit or a call of the paper register. */
  earlierContact(write: WriteContext, given: { readonly customer: string; readonly agentId: string | null; readonly kind: 'visit' | 'call' }): Promise<{ readonly entry: number }> {
    return this.floors.act(write, async (scene) => {
      await this.customers.byId(scene.tx, scene.officeId, given.customer);
      await this.customers.met(scene, given.customer);
      return { entry: scene.enter({ kind: `earlier_${given.kind}`, subject: given.customer, content: { agent: given.agentId } }) };
    });
  }

  verify(officeId: string): Promise<Verification> {
    return this.transactions.read((reading) => this.ledger.verify(reading, officeId));
  }
}
