import { releasablePoints } from '@lunjie/commission';
import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
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
  ) {}

  /**
   * Of a deal that is over nothing more is released, nor clawed back beyond what its end took back; while one is disputed
   * pay-out waits, and what was released before stays (P103).
   */
  async settle(scene: Scene, dealId: string): Promise<void> {
    const deal = await this.stored.byId(scene.tx, scene.officeId, dealId);
    const waits = scene.rules.policy.values.disputes.freeze && deal.dispute === 'open';
    if (deal.rulingId === null || deal.endedDate !== null || waits) return;
    await this.ledger.release(scene, dealId, deal.rulingId, await this.points(scene, deal));
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
