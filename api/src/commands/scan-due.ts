import { createInterface } from 'node:readline';
import { FollowUpClock } from '../follow-up/follow-up-clock';
import { readConfig } from '../platform/config/config';
import { createApp } from '../platform/server/create-app';
import { mustBeForMeasuring } from './generate';

/**
 * For `npm run bench -- due`: looks for follow-ups that are due whenever a line comes in, and answers by a line how long that
 * took (ms) and how many there are. Each line is one look of the offices' clock in a process that has been up for a while.
 */
export async function scanDue(): Promise<number> {
  const config = readConfig(process.env);
  mustBeForMeasuring(config);
  const app = await createApp({ config: { ...config, redisUrl: null, consoleFolder: null, demo: false, logLevel: 'error' } });
  try {
    const clock = app.get(FollowUpClock, { strict: false });
    for await (const _ of createInterface({ input: process.stdin })) {
      const since = performance.now();
      const found = await clock.dueByNow();
      process.stdout.write(`${JSON.stringify({ took: performance.now() - since, found })}\n`);
    }
  } finally {
    await app.close();
  }
  return 0;
}
