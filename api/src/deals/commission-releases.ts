import { accountsOf, broughtTo, departedFrom, departurePostings, releasablePoints, releasesOf, type Account, type Posting } from '@lunjie/commission';
import type { PolicyValues } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
import type { Reading } from '../platform/database/tx';
import { Staff } from '../staff/staff';
import { CommissionLedger } from './commission-ledger';
import { MonthTiers } from './month-tiers';
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
    private readonly tiers: MonthTiers,
  ) {}

  /**
   * Of a deal that is over nothing more is released, nor clawed back beyond what its end took back; while one is disputed
   * pay-out waits, and what was released before stays (P103).
   * @param keeping agents from whom nothing is taken back
   */
  async settle(scene: Scene, dealId: string, keeping?: ReadonlySet<string>): Promise<void> {
    for (const id of new Set([...await this.followMonth(scene), dealId])) await this.settleOne(scene, id, keeping);
  }

  /** Brings the deals of the month to what its tier gives by now (P142), by adjustments; a disputed one follows when it is settled. Answers which they were. */
  private async followMonth(scene: Scene): Promise<readonly string[]> {
    const moved: string[] = [];
    const { commission, disputes } = scene.rules.policy.values;
    for (const { deal: id, toFen } of await this.tiers.differing(scene)) {
      const deal = await this.stored.byId(scene.tx, scene.officeId, id);
      if (deal.rulingId === null || (disputes.freeze && deal.dispute === 'open')) continue;
      const departed = await this.departed(scene.tx, scene.officeId, deal, scene.rules.policy.values, scene.now.date);
      await this.ledger.depart(scene, id, deal.rulingId, departed);
      const accounts = await this.ledger.accounts(scene.tx, id);
      const isGone = ({ agent }: Account): boolean => agent !== null && departed.has(agent);
      // What somebody who left was paid stays theirs (P145): the others come to the rest.
      const restFen = toFen - accounts.filter(isGone).reduce((sum, { earnedFen }) => sum + earnedFen, 0);
      if (restFen < 0) continue;
      await this.ledger.post(scene, id, deal.rulingId, broughtTo(restFen, accounts.filter((account) => !isGone(account)), deal.shares, commission), { because: 'month_tier' });
      await this.stored.set(scene.tx, id, { commissionFen: toFen });
      moved.push(id);
    }
    return moved;
  }

  private async settleOne(scene: Scene, dealId: string, keeping?: ReadonlySet<string>): Promise<void> {
    const deal = await this.stored.byId(scene.tx, scene.officeId, dealId);
    const waits = scene.rules.policy.values.disputes.freeze && deal.dispute === 'open';
    if (deal.rulingId === null || deal.endedDate !== null || waits) return;
    const { values } = scene.rules.policy;
    const departed = await this.departed(scene.tx, scene.officeId, deal, values, scene.now.date);
    if (departed.size > 0) await this.ledger.depart(scene, dealId, deal.rulingId, departed);
    await this.ledger.release(scene, dealId, deal.rulingId, await this.points(scene.tx, deal, values), departed, keeping);
  }

  /**
   * What would be released of accounts if nothing held a deal up: by payee, the part that waits. Nothing is posted.
   * @param today business date
   */
  async waiting(reading: Reading, officeId: string, deal: StoredDeal, accounts: readonly Account[], values: PolicyValues, today: string): Promise<readonly Posting[]> {
    if (deal.endedDate !== null) return [];
    const departed = await this.departed(reading, officeId, deal, values, today);
    const moved = departurePostings(accounts, departed);
    const standing = moved.length === 0 ? accounts : accountsOf([...accounts.flatMap(asPostings), ...moved]);
    return releasesOf(standing.filter(({ agent }) => agent === null || !departed.has(agent)), await this.points(reading, deal, values), await this.ledger.succeeded(reading, deal.id));
  }

  /** Agents who are gone and not paid for the deal any longer (P145). A closing that was entered counts as signed on its day. */
  async departed(reading: Reading, officeId: string, deal: StoredDeal, { commission }: PolicyValues, today: string): Promise<ReadonlySet<string>> {
    const gone = await this.staff.gone(reading, officeId);
    if (gone.size === 0) return new Set();
    const progress = { signedOn: deal.signedDate ?? (deal.stage === 'closed' ? deal.businessDate : null), priceFen: deal.priceFen, paid: await this.payments.byDay(reading, deal.id) };
    return departedFrom(gone, progress, commission.departure_cutoff, today);
  }

  private async points(reading: Reading, deal: StoredDeal, { commission }: PolicyValues): Promise<number> {
    const received = await this.payments.received(reading, deal.id);
    const isSigned = deal.stage === 'contract' || deal.stage === 'delivered' || deal.stage === 'closed';
    return releasablePoints({
      deposit: true, contract: isSigned, delivery: deal.stage === 'delivered', loan: received.loan, receivedFen: received.priceFen, priceFen: deal.priceFen,
      hasRecord: deal.decision?.facts.registration !== 'missing',
    }, commission);
  }
}

/** An account as the two postings that make it. */
const asPostings = ({ payee, agent, earnedFen, releasedFen }: Account): readonly Posting[] => [{ kind: 'accrual', payee, agent, fen: earnedFen }, { kind: 'release', payee, agent, fen: releasedFen }];
