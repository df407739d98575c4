import { Injectable } from '@nestjs/common';
import { DueWork } from '../jobs/due-work';
import { OfficesClock } from '../jobs/offices-clock';
import { Notices } from '../notices/notices';
import { Transactions } from '../platform/database/transactions';
import type { Reading, Tx } from '../platform/database/tx';
import { deliveryWork } from './deliveries';
import { ReminderOutlets } from './reminder-outlets';
import { ReminderRows, type Wanted } from './reminder-rows';

/** How often offices that have an outlet are looked at (ms). */
const every = 60_000;

/**
 * Finds what the notice centre tells anew, and writes a row of it for each outlet it goes to. Only rows are made here;
 * sending them is work of its own, so that a receiver who is slow keeps nobody from being written down.
 */
@Injectable()
export class NewReminders extends OfficesClock {
  constructor(
    private readonly work: DueWork,
    transactions: Transactions,
    private readonly notices: Notices,
    private readonly outlets: ReminderOutlets,
    private readonly rows: ReminderRows,
  ) {
    super('reminders', every, work, transactions);
  }

  /** What was found is compared again under the office's row: another process may have written it meanwhile. */
  async officeDue(officeId: string): Promise<number> {
    const { wanted, ...first } = await this.transactions.read(async (reading) => {
      const found = await this.wanted(reading, officeId);
      return { wanted: found, ...await this.rows.difference(reading, officeId, found) };
    });
    if (first.fresh.length + first.again.length + first.over.length === 0) return 0;
    return this.transactions.transaction(async (tx) => {
      await lockOffice(tx, officeId);
      const { fresh, again } = await this.rows.difference(tx, officeId, wanted);
      await this.rows.add(tx, officeId, fresh, 'waiting');
      // Of what is over, what the first look saw: a row that came since is not known to be.
      await this.rows.turn(tx, { again, over: first.over });
      if (fresh.length + again.length > 0) tx.afterCommit(() => this.work.wake(deliveryWork));
      return fresh.length + again.length;
    });
  }

  /**
   * Keeps what an outlet would be told now as known: an outlet that is new tells what comes, not what stands. Part of the
   * transaction that opens it, so that nothing falls between. The caller holds the office's row.
   * @param only whose mail it is, where it is one person's
   */
  async know(tx: Tx, officeId: string, outlet: string, only: string | null = null): Promise<void> {
    const wanted = (await this.wanted(tx, officeId, only)).filter((one) => one.outlet === outlet);
    await this.rows.add(tx, officeId, (await this.rows.difference(tx, officeId, wanted)).fresh, 'known');
  }

  protected override offices(): Promise<readonly string[]> {
    return this.transactions.read((reading) => this.outlets.offices(reading));
  }

  /** What everybody who has an outlet would be told now. @param only one of them */
  async wanted(reading: Reading, officeId: string, only: string | null = null): Promise<readonly Wanted[]> {
    const wanted: Wanted[] = [];
    for (const { person, roles, outlets } of await this.outlets.reached(reading, officeId, only)) {
      const { notices } = await this.notices.of(reading, officeId, { person, roles });
      for (const { id: outlet, takes } of outlets) {
        wanted.push(...notices.filter(({ kind }) => takes(kind)).map(({ id, kind, at, subject }) => ({ personId: person.id, outlet, notice: { id, kind, at, subject } })));
      }
    }
    return wanted;
  }
}

/** Keeps others from writing reminders of an office until the end of the transaction. */
export async function lockOffice(tx: Tx, officeId: string): Promise<void> {
  await tx.lock('SELECT id FROM office WHERE id = ?', [officeId]);
}
