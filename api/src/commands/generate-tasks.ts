import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import { BadSetting } from '../platform/config/config';
import { Transactions } from '../platform/database/transactions';
import { inventTasks } from '../follow-up/invented-tasks';
import type { Generating } from './generating';

const atOnce = 1_500;

/** Invents open follow-ups of the offices' customers, due within weeks and none by now; each customer's owner has to do them. */
export async function generateTasks({ app, count, offices, seed, say }: Generating): Promise<void> {
  const transactions = app.get(Transactions, { strict: false });
  const ids = app.get(Ids, { strict: false });
  const now = app.get(Clock, { strict: false }).now();
  let done = 0;
  for (const [index, { office }] of offices.entries()) {
    const { rows: owned } = await transactions.read((reading) => reading.run<{ customer: string; agent: string }>(
      "SELECT customer_id AS customer, agent_id AS agent FROM claim WHERE office_id = ? AND kind = 'claim' AND ended_at IS NULL ORDER BY customer_id", [office]));
    if (owned.length === 0) throw new BadSetting(`The office ${office} has no customers: invent some with "generate customers" first.`);
    const most = Math.floor(count / offices.length) + (index < count % offices.length ? 1 : 0);
    const tasks = inventTasks(`${seed} ${index}`, ids, { office, owned, now });
    for (let written = 0; written < most; written += atOnce) {
      const batch = Array.from({ length: Math.min(atOnce, most - written) }, tasks);
      await transactions.transaction((tx) => tx.insert('follow_up_task', batch));
    }
    done += most;
    if (index % 10 === 9) say(`${done.toLocaleString('en')} of ${count.toLocaleString('en')}\n`);
  }
}
