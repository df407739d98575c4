import { DOCUMENT, Injectable, inject, signal } from '@angular/core';

/** What a browser hands over where the console can be installed; not in TypeScript's library. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

/** Installing the console on this device, where the browser offers it. */
@Injectable({ providedIn: 'root' })
export class Install {
  readonly #window = inject(DOCUMENT).defaultView;
  readonly #prompt = signal<InstallPrompt | null>(null);
  readonly possible = () => this.#prompt() !== null;

  start(): void {
    this.#window?.addEventListener('beforeinstallprompt', (event) => this.#prompt.set(event as InstallPrompt));
    this.#window?.addEventListener('appinstalled', () => this.#prompt.set(null));
  }

  /** A prompt can be used once. */
  async ask(): Promise<void> {
    const prompt = this.#prompt();
    this.#prompt.set(null);
    await prompt?.prompt();
  }
}
