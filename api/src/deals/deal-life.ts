import { commissionOf } from '@lunjie/commission';
import type { DealAct, DepositRequest, FirmDepositRequest } from '@lunjie/contracts';
import { nextStep, type LifeMoment, type LifeStep } from '@lunjie/deal-life';
import { Injectable } from '@nestjs/common';
import { Rulings } from '../attribution/rulings';
import { CustomerSights, type CustomerReader } from '../customers/customer-sights';
import { Floors } from '../floor/floors';
import { instantAfter } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import { isUniqueViolation } from '../platform/database/failures';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import type { StoredUnit } from '../units/stored-units';
import { Units } from '../units/units';
import { CommissionLedger } from './commission-ledger';
import { DealHistory } from './deal-history';
import { Deal } from './deal.entity';
import { Deals } from './deals';
import { DisputedDeals } from './disputed-deals';
import { StoredDeals, type StoredDeal } from './stored-deals';

const isLead = ({ roles }: CustomerReader): boolean => roles.includes('manager') || roles.includes('supervisor');

/** From the deposit on: a unit is checked, locked and sold in one transaction (S3-46), and every step is an entry. */
@Injectable()
export class DealLife {
  constructor(
    private readonly ids: Ids,
    private readonly floors: Floors,
    private readonly sights: CustomerSights,
    private readonly rulings: Rulings,
    private readonly units: Units,
    private readonly deals: Deals,
    private readonly stored: StoredDeals,
    private readonly ledger: CommissionLedger,
    private readonly history: DealHistory,
    private readonly disputed: DisputedDeals,
  ) {}

  /**
   * Takes a deposit on a unit. An agent does it for themselves and for a customer whose page they may open.
   * @throws Problem 404 `unit_not_found`, `customer_not_found`; 403 `customer_not_yours`, `deal_not_yours`; 409 `unit_taken` (who has it, not whose customer), `unit_withheld`; 422 `not_an_agent_here`, `conflict_needs_two`
   */
  deposit(write: WriteContext, unitId: string, request: DepositRequest, reader: CustomerReader): Promise<{ readonly deal: string }> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now } = scene;
      const closer = isLead(reader) ? request.closer ?? null : request.closer ?? write.personId;
      if (!isLead(reader) && closer !== write.personId) throw new Problem('deal_not_yours', 403);
      const claimedBy = [...new Set(request.claimedBy ?? [])];
      if (claimedBy.length === 1) throw new Problem('conflict_needs_two', 422);
      await this.deals.mustBeAgents(scene, [...claimedBy, ...closer === null ? [] : [closer]]);
      const { customer } = await this.sights.open(tx, officeId, request.customer, reader, now.date);
      const unit = await this.free(scene, unitId, closer, write.personId);
      const act = request.kind === 'soft' ? 'soft_deposit' : 'firm_deposit';
      const step = this.stepped(scene, act, null);
      const id = this.ids.next();
      const length = scene.rules.policy.values.deals.soft_deposit_for;
      const softUntil = act === 'firm_deposit' || length === null ? null : instantAfter(scene.zone, now.at, length);
      const dispute = await this.disputed.standing(scene, customer.id, claimedBy);
      const terms = { unit: unit.code, listFen: unit.listPriceFen, priceFen: request.priceFen ?? unit.listPriceFen, depositFen: request.depositFen };
      const entryNumber = scene.enter({ kind: act, subject: customer.id, content: { deal: id, closer, until: softUntil, claimedBy, ...terms } });
      const deal: Deal = {
        ...terms, id, officeId, customerId: customer.id, unitId, liveUnit: unitId, closerId: closer, handlerId: closer ?? write.personId, buyerId: null, closedAt: now.at, businessDate: now.date, commissionFen: 0, dispute,
        rulingId: null, entryNumber, stage: step.stage, softUntil, depositDate: now.date, signedDate: null, deliveredDate: null, endedDate: null,
      };
      await this.insert(scene, deal, unit);
      await this.units.moves(scene, unitId, { state: step.unit, agent: deal.handlerId, until: softUntil });
      await this.history.add(scene, id, act, entryNumber, terms);
      if (step.commission === 'accrue') await this.closes(scene, await this.stored.byId(tx, officeId, id));
      await this.disputed.tell(scene, { customer: customer.id, deal: id, claimedBy, dispute });
      return { deal: id };
    });
  }

  /** The firm deposit after the soft one: the deal closes. @throws Problem 404 `deal_not_found`, 403 `deal_not_yours`, 409 `deal_not_at_that_stage` */
  firm(write: WriteContext, dealId: string, request: FirmDepositRequest, reader: CustomerReader): Promise<{ readonly deal: string }> {
    return this.step(write, dealId, 'firm_deposit', reader, async (scene, deal, step) => {
      const terms = { unit: deal.unit, priceFen: request.priceFen ?? deal.priceFen ?? 0, depositFen: request.depositFen };
      const entryNumber = scene.enter({ kind: 'firm_deposit', subject: deal.customerId, content: { deal: deal.id, ...terms } });
      await this.stored.set(scene.tx, deal.id, { stage: step.stage, priceFen: terms.priceFen, depositFen: terms.depositFen, softUntil: null });
      await this.history.add(scene, deal.id, 'firm_deposit', entryNumber, terms);
      await this.closes(scene, { ...deal, priceFen: terms.priceFen });
    });
  }

  /** The end of a soft deposit, as the office's clock enters it; the unit is available again. */
  async lapse(scene: Scene, deal: StoredDeal): Promise<void> {
    const step = this.stepped(scene, 'lapse', deal);
    await this.ends(scene, deal, 'lapse', step, scene.enter({ kind: 'soft_deposit_lapsed', subject: deal.customerId, content: { deal: deal.id, unit: deal.unit } }));
  }

  /** Nobody else's unit; a soft deposit or a hold that is over is ended first. */
  private async free(scene: Scene, unitId: string, closer: string | null, by: string): Promise<StoredUnit> {
    const unit = await this.units.checked(scene, unitId);
    if (unit.state === 'soft_deposit' && unit.until !== null && unit.until <= scene.now.at) {
      const due = (await this.stored.lapsing(scene.tx, scene.officeId, scene.now.at, 200)).find((deal) => deal.unitId === unitId);
      if (due) await this.lapse(scene, due);
      return { ...unit, state: 'available', agent: null, until: null };
    }
    this.units.mustBeFree(unit, closer, by);
    return unit;
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

  /** Rules on the deal and accrues what its price brings (P142). */
  private async closes(scene: Scene, deal: StoredDeal): Promise<void> {
    const ruling = await this.rulings.ruleDeal(scene, deal.customerId, deal.closerId, deal.dispute, deal.depositDate ?? scene.now.date);
    const commissionFen = commissionOf(deal.priceFen ?? 0, scene.rules.policy.values.commission.rates);
    await this.stored.set(scene.tx, deal.id, { rulingId: ruling.id, commissionFen });
    await this.ledger.accrue(scene, deal.id, commissionFen, ruling);
  }

  private stepped(scene: Scene, act: DealAct, deal: StoredDeal | null, moment: Omit<LifeMoment, 'at'> = {}): LifeStep {
    const now = { stage: deal?.stage ?? null, softUntil: deal?.softUntil ?? null, priceFen: deal?.priceFen ?? 0 };
    const answer = nextStep(act, now, scene.rules.policy.values.deals, { at: scene.now.at, ...moment });
    if (answer.refused !== null) throw new Problem(answer.refused, 409, { stage: now.stage, act });
    return answer.step;
  }

  /** An act on a deal: agents act on those they handle. */
  private step(write: WriteContext, dealId: string, act: DealAct, reader: CustomerReader, work: (scene: Scene, deal: StoredDeal, step: LifeStep) => Promise<void>): Promise<{ readonly deal: string }> {
    return this.floors.act(write, async (scene) => {
      const deal = await this.stored.byId(scene.tx, scene.officeId, dealId);
      if (!isLead(reader) && deal.handlerId !== write.personId) throw new Problem('deal_not_yours', 403);
      const step = this.stepped(scene, act, deal);
      await work(scene, deal, step);
      if (step.unit !== 'available' && deal.unitId !== null) await this.units.moves(scene, deal.unitId, { state: step.unit, agent: deal.handlerId, until: step.stage === 'soft_deposit' ? deal.softUntil : null });
      return { deal: dealId };
    });
  }

  /** A deal is over: its unit is free, and its commission goes back where the step says so. */
  private async ends(scene: Scene, deal: StoredDeal, act: DealAct, step: LifeStep, entryNumber: number, data: Readonly<Record<string, string | number | null>> = {}): Promise<void> {
    await this.stored.set(scene.tx, deal.id, { stage: step.stage, liveUnit: null, endedDate: scene.now.date });
    if (deal.unitId !== null) await this.units.moves(scene, deal.unitId, { state: 'available', agent: null, until: null });
    await this.history.add(scene, deal.id, act, entryNumber, { unit: deal.unit, ...data });
    if (step.commission === 'take_back' && deal.rulingId !== null) await this.ledger.takeBack(scene, deal.id, deal.rulingId);
  }
}
