import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DueWork } from '../jobs/due-work';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { Receptions } from './receptions';

/** How often the office's clock looks for offers nobody accepted in time (ms). */
const every = 1_000;

/** Passes offers on when their window is over (P16). The rows are the truth: a restart or a second process loses and doubles nothing. */
@Injectable()
export class PassOn implements OnApplicationBootstrap {
  private readonly logger = new Logger(PassOn.name);

  constructor(
    private readonly due: DueWork,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly receptions: Receptions,
  ) {}

  onApplicationBootstrap(): void {
    this.due.does({ name: 'offers', every, run: async (goesOn) => { await this.passOnDue(goesOn); } });
  }

  /** Passes on everything whose window is over by now; answers how many offers were due. */
  async passOnDue(goesOn: () => boolean = () => true): Promise<number> {
    const { rows } = await this.transactions.read((reading) => reading.run<{ id: string; office_id: string }>(
      "SELECT id, office_id FROM reception WHERE state = 'offered' AND accept_by <= ? ORDER BY accept_by LIMIT 100", [this.clock.now()]));
    for (const { id, office_id: officeId } of rows) {
      if (!goesOn()) break;
      // One office's trouble must not hold up the others.
      await this.receptions.passOn(officeId, id).catch((error: unknown) => this.logger.error(error));
    }
    return rows.length;
  }
}
