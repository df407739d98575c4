import { successionPostings } from '@lunjie/commission';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SuccessionNews, type Succession } from '../attribution/succession-news';
import type { Scene } from '../floor/scene';
import { CommissionLedger } from './commission-ledger';
import { CommissionReleases } from './commission-releases';
import { StoredDeals } from './stored-deals';

/** Gives whoever takes over the customers of somebody who goes their part of the deals that run (P91). */
@Injectable()
export class DealSuccession implements OnModuleInit {
  constructor(
    private readonly news: SuccessionNews,
    private readonly stored: StoredDeals,
    private readonly ledger: CommissionLedger,
    private readonly releases: CommissionReleases,
  ) {}

  onModuleInit(): void {
    this.news.onSuccession((scene, news) => this.share(scene, news));
  }

  /** A deal in dispute is left to its ruling; what was released stays with who goes. */
  private async share(scene: Scene, { from, given }: Succession): Promise<void> {
    const { agent_leave_deal_percent: percent } = scene.rules.policy.values.attribution;
    if (percent === 0) return;
    const successors = new Map(given.map(({ customer, agent }) => [customer, agent]));
    for (const deal of await this.stored.list(scene.tx, scene.officeId, { agentId: from })) {
      const to = successors.get(deal.customerId);
      if (to === undefined || deal.endedDate !== null || deal.rulingId === null || deal.dispute === 'open') continue;
      await this.ledger.post(scene, deal.id, deal.rulingId, successionPostings(await this.ledger.accounts(scene.tx, deal.id), from, to, percent), { because: 'succession' });
      await this.releases.settle(scene, deal.id, new Set([from]));
    }
  }
}
