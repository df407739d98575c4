import type { LiveEvent } from '@lunjie/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import { RedisLiveEvents } from './redis-live-events';

const url = process.env['TEST_REDIS_URL'];

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 200) throw new Error('It did not happen within 4 s.');
    await pause(20);
  }
}

describe('live events over Redis', () => {
  const hubs: RedisLiveEvents[] = [];
  const hub = async (): Promise<RedisLiveEvents> => {
    if (!url) throw new Error('TEST_REDIS_URL is not set: run the tests with npm test, or nx test api, which start a private Redis.');
    const made = new RedisLiveEvents(url);
    hubs.push(made);
    await until(() => made.connected());
    return made;
  };

  afterEach(async () => {
    for (const each of hubs.splice(0)) await each.onModuleDestroy();
  });

  it('reach the screens of another instance once, and only of their office', async () => {
    const [here, there] = [await hub(), await hub()];
    const seen: Record<string, LiveEvent[]> = { here: [], there: [], elsewhere: [] };
    here.subscribe('a').subscribe((event) => seen['here']?.push(event));
    there.subscribe('a').subscribe((event) => seen['there']?.push(event));
    there.subscribe('b').subscribe((event) => seen['elsewhere']?.push(event));
    here.publish('a', { seq: 5, kind: 'changed' });
    await until(() => seen['there']?.length === 1);
    await pause(50);
    expect(seen).toEqual({ here: [{ seq: 5, kind: 'changed' }], there: [{ seq: 5, kind: 'changed' }], elsewhere: [] });
  });

  it('still reach the own screens when Redis is away, and fail nothing', async () => {
    const alone = new RedisLiveEvents('redis://127.0.0.1:1');
    hubs.push(alone);
    const seen: number[] = [];
    alone.subscribe('a').subscribe(({ seq }) => seen.push(seq));
    alone.publish('a', { seq: 1, kind: 'changed' });
    await pause(50);
    expect([seen, alone.connected()]).toEqual([[1], false]);
  });

  it('tell every screen to read again after Redis came back', async () => {
    const here = await hub();
    const seen: number[] = [];
    here.subscribe('a').subscribe(({ seq }) => seen.push(seq));
    // The server cuts the subscriber's connection, as a restart would.
    await cut();
    await until(() => seen.length > 0);
    expect(here.connected()).toBe(true);
  });
});

async function cut(): Promise<void> {
  const { Redis } = await import('ioredis');
  const admin = new Redis(url ?? '');
  await admin.client('KILL', 'TYPE', 'pubsub');
  admin.disconnect();
}
