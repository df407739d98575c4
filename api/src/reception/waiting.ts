import type { ArrivalAnswer } from '@lunjie/contracts';
import { decideReception } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { Rulings } from '../attribution/rulings';
import { Customers } from '../customers/customers';
import { Floors } from '../floor/floors';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { ArrivalFacts } from './arrival-facts';
import { Arrivals, mustBeOpen, undoUntil } from './arrivals';
import { Receiving } from './receiving';
import { Visits } from './visits';

/** Parties nobody could receive: offered again when somebody frees up (S0-12, SN-01). */
@Injectable()
export class Waiting {
  constructor(
    private readonly floors: Floors,
    private readonly visits: Visits,
    private readonly facts: ArrivalFacts,
    private readonly receiving: Receiving,
    private readonly arrivals: Arrivals,
    private readonly customers: Customers,
    private readonly rulings: Rulings,
  ) {}

  /**
   * Assigns a waiting party to whoever the rules now name.
   * @throws Problem 409 `not_waiting`, `still_nobody`, `line_moved`
   */
  assign(write: WriteContext, visitId: string, seen: string | null | undefined): Promise<ArrivalAnswer> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, zone, now } = scene;
      mustBeOpen(scene);
      const visit = await this.visits.byId(tx, officeId, visitId);
      if (visit.row.state !== 'waiting') throw new Problem('not_waiting', 409);
      const { arrival, customer } = await this.facts.gather(tx, officeId, zone, now, visit.request, scene.rules, visit.row.customerId, visit.declined);
      const decision = decideReception(scene.floor, arrival, scene.rules, now);
      if (decision.chosen === null) throw new Problem('still_nobody', 409);
      this.arrivals.expect(seen, decision);
      scene.enter({ kind: 'waiting_assigned', subject: visitId, content: { decision } });
      const { reception } = await this.receiving.receive(scene, visitId, arrival, decision, customer);
      await tx.run(
        `UPDATE visit SET state = 'assigned', visitor_class = ?, mode = ?, counts = ?, receiver_id = ?, reception_id = ?, decision = ?, policy_version = ?, undo_until = ? WHERE office_id = ? AND id = ?`,
        [decision.visitorClass, decision.mode, decision.counts ? 1 : 0, decision.chosen, reception?.id ?? null, JSON.stringify(decision), decision.policyVersion, undoUntil(scene), officeId, visitId],
      );
      await this.rulings.arrived(scene, customer?.id ?? null, decision);
      return this.visits.answer(tx, officeId, visitId, scene.seq);
    });
  }

  /** A receptionist takes contact details before the visitor leaves (SN-01). */
  contact(write: WriteContext, visitId: string, given: { readonly name?: string | undefined; readonly phone?: string | undefined }): Promise<ArrivalAnswer> {
    return this.floors.act(write, async (scene) => {
      const { row } = await this.visits.byId(scene.tx, scene.officeId, visitId);
      if (row.customerId === null) throw new Problem('not_waiting', 409);
      const fields = await this.customers.complete(scene, row.customerId, given);
      scene.enter({ kind: 'contact_taken', subject: visitId, content: { fields }, personal: { name: given.name ?? null, phone: given.phone ?? null } });
      return this.visits.answer(scene.tx, scene.officeId, visitId, scene.seq);
    });
  }

  /** The party leaves without having been received, or a visitor nobody received goes. */
  leave(write: WriteContext, visitId: string): Promise<ArrivalAnswer> {
    return this.floors.act(write, async (scene) => {
      const { row } = await this.visits.byId(scene.tx, scene.officeId, visitId);
      if (row.state !== 'waiting') throw new Problem('not_waiting', 409);
      scene.enter({ kind: 'left_waiting', subject: visitId, content: { waitedMs: scene.now.at - row.at } });
      scene.post([{ kind: 'waiting_ended', visit: visitId, how: 'left' }]);
      await scene.tx.run("UPDATE visit SET state = 'gone' WHERE office_id = ? AND id = ?", [scene.officeId, visitId]);
      return this.visits.answer(scene.tx, scene.officeId, visitId, scene.seq);
    });
  }
}
