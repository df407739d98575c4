import { later } from '@lunjie/attribution';
import { InventedCustomers, register } from '../customers/invented-customers';
import { Cipher } from '../platform/cipher/cipher';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import { Transactions } from '../platform/database/transactions';
import type { Generating } from './generating';

const atOnce = 1_500;

/** Invents customers with a claim each, spread over the offices and their agents. */
export async function generateCustomers({ app, count, offices, seed, say }: Generating): Promise<void> {
  const transactions = app.get(Transactions, { strict: false });
  const ids = app.get(Ids, { strict: false });
  const now = app.get(Clock, { strict: false }).now();
  const today = new Date(now).toISOString().slice(0, 10);
  const inventing = new InventedCustomers(seed, ids, app.get(Cipher, { strict: false }));
  const known = await transactions.read(async (reading) => {
    const { rows: [counted] } = await reading.run<{ number: number | string }>('SELECT COUNT(*) AS number FROM customer_phone');
    return Number(counted?.number ?? 0);
  });
  for (let done = 0; done < count; done += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, count - done) }, (_, index) => {
      const number = done + index;
      const { office = '', agents = [] } = offices[number % offices.length] ?? {};
      return { ...inventing.invent(office, known + number, now), agent: agents[number % (agents.length || 1)] ?? null, until: later(today, { amount: number % 90, unit: 'day' }) };
    });
    await transactions.transaction(async (tx) => {
      await register(tx, batch);
      await tx.insert('claim', batch.flatMap(({ customer, agent, until }) => agent === null ? [] : [{
        id: ids.next(), office_id: customer.officeId, customer_id: customer.id, agent_id: agent, kind: 'claim', source: 'visit', standing: 'in_force', from_date: today, from_at: customer.createdAt,
        until_date: until, refreshed: 0, policy_version: 1, entry_number: 0,
      }]));
    });
    if ((done / atOnce) % 20 === 19) say(`${(done + batch.length).toLocaleString('en')} of ${count.toLocaleString('en')}\n`);
  }
}
