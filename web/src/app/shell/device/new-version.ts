import { DOCUMENT, DestroyRef, Injectable, effect, inject, isDevMode, signal } from '@angular/core';
import { Live } from '../../shared/live/live';
import { WallMode } from '../wall-mode';

const askEveryMs = 30 * 60_000;
const notAgainWithinMs = 60_000;

/** The files a page is made of, as its markup names them. */
export function filesOf(markup: string): readonly string[] {
  return [...markup.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, name = '']) => name).sort();
}

/**
 * Notices that the server has a newer console than this one: after it was out of reach, on coming back to the page, and
 * now and then. A screen on the wall, where nobody can press anything, loads it by itself. Provided by the frame.
 */
@Injectable()
export class NewVersion {
  readonly #document = inject(DOCUMENT);
  readonly #wall = inject(WallMode);
  readonly #ready = signal(false);
  #askedAt = Date.now();
  readonly ready = this.#ready.asReadonly();

  constructor() {
    if (isDevMode()) return;
    const live = inject(Live);
    const look = () => void (this.#document.visibilityState === 'visible' && this.#ask());
    const timer = setInterval(look, askEveryMs);
    this.#document.addEventListener('visibilitychange', look);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      this.#document.removeEventListener('visibilitychange', look);
    });
    let wasAway = false;
    effect(() => {
      const state = live.state();
      if (state === 'reconnecting') wasAway = true;
      else if (state === 'live' && wasAway) {
        wasAway = false;
        this.#askedAt = 0;
        look();
      }
    });
  }

  later(): void {
    this.#ready.set(false);
  }

  load(): void {
    this.#document.location.reload();
  }

  async #ask(): Promise<void> {
    if (Date.now() - this.#askedAt < notAgainWithinMs) return;
    this.#askedAt = Date.now();
    const answer = await fetch('/', { cache: 'no-store' }).catch(() => null);
    if (!answer?.ok) return;
    const theirs = filesOf(await answer.text());
    const ours = filesOf(this.#document.documentElement.outerHTML);
    if (theirs.length === 0 || theirs.every((name) => ours.includes(name))) return;
    if (this.#wall.on()) this.load();
    else this.#ready.set(true);
  }
}
