import type { BoardView } from '@lunjie/contracts';

/** Whether the office's day is over or not begun, by its own clock. Hours are `HH:MM` in the office's zone; null = always open. */
export function isOutsideHours({ day, opens, closes, office }: Pick<BoardView, 'day' | 'opens' | 'closes' | 'office'>, now: number): boolean {
  if (day === 'closed') return true;
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: office.timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(now);
  return (opens !== null && time < opens) || (closes !== null && time >= closes);
}
