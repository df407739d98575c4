import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Transactions } from '../platform/database/transactions';
import { ClaimExpiry } from './claim-expiry';
import { ClaimRecomputing } from './claim-recomputing';

/** How often the offices' clocks look for claims whose last day is over (ms). */
const every = 30_000;

/** Carries out what is due of claims in every office. The rows are the truth: a restart or a second process loses and doubles nothing. */
@Injectable()
export class ClaimsClock implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(ClaimsClock.name);
  private timer: NodeJS.Timeout | undefined;
  private looking = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly expiry: ClaimExpiry,
    private readonly recomputing: ClaimRecomputing,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), every);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      await this.allDue();
    } catch (error) {
      this.logger.error(error);
    } finally {
      this.looking = false;
    }
  }

  /** Carries out everything due by now; answers how many claims and stays in the pool that concerned. First what the policy changes, then what is over by it. */
  async allDue(): Promise<number> {
    const { rows } = await this.transactions.read((reading) => reading.run<{ id: string }>('SELECT id FROM office ORDER BY id'));
    let done = 0;
    for (const { id } of rows) {
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
