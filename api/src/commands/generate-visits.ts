import { daysAfter } from '@lunjie/reports';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import { Transactions } from '../platform/database/transactions';
import { InventedVisits, enterWeek } from '../reports/invented-visits';
import type { Generating } from './generating';

/** As long as an office of this size is busy with as many. */
const visitsADay = 36;
const weeksAtOnce = 6;

/** Invents visits with the calls and deals beside them, up to yesterday, with what is counted of them and the sums of weeks and months. */
export async function generateVisits({ app, count, offices, seed, say }: Generating): Promise<void> {
  const transactions = app.get(Transactions, { strict: false });
  const ids = app.get(Ids, { strict: false });
  const now = app.get(Clock, { strict: false }).now();
  const to = daysAfter(new Date(now).toISOString().slice(0, 10), -1);
  const days = Math.max(1, Math.round(count / offices.length / visitsADay));
  let done = 0;
  for (const [index, office] of offices.entries()) {
    const weeks = [...new InventedVisits(seed, ids, office).weeks(daysAfter(to, 1 - days), to, count / offices.length / days)];
    for (let next = 0; next < weeks.length; next += weeksAtOnce) {
      await transactions.transaction(async (tx) => {
        for (const week of weeks.slice(next, next + weeksAtOnce)) await enterWeek(tx, office, week);
      });
    }
    // Nothing of this stands in the register: what it tells was counted.
    await transactions.transaction(async (tx) => {
      await tx.run('DELETE FROM report_mark WHERE office_id = ?', [office.office]);
      await tx.run('INSERT INTO report_mark (office_id, entry_number, at) SELECT office_id, entry_number, ? FROM floor WHERE office_id = ?', [now, office.office]);
    });
    done += weeks.reduce((sum, { occurrences }) => sum + occurrences.length, 0);
    if (index % 10 === 9) say(`${index + 1} of ${offices.length} offices, ${done.toLocaleString('en')} visits, calls and deals\n`);
  }
}
