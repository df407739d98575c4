import { FixedClock, SystemClock } from '../platform/clock/clock';
import type { Config } from '../platform/config/config';
import { createApp } from '../platform/server/create-app';
import { DemoInstallation } from './demo-installation';
import { demoDays } from './demo-reset';

/**
 * Opens the demo where the setting asks for one and the database is empty. It runs before the server, in an
 * application of its own whose clock goes through the month; `say` takes the progress.
 */
export async function openDemo(config: Config, say: (text: string) => void = (text) => void process.stdout.write(text)): Promise<void> {
  if (!config.demo) return;
  const now = new SystemClock().now();
  const clock = new FixedClock(now);
  // Nobody listens yet: nothing to tell other processes, no page to serve.
  const app = await createApp({ config: { ...config, redisUrl: null, consoleFolder: null, logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel }, clock });
  try {
    const opened = await app.get(DemoInstallation, { strict: false }).open({
      clock, now, days: demoDays, told: () => say('.'), begun: (name) => say(`Opening the demo office ${name} with a month of history `),
    });
    if (opened !== null) say(` ${((new SystemClock().now() - now) / 1000).toFixed(1)} s\n`);
  } finally {
    await app.close();
  }
}
