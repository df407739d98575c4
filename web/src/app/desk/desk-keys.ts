import { extraQuestions, type ExtraQuestion } from './arrival/arrival-form';

/** What a key of the desk means, wherever the focus is, unless somebody is typing. */
export type DeskKey =
  | { readonly kind: 'digit'; readonly digit: number }
  | { readonly kind: 'focus'; readonly field: 'arrival-phone' | 'arrival-name' }
  | { readonly kind: 'question'; readonly question: ExtraQuestion }
  | { readonly kind: 'confirm' | 'back' | 'leave_field' };

const typingIn = 'input:not([type=radio], [type=checkbox]), textarea, select';

/** @param letters whether single letters and digits are shortcuts at all: a person can switch them off (WCAG 2.1.4) */
export function keyOf(event: KeyboardEvent, letters: boolean): DeskKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('dialog')) return null;
  // Esc closes an open menu of the header first; the browser does it, unless the key was taken from it.
  if (event.key === 'Escape' && target?.closest('[popover], [popovertarget]')) return null;
  const isTyping = target?.matches(typingIn) ?? false;
  if (event.key === 'Escape') return { kind: isTyping ? 'leave_field' : 'back' };
  // Inside the form Enter sends it by itself, on a button it presses the button.
  if (event.key === 'Enter') return target?.closest('form, button, a, summary') ? null : { kind: 'confirm' };
  if (isTyping || !letters) return null;
  if (/^\d$/.test(event.key)) return { kind: 'digit', digit: Number(event.key) };
  const letter = event.key.toUpperCase();
  if (letter === 'T') return { kind: 'focus', field: 'arrival-phone' };
  if (letter === 'N') return { kind: 'focus', field: 'arrival-name' };
  const question = extraQuestions.find(({ key }) => key === letter);
  return question ? { kind: 'question', question: question.asked } : null;
}

/**
 * Keys that came while an arrival was being confirmed: the answers of the next one are kept, in their order. After any
 * other key nothing more is: digits that follow may be meant for the field it leads to.
 */
export function keptEarly(kept: readonly DeskKey[], key: DeskKey): readonly DeskKey[] {
  if (kept.some(({ kind }) => kind !== 'digit')) return kept;
  return key.kind === 'digit' || key.kind === 'question' || key.kind === 'focus' ? [...kept, key] : kept;
}
