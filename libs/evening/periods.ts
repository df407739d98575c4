import type { PlanPeriod } from '@lunjie/contracts';

const dayMs = 86_400_000;

/** The Monday of a day's week. Days as `YYYY-MM-DD`. */
export function weekOf(date: string): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - sinceMonday * dayMs).toISOString().slice(0, 10);
}

/** The day a plan sheet stands under: the day itself, or the Monday of the week. */
export function periodStart(period: PlanPeriod, date: string): string {
  return period === 'week' ? weekOf(date) : date;
}

/** Whether a plan would be for a time that is over: yesterday, or last week. */
export function isPlanOver(period: PlanPeriod, date: string, today: string): boolean {
  return periodStart(period, date) < periodStart(period, today);
}
