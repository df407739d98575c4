import type { ReceptionDecision } from '@lunjie/contracts';
import { receive, type Arrival } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { ClaimRefreshes } from '../attribution/claim-refreshes';
import { Claims } from '../attribution/claims';
import type { CustomerRecord } from '../customers/customer-records';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import { addDuties } from './duties';
import { Reception } from './reception.entity';

export interface Received {
  readonly reception: Reception | null;
  readonly state: 'assigned' | 'waiting' | 'not_received';
}

/** Carries a reception's decision out: postings, the reception's row, the claim it gives, the duties it brings. */
@Injectable()
export class Receiving {
  constructor(
    private readonly ids: Ids,
    private readonly claims: Claims,
    private readonly refreshes: ClaimRefreshes,
  ) {}

  /** @param visitId the visit's id; its row is written by the caller, who knows the register entry's number */
  async receive(scene: Scene, visitId: string, arrival: Arrival, decision: ReceptionDecision, customer: CustomerRecord | null): Promise<Received> {
    const receptionId = this.ids.next();
    scene.post(receive(scene.floor, arrival, decision, scene.rules, { visit: visitId, reception: receptionId }, scene.now));
    const open = scene.floor.receptions[receptionId];
    if (!open) return { reception: null, state: decision.waits ? 'waiting' : 'not_received' };
    const reception: Reception = {
      id: receptionId, officeId: scene.officeId, visitId, agentId: open.agent, businessDate: scene.now.date, queue: open.queue, mode: open.mode,
      counts: open.counts, newCustomer: open.newCustomer, state: open.acceptBy === null ? 'receiving' : 'offered', startedAt: scene.now.at,
      acceptedAt: null, acceptBy: open.acceptBy, endedAt: null, outcome: null, form: {}, notCounted: null,
    };
    await scene.tx.append(Reception, [reception]);
    if (customer) await this.own(scene, arrival, decision, customer, open.agent);
    await addDuties(scene, this.ids, visitId, open.agent, decision.duties.filter((duty) => duty.when === 'now'));
    return { reception, state: 'assigned' };
  }

  /** Whose customer the visitor becomes by this reception. */
  private async own(scene: Scene, arrival: Arrival, decision: ReceptionDecision, customer: CustomerRecord, receiver: string): Promise<void> {
    const channel = arrival.request.channel ?? 'visit';
    const source = decision.ownership === 'escort' ? 'channel' : channel;
    const kind = scene.rules.policy.values.register.creates_claim_for[source] ?? 'none';
    const { referrerOwner, named } = decision.people;
    const owner = { receiver, none: null, keep: arrival.owner?.owner ?? receiver, referrer_owner: referrerOwner ?? receiver, named: customer.claim?.agent ?? named[0] ?? receiver, escort: arrival.request.escortedBy ?? receiver }[decision.ownership];
    const keeps = owner === null || (owner === customer.claim?.agent && arrival.owner?.lapsed !== true);
    // An owner's customer who came or called: that may keep the claim alive (P62, P63).
    if (customer.claim && (keeps || kind !== 'claim')) await this.refreshes.heard(scene, customer.id, [channel, 'activity']);
    if (keeps || kind === 'none') return;
    await this.claims.claim(scene, customer, owner, { because: decision.row, source, kind, isFresh: arrival.daysSinceContact === null });
    // A visit protects whoever brought the customer (P122).
    if (source === 'channel' && kind === 'claim') await this.refreshes.heard(scene, customer.id, [channel, 'activity']);
  }
}
