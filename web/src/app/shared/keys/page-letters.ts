import { DOCUMENT, DestroyRef, inject } from '@angular/core';
import { isTyping, Shortcuts } from './shortcuts';

/**
 * Single letters of a page, while such shortcuts are switched on, nothing is being typed and no dialog is open.
 * Needs an injection context; ends with the page. What a page answers to stands in `key-lists.ts` as well.
 */
export function injectPageLetters(acts: Readonly<Record<string, () => void>>): void {
  const letters = inject(Shortcuts).letters;
  const document = inject(DOCUMENT);
  const press = (event: KeyboardEvent): void => {
    const act = Object.hasOwn(acts, event.key) ? acts[event.key] : undefined;
    if (!act || event.ctrlKey || event.metaKey || event.altKey || !letters() || isTyping(event) || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    act();
  };
  document.addEventListener('keydown', press);
  inject(DestroyRef).onDestroy(() => document.removeEventListener('keydown', press));
}
