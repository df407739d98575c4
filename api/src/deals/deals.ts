import type { DealRequest, DealView, Role, SettlementRequest } from '@lunjie/contracts';
import { mayRecord } from '@lunjie/disputes';
import { Injectable } from '@nestjs/common';
import { ClaimRefreshes } from '../attribution/claim-refreshes';
import { ConflictNews } from '../attribution/conflict-news';
import { Impartiality } from '../attribution/impartiality';
import { Rulings } from '../attribution/rulings';
import { Customers } from '../customers/customers';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Staff } from '../staff/staff';
import { CommissionLedger } from './commission-ledger';
import { CommissionReleases } from './commission-releases';
import { DealContests } from './deal-contests';
import { DealHistory } from './deal-history';
import { DisputedDeals } from './disputed-deals';
import { Deal } from './deal.entity';
import { StoredDeals } from './stored-deals';

/** Deals and what they bring: the commission divides by the ruling on the customer's case, never by hand (design: commission). */
@Injectable()
export class Deals {
  constructor(
    private readonly ids: Ids,
    private readonly floors: Floors,
    private readonly customers: Customers,
    private readonly staff: Staff,
    private readonly rulings: Rulings,
    private readonly stored: StoredDeals,
    private readonly ledger: CommissionLedger,
    private readonly history: DealHistory,
    private readonly releases: CommissionReleases,
    private readonly disputed: DisputedDeals,
    private readonly contests: DealContests,
    private readonly news: ConflictNews,
    private readonly impartiality: Impartiality,
    private readonly refreshes: ClaimRefreshes,
  ) {}

  /**
   * Enters a deal that was closed: the ruling divides it and the ledger accrues to the 分.
   * @throws Problem 404 `customer_not_found`, 422 `not_an_agent_here`, `conflict_needs_two`
   */
  close(write: WriteContext, request: DealRequest): Promise<DealView> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now } = scene;
      const customer = await this.customers.byId(tx, officeId, request.customer);
      const claimedBy = [...new Set(request.claimedBy ?? [])];
      await this.mustBeAgents(scene, [...claimedBy, ...request.closer == null ? [] : [request.closer]]);
      if (claimedBy.length === 1) throw new Problem('conflict_needs_two', 422);
      const dispute = await this.disputed.standing(scene, customer.id, claimedBy);
      const id = this.ids.next();
      const entryNumber = scene.enter({ kind: 'deal_closed', subject: customer.id, content: { deal: id, unit: request.unit ?? null, closer: request.closer ?? null, commissionFen: request.commissionFen, claimedBy } });
      const ruling = await this.rulings.ruleDeal(scene, customer.id, request.closer ?? null, dispute);
      const deal: Deal = {
        id, officeId, customerId: customer.id, unit: request.unit ?? null, closerId: request.closer ?? null, closedAt: now.at, businessDate: now.date,
        commissionFen: request.commissionFen, dispute, rulingId: ruling.id, entryNumber, stage: 'closed', unitId: null, liveUnit: null, buyerId: null, handlerId: request.closer ?? null, listFen: null, priceFen: null,
        depositFen: null, softUntil: null, depositDate: now.date, signedDate: now.date, deliveredDate: null, endedDate: null,
      };
      await tx.insert(Deal, [deal]);
      await this.refreshes.heard(scene, customer.id, ['deposit']);
      await this.history.add(scene, id, 'closed', entryNumber, { commissionFen: request.commissionFen });
      await this.ledger.accrue(scene, id, request.commissionFen, { id: ruling.id, shares: ruling.decision?.shares ?? [] });
      await this.releases.settle(scene, id);
      await this.disputed.tell(scene, { customer: customer.id, deal: id, claimedBy, dispute });
      return this.byId(scene.tx, officeId, id, scene.rules.policy.values.disputes.freeze);
    });
  }

  /** @throws Problem 422 `not_an_agent_here` */
  async mustBeAgents(scene: Scene, mentioned: readonly string[]): Promise<void> {
    const people = new Set((await this.staff.people(scene.tx, scene.officeId)).map(({ id }) => id));
    if (mentioned.some((id) => !people.has(id))) throw new Problem('not_an_agent_here', 422);
  }

  /**
   * A step of settling a disputed deal (003 §(五)4): agreement ends the dispute; a quarrel or a refusal gives the deal to
   * whom the policy names, by a new ruling and its postings; a failed step leaves it open. Who may record it is the ladder's
   * word (P100); nobody settles what they are party to.
   * @throws Problem 404 `deal_not_found`, 403 `party_to_the_case`, `own_team_case`, `not_yours_to_decide`, 409 `deal_not_disputed`
   */
  settle(write: WriteContext, roles: readonly Role[], dealId: string, { step, result, reason }: SettlementRequest): Promise<DealView> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId } = scene;
      const deal = await this.stored.byId(tx, officeId, dealId);
      if (deal.dispute !== 'open') throw new Problem('deal_not_disputed', 409);
      const parties = [deal.closerId, ...await this.contests.parties(tx, officeId, deal)];
      // That the talks came to nothing a party says itself, as it moves its case up.
      if (step !== 'negotiation' || result !== 'failed' || !parties.includes(write.personId)) await this.impartiality.mustHold(scene, write.personId, parties);
      if (!mayRecord(step, result, roles, scene.rules.policy.values)) throw new Problem('not_yours_to_decide', 403);
      const entryNumber = scene.enter({ kind: 'deal_settlement', subject: dealId, content: { step, result }, personal: { reason } });
      await this.history.add(scene, dealId, 'settlement', entryNumber, { step, result });
      if (result === 'agreed') await this.stored.set(tx, dealId, { dispute: 'none' });
      // Of a deal that is over nothing stands that could be given to anybody.
      if ((result === 'quarrel' || result === 'refusal') && deal.endedDate === null) {
        const ruling = await this.rulings.ruleDeal(scene, deal.customerId, deal.closerId, result);
        await this.ledger.reverse(scene, dealId, ruling.id);
        await this.ledger.accrue(scene, dealId, deal.commissionFen, { id: ruling.id, shares: ruling.decision?.shares ?? [] });
        await this.stored.set(tx, dealId, { dispute: result, rulingId: ruling.id });
      }
      if (result !== 'failed') await this.news.settled(scene, { customer: deal.customerId, owner: null, outcome: result });
      await this.releases.settle(scene, dealId);
      return this.byId(tx, officeId, dealId, scene.rules.policy.values.disputes.freeze);
    });
  }

  /** @param freezes whether pay-out waits for a dispute (P103) @throws Problem 404 `deal_not_found` */
  async byId(reading: Reading, officeId: string, dealId: string, freezes: boolean): Promise<DealView> {
    return this.stored.view(reading, await this.stored.byId(reading, officeId, dealId), freezes);
  }

  /** A customer's deals, newest first. */
  async of(reading: Reading, officeId: string, customerId: string, freezes: boolean): Promise<readonly DealView[]> {
    const deals: DealView[] = [];
    for (const deal of await this.stored.list(reading, officeId, { customerId })) deals.push(await this.stored.view(reading, deal, freezes));
    return deals;
  }
}
