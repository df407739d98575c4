import type { Duration, PolicyValues } from '@lunjie/policy';

function parts(date: string): readonly [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function written(utc: number): string {
  return new Date(utc).toISOString().slice(0, 10);
}

/**
 * A business date (`YYYY-MM-DD`) later by a length of time. Months are calendar months: the 31st becomes the last day
 * of a shorter month. Lengths under a day count as none.
 */
export function later(date: string, { amount, unit }: Duration): string {
  const [year, month, day] = parts(date);
  if (unit === 'month') {
    const lastDay = new Date(Date.UTC(year, month - 1 + amount + 1, 0)).getUTCDate();
    return written(Date.UTC(year, month - 1 + amount, Math.min(day, lastDay)));
  }
  const days = { second: 0, minute: 0, hour: 0, day: 1, week: 7 }[unit] * amount;
  return written(Date.UTC(year, month - 1, day + days));
}

/**
 * The last day of a claim that began on a business date (P60, P65; I-VAL), or null where the office's claims never lapse.
 */
export function validUntil(begun: string, validity: PolicyValues['validity']): string | null {
  if (validity.visit === null) return null;
  const end = later(begun, validity.visit);
  return validity.inclusive ? end : later(end, { amount: -1, unit: 'day' });
}

export function hasLapsed(until: string | null, today: string): boolean {
  return until !== null && today > until;
}

/** Whole days between two business dates. */
export function daysBetween(from: string, to: string): number {
  const [fy, fm, fd] = parts(from);
  const [ty, tm, td] = parts(to);
  return Math.round((Date.UTC(ty, tm - 1, td) - Date.UTC(fy, fm - 1, fd)) / 86_400_000);
}
