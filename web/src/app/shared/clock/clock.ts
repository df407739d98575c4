import { DestroyRef, Injectable, inject, signal, type Signal } from '@angular/core';

/** Below this the difference is the network's and the `Date` header's own second, not the device's clock. */
const toleratedMs = 2_000;

/**
 * The office's time as the server sees it: a tablet whose clock is wrong still shows right minutes.
 * Ticks only while a page that shows running time is open.
 */
@Injectable({ providedIn: 'root' })
export class Clock {
  #offsetMs = 0;
  #watchers = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #now = signal(Date.now());

  /** Epoch milliseconds at this moment; does not tick. */
  read(): number {
    return Date.now() + this.#offsetMs;
  }

  /** Hears what time the server has, from any answer. */
  heard(serverNow: number): void {
    const offset = serverNow - Date.now();
    this.#offsetMs = Math.abs(offset) > toleratedMs ? offset : 0;
  }

  /** The time, once a second, for as long as the calling component lives. Needs an injection context. */
  ticking(): Signal<number> {
    const destroyed = inject(DestroyRef);
    this.#watchers += 1;
    this.#now.set(this.read());
    this.#timer ??= setInterval(() => this.#now.set(this.read()), 1_000);
    destroyed.onDestroy(() => {
      this.#watchers -= 1;
      if (this.#watchers > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    });
    return this.#now.asReadonly();
  }
}
