import type { ExchangeRequest, NameChangeRequest } from '@lunjie/contracts';
import { replanned } from '@lunjie/deal-life';
import { Injectable } from '@nestjs/common';
import type { CustomerReader } from '../customers/customer-sights';
import { Customers } from '../customers/customers';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Units } from '../units/units';
import { DealHistory } from './deal-history';
import { DealSteps, type DealAnswer } from './deal-steps';
import { Payments } from './payments';
import { StoredDeals } from './stored-deals';

/** What may still change of a deal (换房、更名、退房、挞定; form 16). Whose it is goes along with it. */
@Injectable()
export class DealChanges {
  constructor(
    private readonly customers: Customers,
    private readonly units: Units,
    private readonly steps: DealSteps,
    private readonly stored: StoredDeals,
    private readonly payments: Payments,
    private readonly history: DealHistory,
  ) {}

  /**
   * Another unit instead: the new one is checked and locked as for a deposit, the old one is free, the commission is counted
   * anew (S3-39, P144).
   * @throws Problem 404 `deal_not_found`, `unit_not_found`; 409 `unit_taken`, `unit_withheld`, `exchange_not_allowed`, `exchange_cheaper`, `deal_not_at_that_stage`
   */
  exchange(write: WriteContext, dealId: string, request: ExchangeRequest, reader: CustomerReader): Promise<DealAnswer> {
    return this.steps.act(write, dealId, reader, async (scene, deal) => {
      const unit = await this.steps.freeUnit(scene, request.unit, deal.handlerId, write.personId);
      const priceFen = request.priceFen ?? unit.listPriceFen;
      const step = this.steps.next(scene, 'exchange', deal, { otherPriceFen: priceFen });
      const change = { from: deal.unit, to: unit.code, fromFen: deal.priceFen, toFen: priceFen, differenceFen: priceFen - (deal.priceFen ?? 0) };
      const entryNumber = scene.enter({ kind: 'unit_exchanged', subject: deal.customerId, content: { deal: dealId, ...change }, personal: { reason: request.reason } });
      if (deal.unitId !== null) await this.units.moves(scene, deal.unitId, { state: 'available', agent: null, until: null });
      await this.stored.set(scene.tx, dealId, { stage: step.stage, unit: unit.code, unitId: unit.id, liveUnit: unit.id, listFen: unit.listPriceFen, priceFen });
      await this.history.add(scene, dealId, 'exchange', entryNumber, change);
      await this.steps.standsAt(scene, { ...deal, unitId: unit.id }, step);
      const plan = await this.payments.planned(scene.tx, dealId);
      if (plan.length > 0) await this.payments.plan(scene, deal, priceFen, replanned(plan, priceFen));
      if (step.commission === 'recompute') await this.steps.recompute(scene, deal, priceFen);
    });
  }

  /** In another buyer's name; after the contract for the policy's fee. @throws Problem 404 `deal_not_found`, `customer_not_found`, 409 `deal_not_at_that_stage` */
  rename(write: WriteContext, dealId: string, request: NameChangeRequest, reader: CustomerReader): Promise<DealAnswer> {
    return this.steps.act(write, dealId, reader, async (scene, deal) => {
      const buyer = await this.customers.byId(scene.tx, scene.officeId, request.buyer);
      const { feeFen } = this.steps.next(scene, 'name_change', deal);
      const entryNumber = scene.enter({ kind: 'buyer_name_changed', subject: deal.customerId, content: { deal: dealId, from: deal.buyerId ?? deal.customerId, to: buyer.id, feeFen }, personal: { reason: request.reason } });
      await this.stored.set(scene.tx, dealId, { buyerId: buyer.id });
      await this.history.add(scene, dealId, 'name_change', entryNumber, { from: deal.buyerId ?? deal.customerId, to: buyer.id, feeFen });
    });
  }

  /** Takes the deal back (退房、退定): the money goes back to the customer, the commission to nobody. @throws Problem 404 `deal_not_found`, 409 `cancellation_not_allowed`, `deal_not_at_that_stage` */
  cancel(write: WriteContext, dealId: string, reason: string, reader: CustomerReader): Promise<DealAnswer> {
    return this.finish(write, dealId, 'cancellation', reason, reader);
  }

  /** The buyer defaults and loses the deposit (挞定). @throws Problem 404 `deal_not_found`, 409 `deal_not_at_that_stage` */
  forfeit(write: WriteContext, dealId: string, reason: string, reader: CustomerReader): Promise<DealAnswer> {
    return this.finish(write, dealId, 'forfeiture', reason, reader);
  }

  private finish(write: WriteContext, dealId: string, act: 'cancellation' | 'forfeiture', reason: string, reader: CustomerReader): Promise<DealAnswer> {
    return this.steps.act(write, dealId, reader, async (scene, deal) => {
      const step = this.steps.next(scene, act, deal);
      const { priceFen: receivedFen } = await this.payments.received(scene.tx, dealId);
      const entryNumber = scene.enter({ kind: act === 'cancellation' ? 'deal_cancelled' : 'deal_forfeited', subject: deal.customerId, content: { deal: dealId, unit: deal.unit, from: deal.stage, receivedFen }, personal: { reason } });
      await this.steps.end(scene, deal, act, step, entryNumber, { from: deal.stage, receivedFen });
    });
  }
}
