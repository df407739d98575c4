import { DOCUMENT, Injectable, inject, signal } from '@angular/core';

/** A short two-tone bell. Browsers keep a page silent until it was touched once; `blocked` says that this is so. */
@Injectable({ providedIn: 'root' })
export class Chime {
  readonly #document = inject(DOCUMENT);
  readonly #blocked = signal(false);
  #context: AudioContext | undefined;

  readonly blocked = this.#blocked.asReadonly();

  constructor() {
    for (const touch of ['pointerdown', 'keydown'] as const) {
      this.#document.addEventListener(touch, () => void this.unlock(), { once: true, capture: true });
    }
  }

  /** Call from a touch: allows sound for the rest of the visit. */
  async unlock(): Promise<void> {
    const context = this.#open();
    if (!context) return;
    await context.resume().catch(() => undefined);
    this.#blocked.set(context.state !== 'running');
  }

  ring(): void {
    // Before the first touch a browser refuses, and says so in its log each time it is asked.
    if (!wasTouched()) return this.#blocked.set(true);
    const context = this.#open();
    if (!context) return;
    if (context.state !== 'running') {
      this.#blocked.set(true);
      void context.resume().then(() => this.#blocked.set(false), () => undefined);
      return;
    }
    this.#tone(context, 784, 0);
    this.#tone(context, 1047, 0.22);
  }

  #tone(context: AudioContext, hertz: number, afterSeconds: number): void {
    const start = context.currentTime + afterSeconds;
    const oscillator = context.createOscillator();
    const loudness = context.createGain();
    oscillator.frequency.value = hertz;
    loudness.gain.setValueAtTime(0, start);
    loudness.gain.linearRampToValueAtTime(0.4, start + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.001, start + 0.6);
    oscillator.connect(loudness).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + 0.65);
  }

  #open(): AudioContext | undefined {
    if (typeof AudioContext === 'undefined') return undefined;
    this.#context ??= new AudioContext();
    return this.#context;
  }
}

/** Whether the person has touched this page since it was opened. */
export function wasTouched(): boolean {
  return navigator.userActivation?.hasBeenActive ?? true;
}
