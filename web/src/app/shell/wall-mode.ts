import { DOCUMENT, Injectable, inject, signal } from '@angular/core';

/** The page alone, without header and navigation, on a screen that stays awake: for the wall. */
@Injectable({ providedIn: 'root' })
export class WallMode {
  readonly #document = inject(DOCUMENT);
  readonly #on = signal(false);
  #awake: WakeLockSentinel | undefined;
  readonly on = this.#on.asReadonly();

  constructor() {
    // The browser lets go of the screen whenever the page is hidden.
    this.#document.addEventListener('visibilitychange', () => void this.#keepAwake());
  }

  set(on: boolean): void {
    this.#on.set(on);
    void this.#keepAwake();
  }

  async #keepAwake(): Promise<void> {
    if (!this.#on()) {
      await this.#awake?.release();
      this.#awake = undefined;
      return;
    }
    // Absent on plain http: the display's own settings must do then.
    if (this.#document.visibilityState === 'hidden' || !('wakeLock' in navigator)) return;
    // Refused on a low battery.
    this.#awake = await navigator.wakeLock.request('screen').catch(() => undefined);
  }
}
