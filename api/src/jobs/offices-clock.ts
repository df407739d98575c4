import { Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Transactions } from '../platform/database/transactions';
import type { DueWork } from './due-work';

/**
 * What the offices' clocks do of one subject. The rows are the truth: under an office's lock they are read anew, so that a
 * restart or a second process loses and doubles nothing.
 */
export abstract class OfficesClock implements OnApplicationBootstrap {
  private readonly logger = new Logger(this.constructor.name);

  /**
   * @param name of the due work, see `Work`
   * @param every how often it is looked for (ms)
   */
  protected constructor(
    private readonly name: string,
    private readonly every: number,
    private readonly due: DueWork,
    protected readonly transactions: Transactions,
  ) {}

  onApplicationBootstrap(): void {
    this.due.does({ name: this.name, every: this.every, run: async (goesOn) => { await this.allDue(goesOn); } });
  }

  /** Carries out everything due by now in every office; answers how much that was. */
  async allDue(goesOn: () => boolean = () => true): Promise<number> {
    let done = 0;
    for (const officeId of await this.offices()) {
      if (!goesOn()) break;
      try {
        done += await this.officeDue(officeId, goesOn);
      } catch (error) {
        // One office's trouble must not hold up the others.
        this.logger.error(error);
      }
    }
    return done;
  }

  /** Offices in which something may be due: all of them, where that is not told by one look. */
  protected async offices(): Promise<readonly string[]> {
    const { rows } = await this.transactions.read((reading) => reading.run<{ id: string }>('SELECT id FROM office ORDER BY id'));
    return rows.map(({ id }) => id);
  }

  /** The same in one office; answers how much that was. */
  abstract officeDue(officeId: string, goesOn: () => boolean): Promise<number>;
}
