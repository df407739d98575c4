import { spread } from './measuring.mjs';

/** Runs `work` on so many lanes at once for a time and answers how long each took (ms), and all of it (s). */
export async function load({ lanes, seconds, work }) {
  const times = [];
  const end = performance.now() + seconds * 1000;
  const begun = performance.now();
  await Promise.all(Array.from({ length: lanes }, async (_, lane) => {
    while (performance.now() < end) {
      const since = performance.now();
      await work(lane);
      times.push(performance.now() - since);
    }
  }));
  const took = (performance.now() - begun) / 1000;
  return { times, took };
}

/** Throughput and latency over several loads. */
export function summed(loads) {
  const times = loads.flatMap((each) => each.times);
  const took = loads.reduce((sum, each) => sum + each.took, 0);
  return { perSecond: Math.round(times.length / took), ...spread(times), done: times.length };
}
