import { Injectable } from '@nestjs/common';
import { DueWork } from '../jobs/due-work';
import { OfficesClock } from '../jobs/offices-clock';
import { Transactions } from '../platform/database/transactions';
import { ClaimExpiry } from './claim-expiry';
import { ClaimRecomputing } from './claim-recomputing';

/** How often the offices' clocks look for claims whose last day is over (ms). */
const every = 30_000;

/** Carries out what is due of claims in every office. The rows are the truth: a restart or a second process loses and doubles nothing. */
@Injectable()
export class ClaimsClock extends OfficesClock {
  constructor(
    due: DueWork,
    transactions: Transactions,
    private readonly expiry: ClaimExpiry,
    private readonly recomputing: ClaimRecomputing,
  ) {
    super('claims', every, due, transactions);
  }

  /** First what the policy changes, then what is over by it: claims and stays in the pool. */
  async officeDue(officeId: string): Promise<number> {
    return await this.recomputing.recomputeDue(officeId) + await this.expiry.expireDue(officeId);
  }
}
