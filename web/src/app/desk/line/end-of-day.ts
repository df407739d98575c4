/**
 * The instant a business day ends in the office: midnight of the next day there.
 * @param date `YYYY-MM-DD`
 * @param zone IANA time zone of the office
 * @returns epoch milliseconds
 */
export function endOfDay(date: string, zone: string): number {
  const asIfUtc = Date.parse(date) + 86_400_000;
  const first = asIfUtc - offsetAt(asIfUtc, zone);
  // Where the clocks change that night, the offset at the result is the one that counts.
  return asIfUtc - offsetAt(first, zone);
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  }).formatToParts(instant);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - Math.floor(instant / 1000) * 1000;
}
