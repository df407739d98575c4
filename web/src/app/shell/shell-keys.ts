import { isTyping } from '../shared/keys/shortcuts';

/** What a key means on every page. */
export type ShellKey = 'palette' | 'keys';

/** @param letters whether single signs are shortcuts at all */
export function shellKeyOf(event: KeyboardEvent, letters: boolean): ShellKey | null {
  if (event.isComposing || event.defaultPrevented || event.altKey) return null;
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k') return 'palette';
  if (event.ctrlKey || event.metaKey || !letters || isTyping(event)) return null;
  // A question that is open must be answered or left first.
  if (event.target instanceof Element && event.target.closest('dialog')) return null;
  return event.key === '?' || event.key === '？' ? 'keys' : null;
}
