import { Injectable } from '@nestjs/common';
import { DueWork } from '../jobs/due-work';
import { OfficesClock } from '../jobs/offices-clock';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { NewReminders } from './new-reminders';
import { keyOf } from './reminder-rows';

const hour = 3_600_000;
/** How long a reminder is kept after it was written down: ninety days (ms), see decision 20. */
export const keptFor = 90 * 24 * hour;
const every = 6 * hour;
const atOnce = 500;

/** Clears away reminders that are done and old. What the notice centre still tells stays known, or it would be sent again. */
@Injectable()
export class OldReminders extends OfficesClock {
  constructor(
    work: DueWork,
    transactions: Transactions,
    private readonly clock: Clock,
    private readonly fresh: NewReminders,
  ) {
    super('reminders-purge', every, work, transactions);
  }

  async officeDue(officeId: string, goesOn: () => boolean = () => true): Promise<number> {
    const before = this.clock.now() - keptFor;
    const told = new Set((await this.transactions.read((reading) => this.fresh.wanted(reading, officeId))).map(({ personId, outlet, notice }) => keyOf(personId, outlet, notice.id)));
    let [gone, after] = [0, ''];
    while (goesOn()) {
      const { rows } = await this.transactions.read((reading) => reading.run<{ id: string; person_id: string; outlet: string; notice_id: string }>(
        `SELECT id, person_id, outlet, notice_id FROM reminder WHERE office_id = ? AND created_at < ? AND state <> 'waiting' AND id > ? ORDER BY id LIMIT ${atOnce}`, [officeId, before, after]));
      const old = rows.filter((row) => !told.has(keyOf(row.person_id, row.outlet, row.notice_id))).map(({ id }) => id);
      if (old.length > 0) gone += (await this.transactions.transaction((tx) => tx.run(`DELETE FROM reminder WHERE state <> 'waiting' AND id IN (${old.map(() => '?').join(', ')})`, old))).affected;
      if (rows.length < atOnce) break;
      after = rows.at(-1)?.id ?? '';
    }
    return gone;
  }

  protected override async offices(): Promise<readonly string[]> {
    const { rows } = await this.transactions.read((reading) => reading.run<{ office_id: string }>("SELECT DISTINCT office_id FROM reminder WHERE created_at < ? AND state <> 'waiting'", [this.clock.now() - keptFor]));
    return rows.map(({ office_id: id }) => id);
  }
}
