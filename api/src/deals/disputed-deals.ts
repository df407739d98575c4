import { divide } from '@lunjie/commission';
import type { CommissionRow, DealDispute, Portion, RulingRow } from '@lunjie/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConflictNews } from '../attribution/conflict-news';
import { Rulings } from '../attribution/rulings';
import type { Scene } from '../floor/scene';
import { Forfeits } from '../penalties/forfeits';
import { Problem } from '../platform/errors/problem';
import type { PolicyInForce } from '../policies/policies';
import { CommissionLedger } from './commission-ledger';
import { CommissionReleases } from './commission-releases';
import { StoredDeals } from './stored-deals';

/** What a dispute does to deals: pay-out waits while it is open, and its end gives them to whom it names (P102, P103). */
@Injectable()
export class DisputedDeals implements OnModuleInit {
  constructor(
    private readonly news: ConflictNews,
    private readonly rulings: Rulings,
    private readonly stored: StoredDeals,
    private readonly ledger: CommissionLedger,
    private readonly forfeits: Forfeits,
    private readonly releases: CommissionReleases,
  ) {}

  onModuleInit(): void {
    this.forfeits.keptBy(this);
  }

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

  /**
   * A penalty takes a deal away: what is earned of it goes to the department (P106), or to whom the policy gives what is forfeited.
   * @throws Problem 404 `deal_not_found` for one that is not the agent's, or over
   */
  async forfeit(scene: Scene, dealId: string, agentId: string): Promise<void> {
    const deal = await this.stored.byId(scene.tx, scene.officeId, dealId);
    const isTheirs = deal.closerId === agentId || (await this.ledger.accounts(scene.tx, dealId)).some(({ agent, earnedFen }) => agent === agentId && earnedFen > 0);
    if (!isTheirs || deal.rulingId === null || deal.endedDate !== null) throw new Problem('deal_not_found', 404);
    const effect = scene.rules.policy.values.disputes.quarrel_effect;
    await this.ledger.reverse(scene, dealId, deal.rulingId);
    await this.ledger.accrue(scene, dealId, deal.commissionFen, { id: deal.rulingId, shares: [{ payee: effect === 'house' ? 'house' : 'department', agent: null, points: 10_000, range: null }] });
    await this.releases.settle(scene, dealId);
  }

  /** A forfeited deal is given back by the ruling that had divided it; nothing of one that is over. */
  async restore(scene: Scene, dealId: string): Promise<void> {
    const deal = await this.stored.byId(scene.tx, scene.officeId, dealId);
    if (deal.rulingId === null || deal.endedDate !== null) return;
    await this.ledger.reverse(scene, dealId, deal.rulingId);
    await this.ledger.accrue(scene, dealId, deal.commissionFen, { id: deal.rulingId, shares: deal.shares });
    await this.releases.settle(scene, dealId);
  }

  /** What shares would make of a commission, before anything is posted. */
  divided(fen: number, shares: readonly Portion[], { policy }: PolicyInForce, names: Readonly<Record<string, string>>): readonly CommissionRow[] {
    return divide(fen, shares, policy.values.commission).map((each) => ({ payee: each.payee, agent: each.agent === null ? null : { id: each.agent, name: names[each.agent] ?? '' }, fen: each.fen }));
  }
}
