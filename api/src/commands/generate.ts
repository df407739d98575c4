import { parseArgs } from 'node:util';
import { Offices } from '../offices/offices';
import { BadSetting, readConfig, type Config } from '../platform/config/config';
import { Transactions } from '../platform/database/transactions';
import { createApp } from '../platform/server/create-app';
import { Staff } from '../staff/staff';
import { generateCustomers } from './generate-customers';
import { generateTasks } from './generate-tasks';
import { generateVisits } from './generate-visits';
import type { Generating } from './generating';

const usage = 'npm run generate -- customers|tasks|visits --count NUMBER [--offices NUMBER] [--seed TEXT]';
const options = { count: { type: 'string' }, offices: { type: 'string', default: '1' }, seed: { type: 'string', default: 'lunjie' } } as const;
const kinds: Readonly<Record<string, (given: Generating) => Promise<void>>> = { customers: generateCustomers, tasks: generateTasks, visits: generateVisits };

/** @throws BadSetting unless the database says by its name that it is for measuring or testing */
export function mustBeForMeasuring({ database }: Pick<Config, 'database'>): void {
  const name = database.kind === 'sqlite' ? database.file.split('/').at(-1) ?? '' : new URL(database.url).pathname.slice(1);
  if (!/bench|test/.test(name)) throw new BadSetting(`The database is called "${name}": what is invented goes only into one whose name says "bench" or "test". Nothing was changed.`);
}

function wholeNumber(text: string | undefined, option: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new BadSetting(`--${option} is "${text ?? ''}"; write a whole number.\nUsage: ${usage}`);
  return value;
}

/** Fills offices of a database for measuring with what is invented, spread evenly. It has no register entries: such a database does not verify. */
export async function generate(args: readonly string[], say: (text: string) => void = (text) => void process.stdout.write(text)): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  const kind = kinds[positionals.join()];
  if (!kind) throw new BadSetting(`Usage: ${usage}`);
  const [count, spread] = [wholeNumber(values.count, 'count'), wholeNumber(values.offices, 'offices')];
  const config = readConfig(process.env);
  mustBeForMeasuring(config);
  const app = await createApp({ config: { ...config, redisUrl: null, consoleFolder: null, demo: false, logLevel: 'error' } });
  try {
    const offices = await app.get(Transactions, { strict: false }).read(async (reading) => {
      const chosen = (await app.get(Offices, { strict: false }).all(reading)).slice(0, spread);
      return Promise.all(chosen.map(async ({ id }) => ({ office: id, agents: (await app.get(Staff, { strict: false }).agents(reading, id)).map((agent) => agent.id) })));
    });
    await kind({ app, count, offices, seed: values.seed, say });
    say(`Invented ${count.toLocaleString('en')} ${positionals.join()} in ${offices.length} offices (seed "${values.seed}").\n`);
  } finally {
    await app.close();
  }
  return 0;
}
