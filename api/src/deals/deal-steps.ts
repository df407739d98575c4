import { creditIn } from '@lunjie/commission';
import type { DealAct } from '@lunjie/contracts';
import { nextStep, type LifeMoment, type LifeStep } from '@lunjie/deal-life';
import { Injectable } from '@nestjs/common';
import { Rulings } from '../attribution/rulings';
import type { CustomerReader } from '../customers/customer-sights';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import type { StoredUnit } from '../units/stored-units';
import { Units } from '../units/units';
import { CommissionLedger } from './commission-ledger';
import { CommissionReleases } from './commission-releases';
import { DealHistory } from './deal-history';
import type { DealEvent } from './deal.entity';
import { MonthTiers } from './month-tiers';
import { StoredDeals, type StoredDeal } from './stored-deals';

export interface DealAnswer {
  readonly deal: string;
}

export const isLead = ({ roles }: Pick<CustomerReader, 'roles'>): boolean => roles.includes('manager') || roles.includes('supervisor');

/** What every step of a deal shares: whose it is, whether the rules allow it, what becomes of its unit and its commission. */
@Injectable()
export class DealSteps {
  constructor(
    private readonly floors: Floors,
    private readonly rulings: Rulings,
    private readonly units: Units,
    private readonly stored: StoredDeals,
    private readonly ledger: CommissionLedger,
    private readonly releases: CommissionReleases,
    private readonly history: DealHistory,
    private readonly tiers: MonthTiers,
  ) {}

  /** Where an act leads. @throws Problem 409 in the code of the rule against it */
  next(scene: Scene, act: DealAct, deal: StoredDeal | null, moment: Omit<LifeMoment, 'at'> = {}): LifeStep {
    const now = { stage: deal?.stage ?? null, softUntil: deal?.softUntil ?? null, priceFen: deal?.priceFen ?? 0 };
    const answer = nextStep(act, now, scene.rules.policy.values.deals, { at: scene.now.at, ...moment });
    if (answer.refused !== null) throw new Problem(answer.refused, 409, { stage: now.stage, act });
    return answer.step;
  }

  /** An act on a deal: agents act on those they handle. Afterwards what may be paid out by now is released. @throws Problem 404 `deal_not_found`, 403 `deal_not_yours` */
  act(write: WriteContext, dealId: string, reader: CustomerReader, work: (scene: Scene, deal: StoredDeal) => Promise<void>): Promise<DealAnswer> {
    return this.floors.act(write, async (scene) => {
      const deal = await this.stored.byId(scene.tx, scene.officeId, dealId);
      if (!isLead(reader) && deal.handlerId !== write.personId) throw new Problem('deal_not_yours', 403);
      await work(scene, deal);
      await this.releases.settle(scene, dealId);
      return { deal: dealId };
    });
  }

  /** Puts the unit where a live stage has it. */
  async standsAt(scene: Scene, deal: StoredDeal, { unit, stage }: LifeStep): Promise<void> {
    if (deal.unitId !== null) await this.units.moves(scene, deal.unitId, { state: unit, agent: deal.handlerId, until: stage === 'soft_deposit' ? deal.softUntil : null });
  }

  /** A deal is over: its unit is free, and its commission goes back where the step says so. */
  async end(scene: Scene, deal: StoredDeal, act: DealAct, step: LifeStep, entryNumber: number, data: DealEvent['data'] = {}): Promise<void> {
    await this.stored.set(scene.tx, deal.id, { stage: step.stage, liveUnit: null, endedDate: scene.now.date });
    if (deal.unitId !== null) await this.units.moves(scene, deal.unitId, { state: 'available', agent: null, until: null });
    await this.history.add(scene, deal.id, act, entryNumber, { unit: deal.unit, ...data });
    if (step.commission === 'take_back' && deal.rulingId !== null) await this.ledger.takeBack(scene, deal.id, deal.rulingId);
  }

  /** The end of a soft deposit, as the office's clock enters it; the unit is available again. */
  async lapse(scene: Scene, deal: StoredDeal): Promise<void> {
    const step = this.next(scene, 'lapse', deal);
    await this.end(scene, deal, 'lapse', step, scene.enter({ kind: 'soft_deposit_lapsed', subject: deal.customerId, content: { deal: deal.id, unit: deal.unit } }));
  }

  /** Nobody else's unit; a soft deposit or a hold that is over is ended first. @throws Problem 409 `unit_taken`, `unit_withheld` */
  async freeUnit(scene: Scene, unitId: string, ...forWhom: readonly (string | null)[]): Promise<StoredUnit> {
    const unit = await this.units.checked(scene, unitId);
    if (unit.state === 'soft_deposit' && unit.until !== null && unit.until <= scene.now.at) {
      const due = await this.stored.onUnit(scene.tx, scene.officeId, unitId);
      if (due) await this.lapse(scene, due);
      return { ...unit, state: 'available', agent: null, until: null };
    }
    this.units.mustBeFree(unit, ...forWhom);
    return unit;
  }

  /** Rules on the deal and accrues what its price brings (P142). */
  async close(scene: Scene, deal: StoredDeal): Promise<void> {
    const ruling = await this.rulings.ruleDeal(scene, deal.customerId, deal.closerId, deal.dispute, deal.depositDate ?? scene.now.date);
    const commissionFen = await this.tiers.commissionFor(scene, { id: deal.id, priceFen: deal.priceFen ?? 0 }, creditIn(ruling.decision));
    await this.stored.set(scene.tx, deal.id, { rulingId: ruling.id, commissionFen });
    await this.ledger.accrue(scene, deal.id, commissionFen, { id: ruling.id, shares: ruling.decision?.shares ?? [] });
  }

  /** Divides anew by the ruling of today, where the office tests claims on the day of signing (P66); what a dispute's ruling gave stays. */
  async ruleAtSigning(scene: Scene, deal: StoredDeal): Promise<void> {
    if (scene.rules.policy.values.validity.tested_on !== 'signing' || deal.decision === null || deal.dispute === 'quarrel' || deal.dispute === 'refusal') return;
    await this.ledger.reverse(scene, deal.id, deal.rulingId ?? '');
    await this.close(scene, deal);
  }

  /** Counts the commission anew for another price; whose it is stays as it was ruled (P144). */
  async recompute(scene: Scene, deal: StoredDeal, priceFen: number): Promise<void> {
    if (scene.rules.policy.values.commission.unit_change === 'keep' || deal.rulingId === null) return;
    const commissionFen = await this.tiers.commissionFor(scene, { id: deal.id, priceFen }, null);
    await this.ledger.reverse(scene, deal.id, deal.rulingId);
    await this.ledger.accrue(scene, deal.id, commissionFen, { id: deal.rulingId, shares: deal.shares });
    await this.stored.set(scene.tx, deal.id, { commissionFen });
  }
}
