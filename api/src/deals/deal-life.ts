import type { DepositRequest, FirmDepositRequest } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { ClaimRefreshes } from '../attribution/claim-refreshes';
import { CustomerSights, type CustomerReader } from '../customers/customer-sights';
import { Floors } from '../floor/floors';
import { instantAfter } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import { isUniqueViolation } from '../platform/database/failures';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import type { StoredUnit } from '../units/stored-units';
import { CommissionReleases } from './commission-releases';
import { DealHistory } from './deal-history';
import { DealSteps, isLead, type DealAnswer } from './deal-steps';
import { Deal } from './deal.entity';
import { Deals } from './deals';
import { DisputedDeals } from './disputed-deals';
import { StoredDeals } from './stored-deals';

/** Deposits: a unit is checked, locked and sold in one transaction (S3-46). */
@Injectable()
export class DealLife {
  constructor(
    private readonly ids: Ids,
    private readonly floors: Floors,
    private readonly sights: CustomerSights,
    private readonly deals: Deals,
    private readonly stored: StoredDeals,
    private readonly steps: DealSteps,
    private readonly releases: CommissionReleases,
    private readonly history: DealHistory,
    private readonly disputed: DisputedDeals,
    private readonly refreshes: ClaimRefreshes,
  ) {}

  /**
   * Takes a deposit on a unit. An agent does it for themselves and for a customer whose page they may open.
   * @throws Problem 404 `unit_not_found`, `customer_not_found`; 403 `customer_not_yours`, `deal_not_yours`; 409 `unit_taken` (who has it, not whose customer), `unit_withheld`; 422 `not_an_agent_here`, `conflict_needs_two`
   */
  deposit(write: WriteContext, unitId: string, request: DepositRequest, reader: CustomerReader): Promise<DealAnswer> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now } = scene;
      const closer = isLead(reader) ? request.closer ?? null : request.closer ?? write.personId;
      if (!isLead(reader) && closer !== write.personId) throw new Problem('deal_not_yours', 403);
      const claimedBy = [...new Set(request.claimedBy ?? [])];
      if (claimedBy.length === 1) throw new Problem('conflict_needs_two', 422);
      await this.deals.mustBeAgents(scene, [...claimedBy, ...closer === null ? [] : [closer]]);
      const { customer } = await this.sights.open(tx, officeId, request.customer, reader, now.date);
      const unit = await this.steps.freeUnit(scene, unitId, closer, write.personId);
      const act = request.kind === 'soft' ? 'soft_deposit' : 'firm_deposit';
      const step = this.steps.next(scene, act, null);
      const id = this.ids.next();
      const length = scene.rules.policy.values.deals.soft_deposit_for;
      const softUntil = act === 'firm_deposit' || length === null ? null : instantAfter(scene.zone, now.at, length);
      const dispute = await this.disputed.standing(scene, customer.id, claimedBy);
      const terms = { unit: unit.code, listFen: unit.listPriceFen, priceFen: request.priceFen ?? unit.listPriceFen, depositFen: request.depositFen };
      const entryNumber = scene.enter({ kind: act, subject: customer.id, content: { deal: id, closer, until: softUntil, claimedBy, ...terms } });
      await this.insert(scene, {
        ...terms, id, officeId, customerId: customer.id, unitId, liveUnit: unitId, closerId: closer, handlerId: closer ?? write.personId, buyerId: null, closedAt: now.at, businessDate: now.date, commissionFen: 0, dispute,
        rulingId: null, entryNumber, stage: step.stage, softUntil, depositDate: now.date, signedDate: null, deliveredDate: null, endedDate: null,
      }, unit);
      await this.history.add(scene, id, act, entryNumber, terms);
      await this.refreshes.heard(scene, customer.id, ['deposit']);
      const deal = await this.stored.byId(tx, officeId, id);
      await this.steps.standsAt(scene, deal, step);
      if (step.commission === 'accrue') await this.steps.close(scene, deal);
      await this.releases.settle(scene, id);
      await this.disputed.tell(scene, { customer: customer.id, deal: id, claimedBy, dispute });
      return { deal: id };
    });
  }

  /** The firm deposit after the soft one: the deal closes. @throws Problem 404 `deal_not_found`, 403 `deal_not_yours`, 409 `deal_not_at_that_stage` */
  firm(write: WriteContext, dealId: string, request: FirmDepositRequest, reader: CustomerReader): Promise<DealAnswer> {
    return this.steps.act(write, dealId, reader, async (scene, deal) => {
      const step = this.steps.next(scene, 'firm_deposit', deal);
      const terms = { unit: deal.unit, priceFen: request.priceFen ?? deal.priceFen ?? 0, depositFen: request.depositFen };
      const entryNumber = scene.enter({ kind: 'firm_deposit', subject: deal.customerId, content: { deal: deal.id, ...terms } });
      await this.stored.set(scene.tx, deal.id, { stage: step.stage, priceFen: terms.priceFen, depositFen: terms.depositFen, softUntil: null });
      await this.history.add(scene, deal.id, 'firm_deposit', entryNumber, terms);
      await this.steps.standsAt(scene, deal, step);
      await this.steps.close(scene, { ...deal, priceFen: terms.priceFen });
    });
  }

  /** The unique key of live units has the last word, whatever was read before. */
  private async insert(scene: Scene, deal: Deal, unit: StoredUnit): Promise<void> {
    try {
      await scene.tx.insert(Deal, [deal]);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new Problem('unit_taken', 409, { unit: unit.code, agent: unit.agent?.name ?? '', state: unit.state, since: unit.since, until: unit.until });
    }
  }
}
