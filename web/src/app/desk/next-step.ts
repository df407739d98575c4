import type { BoardView } from '@lunjie/contracts';
import { emptyDraft, type ArrivalDraft } from './arrival/arrival-draft';

/** What comes next at the desk, whatever has happened before: Enter does it. */
export type NextStep =
  | { readonly kind: 'open_day' | 'ask' | 'confirm' }
  | { readonly kind: 'assign'; readonly visit: string; readonly receiver: string };

/** An arrival that was begun is finished first; then whoever waits longest and can be received; then the next arrival. */
export function nextStepOf({ day, waiting }: Pick<BoardView, 'day' | 'waiting'>, draft: ArrivalDraft): NextStep | null {
  if (day === 'not_opened') return { kind: 'open_day' };
  if (day !== 'open') return null;
  if (draft.answer !== null) return { kind: 'confirm' };
  const [next] = waiting.filter(({ canBeReceivedBy }) => canBeReceivedBy !== null).sort((one, other) => one.since - other.since);
  if (next?.canBeReceivedBy && draft === emptyDraft) return { kind: 'assign', visit: next.visit, receiver: next.canBeReceivedBy.id };
  return { kind: 'ask' };
}
