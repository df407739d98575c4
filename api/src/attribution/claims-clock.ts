import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DueWork } from '../jobs/due-work';
import { Transactions } from '../platform/database/transactions';
import { ClaimExpiry } from './claim-expiry';
import { ClaimRecomputing } from './claim-recomputing';

/** How often the offices' clocks look for claims whose last day is over (ms). */
const every = 30_000;

/** Carries out what is due of claims in every office. The rows are the truth: a restart or a second process loses and doubles nothing. */
@Injectable()
export class ClaimsClock implements OnApplicationBootstrap {
  private readonly logger = new Logger(ClaimsClock.name);

  constructor(
    private readonly due: DueWork,
    private readonly transactions: Transactions,
    private readonly expiry: ClaimExpiry,
    private readonly recomputing: ClaimRecomputing,
  ) {}

  onApplicationBootstrap(): void {
    this.due.does({ name: 'claims', every, run: async (goesOn) => { await this.allDue(goesOn); } });
  }

  /** Carries out everything due by now; answers how many claims and stays in the pool that concerned. First what the policy changes, then what is over by it. */
  async allDue(goesOn: () => boolean = () => true): Promise<number> {
    const { rows } = await this.transactions.read((reading) => reading.run<{ id: string }>('SELECT id FROM office ORDER BY id'));
    let done = 0;
    for (const { id } of rows) {
      if (!goesOn()) break;
      try {
        done += await this.recomputing.recomputeDue(id) + await this.expiry.expireDue(id);
      } catch (error) {
        // One office's trouble must not hold up the others.
        this.logger.error(error);
      }
    }
    return done;
  }
}
