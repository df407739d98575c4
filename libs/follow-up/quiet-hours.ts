import { overdueFrom, quietUntil, type QuietHours } from './due';

/**
 * When a follow-up that was to be done by the end of a day is overdue (epoch ms): never in the hours in which customers
 * are left in peace, but when those are over.
 */
export function overdueOutside(zone: string, date: string, quiet: QuietHours | null): number {
  const at = overdueFrom(zone, date);
  return quiet === null ? at : quietUntil(zone, at, quiet) ?? at;
}
