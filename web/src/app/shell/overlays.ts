import { Injectable, signal } from '@angular/core';

/** What can lie over a page, one at a time: finding, the keyboard map, notifications, the demo's reset. */
export type Overlay = 'palette' | 'keys' | 'notices' | 'reset';

/** Which of them is open. */
@Injectable({ providedIn: 'root' })
export class Overlays {
  readonly #open = signal<Overlay | null>(null);
  readonly open = this.#open.asReadonly();

  show(overlay: Overlay): void {
    this.#open.set(overlay);
  }

  close(): void {
    this.#open.set(null);
  }
}
