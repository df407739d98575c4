import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { DueWork } from '../jobs/due-work';
import { OfficesClock } from '../jobs/offices-clock';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { StoredUnits } from '../units/stored-units';
import { Units } from '../units/units';
import { DealSteps } from './deal-steps';
import { LeaversCommission } from './leavers-commission';
import { Receipts } from './receipts';
import { StoredDeals } from './stored-deals';

/** How often the offices' clocks look for deposits and holds that are over, and for people who are gone (ms). */
const every = 30_000;
const atOnce = 100;

/** Carries out what is due of units and deals in every office. The rows are the truth: a restart or a second process loses and doubles nothing. */
@Injectable()
export class DealsClock extends OfficesClock {
  constructor(
    due: DueWork,
    private readonly clock: Clock,
    transactions: Transactions,
    private readonly floors: Floors,
    private readonly units: Units,
    private readonly storedUnits: StoredUnits,
    private readonly storedDeals: StoredDeals,
    private readonly steps: DealSteps,
    private readonly receipts: Receipts,
    private readonly leavers: LeaversCommission,
  ) {
    super('deals', every, due, transactions);
  }

  /** Some at a time. */
  async officeDue(officeId: string): Promise<number> {
    let done = 0;
    while (await this.isDue(officeId)) {
      const batch = await this.floors.actByClock(officeId, async (scene) => {
        // Under the office's lock they are read anew: another process may have done them meanwhile.
        const deals = await this.storedDeals.lapsing(scene.tx, officeId, scene.now.at, atOnce);
        for (const deal of deals) await this.steps.lapse(scene, deal);
        const units = await this.storedUnits.heldTooLong(scene.tx, officeId, scene.now.at, atOnce);
        for (const unit of units) await this.units.endHold(scene, unit);
        return deals.length + units.length + await this.receipts.demandDue(scene) + await this.leavers.moveDue(scene);
      });
      if (batch === 0) break;
      done += batch;
    }
    return done;
  }

  private isDue(officeId: string): Promise<boolean> {
    return this.transactions.read(async (reading) => {
      const at = this.clock.now();
      return (await this.storedDeals.lapsing(reading, officeId, at, 1)).length > 0 || (await this.storedUnits.heldTooLong(reading, officeId, at, 1)).length > 0 || await this.receipts.isDemandDue(reading, officeId) || this.leavers.isMoveDue(reading, officeId);
    });
  }
}
