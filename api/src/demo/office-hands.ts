import { randomUUID } from 'node:crypto';
import type { AbsenceReason, ArrivalRequest, ReceptionOutcome, VisitForm, VisitRow } from '@lunjie/contracts';
import { lineOf, openReceptionsOf, type Floor } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { Deals } from '../deals/deals';
import { DisputeRows } from '../disputes/dispute-rows';
import { DisputeSteps } from '../disputes/dispute-steps';
import { Floors } from '../floor/floors';
import { PenaltyAppeals } from '../penalties/penalty-appeals';
import { Penalties } from '../penalties/penalties';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Arrivals } from '../reception/arrivals';
import { BusinessDay } from '../reception/business-day';
import { Line } from '../reception/line';
import { Presence, type Asker } from '../reception/presence';
import { Receptions, type Actor } from '../reception/receptions';
import { RegisterActs } from '../reception/register-acts';
import { Registering } from '../reception/registering';
import { VisitForms } from '../reception/visit-forms';
import { Waiting } from '../reception/waiting';
import type { DemoOffice } from './demo-people';

/** The services behind the console's buttons. */
@Injectable()
export class OfficeServices {
  constructor(
    readonly clock: Clock,
    readonly transactions: Transactions,
    readonly floors: Floors,
    readonly arrivals: Arrivals,
    readonly day: BusinessDay,
    readonly line: Line,
    readonly presence: Presence,
    readonly receptions: Receptions,
    readonly register: RegisterActs,
    readonly registering: Registering,
    readonly forms: VisitForms,
    readonly waiting: Waiting,
    readonly disputes: DisputeSteps,
    readonly cases: DisputeRows,
    readonly deals: Deals,
    readonly penalties: Penalties,
    readonly appeals: PenaltyAppeals,
  ) {}
}

const visitQueue = 'visit';

/** What the people of the demo do, each with their own hands: through the same services, under their own names. */
export class OfficeHands {
  private readonly desk: string;
  private readonly manager: { readonly id: string; readonly name: string };

  constructor(
    private readonly services: OfficeServices,
    private readonly office: DemoOffice,
    /** The agents' ids in roster order. */
    readonly agents: readonly string[],
  ) {
    this.desk = office.people['desk'] ?? '';
    this.manager = { id: office.people['manager'] ?? '', name: '周经理' };
  }

  private write(personId: string): WriteContext {
    return { officeId: this.office.office.id, personId, key: randomUUID(), route: 'demo', body: null };
  }

  private asks(personId: string): Asker {
    return { personId, isAgent: true, mayActForOthers: false, isManager: false };
  }

  private acts(personId: string): Actor {
    return { personId, runsTheFloor: personId === this.desk || personId === this.manager.id };
  }

  async floor(): Promise<Floor> {
    const { floor } = await this.services.transactions.read((reading) => this.services.floors.now(reading, this.office.office.id));
    return floor;
  }

  /** Agents who could receive now, in line order: the first is up now, but for make-up turns. */
  async free(): Promise<readonly string[]> {
    const floor = await this.floor();
    const now = this.services.clock.now();
    return lineOf(floor, visitQueue).filter((id) => {
      const agent = floor.agents[id];
      return agent?.out === null && (agent.suspendedUntil ?? now) <= now && openReceptionsOf(floor, id).length === 0;
    });
  }

  /** Whether a reception still goes on. */
  async goesOn(reception: string): Promise<boolean> {
    return reception in (await this.floor()).receptions;
  }

  signIn(agent: string): Promise<void> {
    return this.services.presence.signIn(this.write(agent), this.asks(agent));
  }

  out(agent: string, reason: AbsenceReason, expectedBackAt: number, note: string | null = null): Promise<void> {
    return this.services.presence.out(this.write(agent), this.asks(agent), { reason, note, expectedBackAt });
  }

  back(agent: string): Promise<void> {
    return this.services.presence.back(this.write(agent), this.asks(agent));
  }

  async arrive(request: ArrivalRequest): Promise<VisitRow> {
    return (await this.services.arrivals.confirm(this.write(this.desk), request)).visit;
  }

  async undo(visitId: string): Promise<void> {
    await this.services.arrivals.undo(this.write(this.desk), visitId);
  }

  /** The desk presses the bell: whoever can now receives a waiting party. */
  async assign(visitId: string): Promise<VisitRow> {
    return (await this.services.waiting.assign(this.write(this.desk), visitId, undefined)).visit;
  }

  async saveForm(agent: string, reception: string, part: VisitForm): Promise<void> {
    await this.services.forms.save(this.write(agent), reception, part);
  }

  async end(agent: string, reception: string, outcome: ReceptionOutcome): Promise<void> {
    await this.services.receptions.end(this.write(agent), reception, { outcome }, this.acts(agent));
  }

  /** The agent hands a customer to the colleague who received them before. */
  async handBack(agent: string, reception: string, owner: string): Promise<VisitRow> {
    return (await this.services.receptions.ownerDiscovered(this.write(agent), reception, owner, this.acts(agent))).visit;
  }

  async claimNotCounted(agent: string, reception: string, visitorClass: string, note: string): Promise<void> {
    await this.services.receptions.claimNotCounted(this.write(agent), reception, { visitorClass, visitorPresent: true, note }, this.acts(agent));
  }

  async ruleNotCounted(reception: string, accepted: boolean, note: string): Promise<void> {
    await this.services.receptions.ruleNotCounted(this.write(this.manager.id), reception, accepted, note, { ...this.manager, roles: ['manager'] });
  }

  suspend(agent: string, until: number, reason: string): Promise<void> {
    return this.services.line.suspend(this.write(this.manager.id), agent, until, reason);
  }

  /** The manager moves an agent to the head of the line. */
  async moveToHead(agent: string, reason: string): Promise<void> {
    const order = lineOf(await this.floor(), visitQueue);
    await this.services.line.reorder(this.write(this.manager.id), visitQueue, [agent, ...order.filter((each) => each !== agent)], reason);
  }

  async correct(entry: number, field: string, value: string, reason: string): Promise<void> {
    await this.services.register.correct(this.write(this.desk), entry, { field, value, reason });
  }

  closeDay(): Promise<void> {
    return this.services.day.close(this.write(this.manager.id));
  }
}
