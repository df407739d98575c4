import type { PolicyValues } from '@lunjie/policy';

/** Between which hours agreed on a guest is awaited now. Epoch milliseconds, both included. */
export interface AwaitedHours {
  readonly from: number;
  readonly to: number;
}

const minute = 60_000;

/**
 * Whose guests are awaited at a moment: an agent is passed by from some time before the hour agreed on until some time
 * after it (P08, E08). Null where the office passes nobody by for a guest.
 * @param at epoch milliseconds
 */
export function awaitedHours({ unavailable_when: watched, guest_before_minutes: before, guest_after_minutes: after }: PolicyValues['rotation'], at: number): AwaitedHours | null {
  return watched.includes('pending_guest') ? { from: at - after * minute, to: at + before * minute } : null;
}
