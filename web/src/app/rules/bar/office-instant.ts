const minuteMs = 60_000;

/** How far the zone's clock is ahead of UTC at an instant, in milliseconds. */
function aheadMs(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(at);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(at / 1000) * 1000;
}

/**
 * The instant at which the office's clock shows a date and time (`2026-11-22T09:00`), whatever the device's own zone is.
 * @returns epoch ms; null where the text is no time
 */
export function officeInstant(written: string, zone: string): number | null {
  const asUtc = Date.parse(`${written}Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(written) || !Number.isFinite(asUtc)) return null;
  const guess = asUtc - aheadMs(zone, asUtc);
  // The zone may have changed its clocks between the guess and the answer.
  return asUtc - aheadMs(zone, guess);
}

/** What the office's clock shows, as a field for date and time holds it. */
export function officeClock(at: number, zone: string): string {
  return new Date(Math.ceil(at / minuteMs) * minuteMs + aheadMs(zone, at)).toISOString().slice(0, 16);
}
