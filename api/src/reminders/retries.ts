const minute = 60_000;

/** How long after each failed try the next one follows (ms): 1 minute, 5, 30, 2 hours, 6 hours. */
const waits: readonly number[] = [minute, 5 * minute, 30 * minute, 120 * minute, 360 * minute];

/** A reminder is given up when so many tries failed: eight and a half hours after the first. */
export const mostTries = waits.length + 1;

/**
 * When a reminder is tried again; null where it is given up.
 * @param tries how many failed so far
 * @param at of the last one (epoch ms)
 */
export function nextTryAt(tries: number, at: number): number | null {
  const wait = waits[tries - 1];
  return wait === undefined ? null : at + wait;
}
