import { Injectable, inject } from '@angular/core';
import { Chime, wasTouched } from '../reception/chime';
import { PageTitle } from '../shell/page-title';

const ringEveryMs = 3_000;
const flashEveryMs = 1_000;

/** Calls the agent by sound, vibration and a flashing title, until somebody answers. Provided by the page. */
@Injectable()
export class TurnCall {
  readonly #chime = inject(Chime);
  readonly #title = inject(PageTitle);
  #ringing: ReturnType<typeof setInterval> | undefined;
  #flashing: ReturnType<typeof setInterval> | undefined;

  /** @param words what the title flashes with, such as `轮到您了` */
  start(words: string): void {
    this.stop();
    this.#ring();
    this.#ringing = setInterval(() => this.#ring(), ringEveryMs);
    let on = true;
    this.#title.call(words);
    this.#flashing = setInterval(() => {
      on = !on;
      this.#title.call(on ? words : '');
    }, flashEveryMs);
  }

  stop(): void {
    clearInterval(this.#ringing);
    clearInterval(this.#flashing);
    this.#title.call('');
  }

  #ring(): void {
    this.#chime.ring();
    // Some browsers have no vibration, and none vibrates before the first touch.
    if (wasTouched()) navigator.vibrate?.([250, 120, 250]);
  }
}
