import { DOCUMENT, Injectable, inject, isDevMode } from '@angular/core';

/**
 * Keeps the console itself on the device, so that it opens without a network and says so; never anything of the office.
 * Browsers allow it on https and on localhost only: elsewhere it is simply not there.
 */
@Injectable({ providedIn: 'root' })
export class OfflineShell {
  readonly #window = inject(DOCUMENT).defaultView;

  start(): void {
    const { serviceWorker } = this.#window?.navigator ?? {};
    if (isDevMode() || !serviceWorker || !this.#window?.isSecureContext) return;
    const keep = async () => {
      await serviceWorker.register('/service-worker.js');
      const { active } = await serviceWorker.ready;
      // What was loaded before the worker was there.
      active?.postMessage({ keep: performance.getEntriesByType('resource').map(({ name }) => name) });
    };
    // Without it the console works all the same.
    this.#window.addEventListener('load', () => setTimeout(() => void keep().catch(() => undefined), 1_000), { once: true });
  }
}
