import type { ArrivalAnswer, ArrivalProposal, ArrivalRequest, ReceptionDecision, VisitRow } from '@lunjie/contracts';
import { decideReception, withdraw } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { Claims } from '../attribution/claims';
import { Rulings } from '../attribution/rulings';
import { knownCustomer, type CustomerRecord } from '../customers/customer-records';
import { Customers } from '../customers/customers';
import { KnownHouseholds } from '../customers/known-households';
import { Referrals } from '../customers/referrals';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { ArrivalFacts } from './arrival-facts';
import { dropDuties } from './duties';
import { Receiving } from './receiving';
import { Visit, type KeptRequest } from './reception.entity';
import { Visits } from './visits';

const seconds = { second: 1, minute: 60, hour: 3_600, day: 86_400, week: 604_800, month: 2_592_000 };

/** @throws Problem 409 `day_not_open` */
export function mustBeOpen({ floor, now }: Pick<Scene, 'floor' | 'now'>): void {
  if (!floor.day.open || floor.day.date !== now.date) throw new Problem('day_not_open', 409);
}

/** Until when what is decided now can be taken back; null = not at all. */
export function undoUntil(scene: Scene): number | null {
  const window = undoSeconds(scene);
  return window > 0 ? scene.now.at + window * 1000 : null;
}

function undoSeconds(scene: Pick<Scene, 'rules'>): number {
  const window = scene.rules.policy.values.rotation.undo_window;
  return window === null ? 0 : window.amount * seconds[window.unit];
}

/** A visit only asks the way: there is nobody to register. */
const passersBy = ['seeker_or_directions'];

/** Arrivals: proposed, confirmed, taken back. */
@Injectable()
export class Arrivals {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly facts: ArrivalFacts,
    private readonly receiving: Receiving,
    private readonly claims: Claims,
    private readonly rulings: Rulings,
    private readonly customers: Customers,
    private readonly households: KnownHouseholds,
    private readonly referrals: Referrals,
    private readonly visits: Visits,
    private readonly officeTime: OfficeTime,
  ) {}

  /** What would be decided now. Nothing is written. */
  async propose(officeId: string, request: ArrivalRequest): Promise<ArrivalProposal> {
    return this.transactions.read(async (reading) => {
      const zone = await this.officeTime.zone(reading, officeId);
      const now = momentIn(zone, this.clock.now());
      const { floor, rules, seq } = await this.floors.now(reading, officeId);
      mustBeOpen({ floor, now });
      const { arrival, customer } = await this.facts.gather(reading, officeId, zone, now, request, rules);
      return {
        decision: decideReception(floor, arrival, rules, now), known: customer ? knownCustomer(customer, zone, now.date) : null,
        policyName: rules.policy.name.zh, seq, undoSeconds: undoSeconds({ rules }),
      };
    });
  }

  /**
   * Decides, and writes what was decided (design: the way of an arrival).
   * @throws Problem 409 `day_not_open`, 409 `line_moved` when the receiver is not the one the desk saw
   */
  confirm(write: WriteContext, request: ArrivalRequest): Promise<ArrivalAnswer> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, floor, rules, now, zone } = scene;
      mustBeOpen(scene);
      const { arrival, customer: known, alike } = await this.facts.gather(tx, officeId, zone, now, request, rules);
      const decision = decideReception(floor, arrival, rules, now);
      this.expect(request.expectedReceiver, decision);
      const customer = await this.identify(scene, request, decision, known);
      const id = this.ids.next();
      const { name, phone, note, expectedReceiver: _seen, ...kept } = request;
      const entryNumber = scene.enter({
        kind: 'visit', subject: id, personal: name || phone || note ? { name: name ?? null, phone: phone ?? null, note: note ?? null } : null,
        content: { request: kept, customer: customer?.id ?? null, decision },
      });
      const { reception, state } = await this.receiving.receive(scene, id, arrival, decision, customer);
      const visit = await this.insert(scene, { id, customer, kept, decision, receptionId: reception?.id ?? null, state, entryNumber });
      if (customer && !known) this.households.pointOut(scene, customer.id, decision.chosen, alike, 'alike');
      if (customer && kept.broughtBy?.customers) await this.referrals.enter(scene, { customer: customer.id, referrers: kept.broughtBy.customers, askedFor: kept.says.requests != null, visitId: id });
      await this.rulings.arrived(scene, customer?.id ?? null, decision);
      return { visit: await this.visits.begun(tx, visit, reception, customer), seq: scene.seq };
    });
  }

  /** @throws Problem 409 `line_moved` */
  expect(seen: string | null | undefined, decision: ReceptionDecision): void {
    if (seen !== undefined && seen !== decision.chosen) throw new Problem('line_moved', 409, { receiver: decision.chosen });
  }

  private async identify(scene: Scene, request: ArrivalRequest, decision: ReceptionDecision, known: CustomerRecord | null): Promise<CustomerRecord | null> {
    if (passersBy.includes(decision.visitorClass)) return known;
    if (!known) return this.customers.enter(scene, request.name?.trim() ?? '', request.phone || null, { visits: 1, source: request.channel ?? 'visit' });
    await this.customers.met(scene, known.id);
    return known;
  }

  private async insert(scene: Scene, given: { readonly id: string; readonly customer: CustomerRecord | null; readonly kept: KeptRequest; readonly decision: ReceptionDecision; readonly receptionId: string | null; readonly state: Visit['state']; readonly entryNumber: number }): Promise<Visit> {
    const { decision, kept, customer } = given;
    const visit: Visit = {
      id: given.id, officeId: scene.officeId, at: scene.now.at, businessDate: scene.now.date, channel: kept.channel ?? 'visit', customerId: customer?.id ?? null,
      label: customer?.label ?? '', state: given.state, visitorClass: decision.visitorClass, mode: decision.mode, counts: decision.counts,
      receiverId: decision.chosen, handedBackBy: null, receptionId: given.receptionId, partySize: kept.partySize ?? null,
      policyVersion: decision.policyVersion, entryNumber: given.entryNumber, undoUntil: undoUntil(scene),
      declined: [], request: kept, decision,
    };
    await scene.tx.append(Visit, [visit]);
    return visit;
  }

  /**
   * Takes an arrival back within the policy's window (P13): the turn, the reception and the claim it gave.
   * @throws Problem 409 `undo_too_late`, `already_undone`
   */
  undo(write: WriteContext, visitId: string): Promise<ArrivalAnswer> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now } = scene;
      const { row, reception } = await this.visits.byId(tx, officeId, visitId);
      if (row.state === 'undone') throw new Problem('already_undone', 409);
      if (row.undoUntil === null || now.at > row.undoUntil) throw new Problem('undo_too_late', 409);
      scene.enter({ kind: 'visit_undone', subject: visitId, corrects: row.entry, content: {} });
      if (row.state === 'waiting') scene.post([{ kind: 'waiting_ended', visit: visitId, how: 'undone' }]);
      if (reception) {
        scene.post(withdraw(scene.floor, scene.rules, reception, 'undone', scene.ends));
        await tx.run("UPDATE reception SET state = 'undone', ended_at = ? WHERE id = ?", [now.at, reception.id]);
        await this.disown(scene, row, reception.startedAt);
        await dropDuties(scene, visitId);
      }
      if (row.customerId !== null) await this.customers.unmet(scene, row.customerId, await this.visits.lastOf(tx, row.customerId, visitId));
      await tx.run("UPDATE visit SET state = 'undone', counts = 0, undo_until = NULL WHERE id = ?", [visitId]);
      return this.visits.answer(tx, officeId, visitId, scene.seq);
    });
  }

  /** Ends what a withdrawn reception and its ruling gave, and gives back the claim they had ended. */
  async disown(scene: Scene, { customerId, entry }: Pick<VisitRow, 'customerId' | 'entry'>, startedAt: number): Promise<void> {
    if (customerId === null) return;
    await this.rulings.withdraw(scene, customerId, startedAt, entry);
    await this.claims.withdrawClaim(scene, customerId, startedAt, entry);
  }
}
