import { departedFrom, releasablePoints } from '@lunjie/commission';
import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
import { Staff } from '../staff/staff';
import { CommissionLedger } from './commission-ledger';
import { Payments } from './payments';
import { StoredDeals, type StoredDeal } from './stored-deals';

/** Releases what of a commission may be paid out by now: after every step and every receipt (P143). */
@Injectable()
export class CommissionReleases {
  constructor(
    private readonly stored: StoredDeals,
    private readonly payments: Payments,
    private readonly ledger: CommissionLedger,
    private readonly staff: Staff,
  ) {}

  /**
   * Of a deal that is over nothing more is released, nor clawed back beyond what its end took back; while one is disputed
   * pay-out waits, and what was released before stays (P103).
   */
  async settle(scene: Scene, dealId: string): Promise<void> {
    const deal = await this.stored.byId(scene.tx, scene.officeId, dealId);
    const waits = scene.rules.policy.values.disputes.freeze && deal.dispute === 'open';
    if (deal.rulingId === null || deal.endedDate !== null || waits) return;
    const departed = await this.departed(scene, deal);
    if (departed.size > 0) await this.ledger.depart(scene, dealId, deal.rulingId, departed);
    await this.ledger.release(scene, dealId, deal.rulingId, await this.points(scene, deal), departed);
  }

  /** Agents who are gone and not paid for the deal any longer (P145). A closing that was entered counts as signed on its day. */
  private async departed(scene: Scene, deal: StoredDeal): Promise<ReadonlySet<string>> {
    const gone = await this.staff.gone(scene.tx, scene.officeId);
    if (gone.size === 0) return new Set();
    const progress = { signedOn: deal.signedDate ?? (deal.stage === 'closed' ? deal.businessDate : null), priceFen: deal.priceFen, paid: await this.payments.byDay(scene.tx, deal.id) };
    return departedFrom(gone, progress, scene.rules.policy.values.commission.departure_cutoff, scene.now.date);
  }

  private async points(scene: Scene, deal: StoredDeal): Promise<number> {
    const { commission } = scene.rules.policy.values;
    const received = await this.payments.received(scene.tx, deal.id);
    const isSigned = deal.stage === 'contract' || deal.stage === 'delivered' || deal.stage === 'closed';
    return releasablePoints({
      deposit: true, contract: isSigned, delivery: deal.stage === 'delivered', loan: received.loan, receivedFen: received.priceFen, priceFen: deal.priceFen,
      hasRecord: deal.decision?.facts.registration !== 'missing',
    }, commission);
  }
}
