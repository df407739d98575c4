import { digestOf } from '@lunjie/register';
import { shownOfHash, type ContractRequest, type SubscriptionView } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { CustomerReader } from '../customers/customer-sights';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import type { Reading } from '../platform/database/tx';
import type { WriteContext } from '../platform/idempotency/write-context';
import { sha256 } from '../register/sha256';
import { StoredUnits } from '../units/stored-units';
import { DealHistory } from './deal-history';
import { DealSteps, type DealAnswer } from './deal-steps';
import { Subscription } from './money.entity';
import { Payments } from './payments';
import { StoredDeals, type StoredDeal } from './stored-deals';

/** What is signed: the subscription, the contract, the handing over. */
@Injectable()
export class DealSigning {
  constructor(
    private readonly ids: Ids,
    private readonly steps: DealSteps,
    private readonly stored: StoredDeals,
    private readonly units: StoredUnits,
    private readonly payments: Payments,
    private readonly history: DealHistory,
  ) {}

  /**
   * Signs the subscription (认购书): numbered, in as many copies as the policy says, and never changed again (S3-47).
   * @throws Problem 404 `deal_not_found`, 403 `deal_not_yours`, 409 `deal_not_at_that_stage`
   */
  subscribe(write: WriteContext, dealId: string, reader: CustomerReader): Promise<DealAnswer> {
    return this.steps.act(write, dealId, reader, async (scene, deal) => {
      const step = this.steps.next(scene, 'subscription', deal);
      const number = await this.nextNumber(scene);
      const terms = await this.terms(scene, deal);
      const copies = this.copies(scene, number);
      const digest = digestOf([{ number, terms, copies }], sha256);
      const entryNumber = scene.enter({ kind: 'subscription_signed', subject: deal.customerId, content: { deal: deal.id, number, digest, ...terms } });
      await scene.tx.insert(Subscription, [{ id: this.ids.next(), officeId: scene.officeId, dealId, number, at: scene.now.at, businessDate: scene.now.date, byPerson: write.personId, terms, copies, digest, entryNumber }]);
      await this.stored.set(scene.tx, dealId, { stage: step.stage });
      await this.history.add(scene, dealId, 'subscription', entryNumber, { number, copies: copies.length });
      await this.steps.standsAt(scene, deal, step);
    });
  }

  /**
   * Signs the contract with its plan of payments; without one the whole price is due today.
   * @throws Problem 404 `deal_not_found`, 403 `deal_not_yours`, 409 `deal_not_at_that_stage`, 422 `plan_not_the_price`
   */
  sign(write: WriteContext, dealId: string, { contractNumber, instalments }: ContractRequest, reader: CustomerReader): Promise<DealAnswer> {
    return this.steps.act(write, dealId, reader, async (scene, deal) => {
      const step = this.steps.next(scene, 'contract', deal);
      const priceFen = deal.priceFen ?? 0;
      const entryNumber = scene.enter({ kind: 'contract_signed', subject: deal.customerId, content: { deal: dealId, unit: deal.unit, contractNumber, priceFen } });
      await this.stored.set(scene.tx, dealId, { stage: step.stage, signedDate: scene.now.date });
      await this.history.add(scene, dealId, 'contract', entryNumber, { contractNumber, priceFen });
      await this.payments.plan(scene, deal, priceFen, instalments ?? [{ dueOn: scene.now.date, fen: priceFen, kind: 'own' }]);
      await this.steps.standsAt(scene, deal, step);
      await this.steps.ruleAtSigning(scene, deal);
    });
  }

  /** Hands the unit over. @throws Problem 404 `deal_not_found`, 409 `deal_not_at_that_stage` */
  deliver(write: WriteContext, dealId: string, reader: CustomerReader): Promise<DealAnswer> {
    return this.steps.act(write, dealId, reader, async (scene, deal) => {
      const step = this.steps.next(scene, 'delivery', deal);
      const entryNumber = scene.enter({ kind: 'unit_delivered', subject: deal.customerId, content: { deal: dealId, unit: deal.unit } });
      await this.stored.set(scene.tx, dealId, { stage: step.stage, deliveredDate: scene.now.date });
      await this.history.add(scene, dealId, 'delivery', entryNumber, { unit: deal.unit });
      await this.steps.standsAt(scene, deal, step);
    });
  }

  /** The signed subscriptions of a deal, oldest first; the last one counts. */
  async of(reading: Reading, dealId: string): Promise<readonly SubscriptionView[]> {
    const { rows } = await reading.run<{ number: number | string; business_date: string; terms: string; copies: string; digest: string; entry_number: number | string; hash: string }>(
      'SELECT s.number, s.business_date, s.terms, s.copies, s.digest, s.entry_number, e.hash FROM subscription s JOIN register_entry e ON e.office_id = s.office_id AND e.number = s.entry_number WHERE s.deal_id = ? ORDER BY s.number', [dealId]);
    return rows.map((row, index) => ({
      number: Number(row.number), signedOn: row.business_date, terms: JSON.parse(row.terms) as SubscriptionView['terms'], copies: JSON.parse(row.copies) as SubscriptionView['copies'], digest: row.digest,
      entry: Number(row.entry_number), entryHash: row.hash.slice(0, shownOfHash), superseded: index < rows.length - 1,
    }));
  }

  /** Under the office's lock: no number twice, none left out. */
  private async nextNumber({ tx, officeId }: Scene): Promise<number> {
    const { rows } = await tx.run<{ last: number | string | null }>('SELECT MAX(number) AS last FROM subscription WHERE office_id = ?', [officeId]);
    return Number(rows[0]?.last ?? 0) + 1;
  }

  private async terms(scene: Scene, deal: StoredDeal): Promise<SubscriptionView['terms']> {
    const unit = await this.units.byId(scene.tx, scene.officeId, deal.unitId ?? '');
    return { unit: unit.code, layout: unit.layout, grossArea: unit.grossArea, netArea: unit.netArea, listFen: unit.listPriceFen, priceFen: deal.priceFen ?? 0, depositFen: deal.depositFen ?? 0 };
  }

  private copies(scene: Scene, number: number): SubscriptionView['copies'] {
    const counts = scene.rules.policy.values.deals.subscription_copies;
    const holders = (['customer', 'finance', 'sales'] as const).flatMap((holder) => Array.from({ length: counts[holder] }, () => holder));
    return holders.map((holder, index) => ({ number: `${String(number).padStart(6, '0')}-${index + 1}`, holder }));
  }
}
