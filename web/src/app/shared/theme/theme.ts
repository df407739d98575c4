import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { remembered } from '../remembered';

export const themes = ['auto', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themes)[number];

function isTheme(value: unknown): value is ThemeChoice {
  return themes.some((theme) => theme === value);
}

/** Light, dark, or as the device says. The colours themselves are in `styles/tokens.css`. */
@Injectable({ providedIn: 'root' })
export class Theme {
  readonly #root = inject(DOCUMENT).documentElement;
  readonly #saved = remembered<ThemeChoice>('lunjie.theme', isTheme);
  readonly #choice = signal<ThemeChoice>(this.#saved.read() ?? 'auto');

  readonly choice = this.#choice.asReadonly();

  start(): void {
    this.#show(this.#choice());
  }

  choose(choice: ThemeChoice): void {
    this.#saved.write(choice);
    this.#choice.set(choice);
    this.#show(choice);
  }

  #show(choice: ThemeChoice): void {
    if (choice === 'auto') delete this.#root.dataset['theme'];
    else this.#root.dataset['theme'] = choice;
  }
}
