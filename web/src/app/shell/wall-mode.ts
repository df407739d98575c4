import { Injectable, signal } from '@angular/core';

/** The page alone, without header and navigation: for a screen on the wall. */
@Injectable({ providedIn: 'root' })
export class WallMode {
  readonly #on = signal(false);
  readonly on = this.#on.asReadonly();

  set(on: boolean): void {
    this.#on.set(on);
  }
}
