import { divide } from '@lunjie/commission';
import type { CommissionRow, DealDispute, Portion, RulingRow } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { ConflictNews } from '../attribution/conflict-news';
import { Rulings } from '../attribution/rulings';
import type { Scene } from '../floor/scene';
import type { PolicyInForce } from '../policies/policies';
import { CommissionLedger } from './commission-ledger';
import { CommissionReleases } from './commission-releases';
import { StoredDeals } from './stored-deals';

/** What a dispute does to deals: pay-out waits while it is open, and its end gives them to whom it names (P102, P103). */
@Injectable()
export class DisputedDeals {
  constructor(
    private readonly news: ConflictNews,
    private readonly rulings: Rulings,
    private readonly stored: StoredDeals,
    private readonly ledger: CommissionLedger,
    private readonly releases: CommissionReleases,
  ) {}

  /** How a deal that begins now stands: disputed where several call it theirs, or a case about the customer is open. */
  async standing({ tx, officeId }: Scene, customerId: string, claimedBy: readonly string[]): Promise<DealDispute> {
    if (claimedBy.length > 1) return 'open';
    const { rows } = await tx.run("SELECT id FROM dispute WHERE office_id = ? AND customer_id = ? AND state IN ('open', 'appealed') LIMIT 1", [officeId, customerId]);
    return rows.length > 0 ? 'open' : 'none';
  }

  /** Tells of a deal that was entered and is disputed, so that a case is opened or the one that is open has it. */
  async tell(scene: Scene, { customer, deal, claimedBy, dispute }: { readonly customer: string; readonly deal: string; readonly claimedBy: readonly string[]; readonly dispute: DealDispute }): Promise<void> {
    if (claimedBy.length > 1) await this.news.met(scene, { customer, parties: claimedBy, kind: 'deal_claimed', deal });
    if (dispute === 'open') await this.news.dealt(scene, { customer, deal });
  }

  /** Pay-out of a customer's latest deal waits from now on: it is disputed. Answers its id, or null where there is none. */
  async contest(scene: Scene, customerId: string): Promise<string | null> {
    const [latest] = await this.stored.list(scene.tx, scene.officeId, { customerId, most: 1 });
    if (!latest || latest.endedDate !== null) return null;
    await this.stored.set(scene.tx, latest.id, { dispute: 'open' });
    return latest.id;
  }

  /** Pay-out waits again: the ruling on a deal is appealed. */
  async reopen(scene: Scene, dealId: string): Promise<void> {
    await this.stored.set(scene.tx, dealId, { dispute: 'open' });
  }

  /** Pay-out waits no longer: what was posted stands. */
  async released(scene: Scene, dealId: string, outcome: Exclude<DealDispute, 'open'>): Promise<void> {
    await this.stored.set(scene.tx, dealId, { dispute: outcome });
    await this.releases.settle(scene, dealId);
  }

  /**
   * Gives every disputed deal of a customer to whom a ruling names: what stands is reversed and accrues anew, to the 分.
   * @param shares the whole, in basis points; null where a quarrel or a refusal forfeits it by the ownership table (P102)
   */
  async adjust(scene: Scene, customerId: string, given: RulingRow, shares: readonly Portion[] | null, outcome: Exclude<DealDispute, 'open'>): Promise<void> {
    for (const deal of await this.stored.list(scene.tx, scene.officeId, { customerId })) {
      if (deal.dispute !== 'open') continue;
      // Before the firm deposit nothing has accrued, and of a deal that is over nothing stands.
      if (deal.rulingId === null || deal.endedDate !== null) {
        await this.stored.set(scene.tx, deal.id, { dispute: outcome });
        continue;
      }
      const ruling = shares === null && outcome !== 'none' ? await this.rulings.ruleDeal(scene, customerId, deal.closerId, outcome, deal.depositDate ?? scene.now.date) : given;
      await this.ledger.reverse(scene, deal.id, ruling.id);
      await this.ledger.accrue(scene, deal.id, deal.commissionFen, { id: ruling.id, shares: shares ?? ruling.decision?.shares ?? [] });
      await this.stored.set(scene.tx, deal.id, { dispute: outcome, rulingId: ruling.id });
      await this.releases.settle(scene, deal.id);
    }
  }

  /** What shares would make of a commission, before anything is posted. */
  divided(fen: number, shares: readonly Portion[], { policy }: PolicyInForce, names: Readonly<Record<string, string>>): readonly CommissionRow[] {
    return divide(fen, shares, policy.values.commission).map((each) => ({ payee: each.payee, agent: each.agent === null ? null : { id: each.agent, name: names[each.agent] ?? '' }, fen: each.fen }));
  }
}
