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
  const times = loads.flatMap((each) => each.times).sort((a, b) => a - b);
  const took = loads.reduce((sum, each) => sum + each.took, 0);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: Math.round(times.length / took), p50: round(at(0.5)), p99: round(at(0.99)), done: times.length };
}

const round = (milliseconds) => Math.round(milliseconds * 10) / 10;
