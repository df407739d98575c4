import { Injectable, inject, signal } from '@angular/core';
import { DOCUMENT } from '@angular/core';
import { remembered } from '../remembered';

const onOff = (value: unknown): value is 'on' | 'off' => value === 'on' || value === 'off';

/** Inputs that take letters; a tick box or a radio button does not. */
const typingIn = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';

/**
 * Whether single letters, digits and signs are shortcuts, on every page: a person can switch them off (WCAG 2.1.4).
 * Enter, Esc and combinations with Ctrl or ⌘ always work.
 */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  readonly #saved = remembered('lunjie.shortcuts', onOff);
  readonly #letters = signal(this.#saved.read() !== 'off');
  readonly letters = this.#letters.asReadonly();
  /** How the key of combinations is called here. */
  readonly mod = /Mac|iP(hone|ad|od)/.test(inject(DOCUMENT).defaultView?.navigator.userAgent ?? '') ? '⌘' : 'Ctrl';

  useLetters(on: boolean): void {
    this.#letters.set(on);
    this.#saved.write(on ? 'on' : 'off');
  }
}

/** Whether a key was pressed where it is text. */
export function isTyping(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.matches(typingIn);
}
