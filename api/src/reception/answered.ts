import type { Says } from '@lunjie/contracts';
import { queueFor, type CallVerdict } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import type { CustomerRecord } from '../customers/customer-records';
import type { Scene } from '../floor/scene';
import { undoUntil } from './arrivals';
import { Reception, Visit } from './reception.entity';

/** An answered call as the reception keeps it: a visit of the channel `call` whose reception is over as it is entered. */
@Injectable()
export class Answered {
  /** @param id of the call: its visit and its reception bear it too */
  async keep(scene: Scene, id: string, { customer, says, verdict, entryNumber }: { readonly customer: CustomerRecord | null; readonly says: Says; readonly verdict: CallVerdict; readonly entryNumber: number }): Promise<void> {
    const { officeId, now, tx, rules } = scene;
    const { decision, turn } = verdict;
    const { chosen } = decision;
    const visit: Visit = {
      id, officeId, at: now.at, businessDate: now.date, channel: 'call', customerId: customer?.id ?? null, label: customer?.label ?? '', state: chosen === null ? 'not_received' : 'assigned',
      visitorClass: decision.visitorClass, mode: decision.mode, counts: decision.counts, receiverId: chosen, handedBackBy: null, receptionId: chosen === null ? null : id, partySize: null,
      policyVersion: decision.policyVersion, entryNumber, undoUntil: undoUntil(scene), declined: [], request: { channel: 'call', says }, decision,
    };
    await tx.append(Visit, [visit]);
    if (chosen === null) return;
    const reception: Reception = {
      id, officeId, visitId: id, agentId: chosen, businessDate: now.date, queue: queueFor(rules, 'call'), mode: turn.mode, counts: turn.counts, newCustomer: rules.newClasses.has(decision.visitorClass),
      state: decision.mode === 'reversed' ? 'reversed' : 'ended', startedAt: now.at, acceptedAt: null, acceptBy: null, endedAt: now.at, outcome: 'enquiry_only', form: {}, notCounted: null,
    };
    await tx.append(Reception, [reception]);
  }
}
