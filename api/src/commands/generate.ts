import { parseArgs } from 'node:util';
import { later } from '@lunjie/attribution';
import { InventedCustomers, register } from '../customers/invented-customers';
import { Offices } from '../offices/offices';
import { Cipher } from '../platform/cipher/cipher';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import { BadSetting, readConfig, type Config } from '../platform/config/config';
import { Transactions } from '../platform/database/transactions';
import { createApp } from '../platform/server/create-app';
import { Staff } from '../staff/staff';

const usage = 'npm run generate -- customers --count NUMBER [--offices NUMBER] [--seed TEXT]';
const atOnce = 1_500;
const options = { count: { type: 'string' }, offices: { type: 'string', default: '1' }, seed: { type: 'string', default: 'lunjie' } } as const;

/** @throws BadSetting unless the database says by its name that it is for measuring or testing */
export function mustBeForMeasuring({ database }: Pick<Config, 'database'>): void {
  const name = database.kind === 'sqlite' ? database.file.split('/').at(-1) ?? '' : new URL(database.url).pathname.slice(1);
  if (!/bench|test/.test(name)) throw new BadSetting(`The database is called "${name}": invented customers go only into one whose name says "bench" or "test". Nothing was changed.`);
}

function wholeNumber(text: string | undefined, option: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new BadSetting(`--${option} is "${text ?? ''}"; write a whole number.\nUsage: ${usage}`);
  return value;
}

/** Fills offices of a database for measuring with invented customers, spread evenly. They have no register entries: such a database does not verify. */
export async function generate(args: readonly string[], say: (text: string) => void = (text) => void process.stdout.write(text)): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  if (positionals.join() !== 'customers') throw new BadSetting(`Usage: ${usage}`);
  const [count, spread] = [wholeNumber(values.count, 'count'), wholeNumber(values.offices, 'offices')];
  const config = readConfig(process.env);
  mustBeForMeasuring(config);
  const app = await createApp({ config: { ...config, redisUrl: null, consoleFolder: null, demo: false, logLevel: 'error' } });
  try {
    const transactions = app.get(Transactions, { strict: false });
    const ids = app.get(Ids, { strict: false });
    const now = app.get(Clock, { strict: false }).now();
    const today = new Date(now).toISOString().slice(0, 10);
    const inventing = new InventedCustomers(values.seed, ids, app.get(Cipher, { strict: false }));
    const { offices, known } = await transactions.read(async (reading) => {
      const chosen = (await app.get(Offices, { strict: false }).all(reading)).slice(0, spread);
      const staffed = await Promise.all(chosen.map(async ({ id }) => ({ id, agents: (await app.get(Staff, { strict: false }).agents(reading, id)).map((agent) => agent.id) })));
      const { rows: [counted] } = await reading.run<{ number: number | string }>('SELECT COUNT(*) AS number FROM customer_phone');
      return { offices: staffed, known: Number(counted?.number ?? 0) };
    });
    for (let done = 0; done < count; done += atOnce) {
      const batch = Array.from({ length: Math.min(atOnce, count - done) }, (_, index) => {
        const number = done + index;
        const office = offices[number % offices.length];
        const agent = office?.agents[number % (office.agents.length || 1)] ?? null;
        return { ...inventing.invent(office?.id ?? '', known + number, now), agent, until: later(today, { amount: number % 90, unit: 'day' }) };
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
    say(`Invented ${count.toLocaleString('en')} customers in ${offices.length} offices (seed "${values.seed}").\n`);
  } finally {
    await app.close();
  }
  return 0;
}
