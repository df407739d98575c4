import { DOCUMENT, DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { Subject } from 'rxjs';
import { OPEN_EVENT_STREAM } from './event-stream';

export type LiveState = 'connecting' | 'live' | 'reconnecting';

/** After this long without a word the stream may be dead, whatever the browser believes: a fresh one is opened in its place. */
const silenceMs = 40_000;
/** A stream that has not opened after this long will not. */
const openingMs = 10_000;
const checkMs = 5_000;
/** While there is no stream, pages ask this often. */
const pollMs = 10_000;
const reopenMs = [1_000, 2_000, 5_000, 10_000];

/**
 * One event stream a page for the whole console (HTTP/1.1 gives a browser six connections).
 * It only says that something of the office changed; pages then read again. Without a stream it says so on a timer,
 * so a page that reads on `changes` is never more than ten seconds behind a server it can reach.
 */
@Injectable({ providedIn: 'root' })
export class Live {
  readonly #open = inject(OPEN_EVENT_STREAM);
  readonly #document = inject(DOCUMENT);
  readonly #state = signal<LiveState>('connecting');
  readonly #changes = new Subject<void>();
  #office: string | null = null;
  #listeners = 0;
  #stream: EventSource | undefined;
  #lastWord = 0;
  #openingSince: number | null = null;
  #lastPoll = 0;
  #failures = 0;
  #check: ReturnType<typeof setInterval> | undefined;
  #reopen: ReturnType<typeof setTimeout> | undefined;
  readonly #wake = () => this.#wakeUp();

  readonly state = this.#state.asReadonly();
  readonly isLive = computed(() => this.#state() === 'live');
  /** Something may have changed: read again. */
  readonly changes = this.#changes.asObservable();

  /** Listens to an office for as long as the calling store or component lives. Needs an injection context. */
  listen(office: string): void {
    this.#listeners += 1;
    inject(DestroyRef).onDestroy(() => {
      this.#listeners -= 1;
      if (this.#listeners === 0) this.#stop();
    });
    if (this.#office === office && this.#check) return;
    this.#stop();
    this.#office = office;
    this.#check = setInterval(() => this.#look(), checkMs);
    addEventListener('online', this.#wake);
    addEventListener('pageshow', this.#wake);
    this.#document.addEventListener('visibilitychange', this.#wake);
    this.#connect();
  }

  #connect(): void {
    clearTimeout(this.#reopen);
    this.#stream?.close();
    if (!this.#office) return;
    this.#openingSince = this.#lastWord = Date.now();
    const stream = this.#open(`/api/offices/${encodeURIComponent(this.#office)}/live`);
    this.#stream = stream;
    stream.addEventListener('open', () => {
      const isReturn = this.#state() !== 'connecting';
      this.#failures = 0;
      this.#heard();
      // What changed while nobody listened is not sent again.
      if (isReturn) this.#changes.next();
    });
    stream.addEventListener('changed', () => {
      this.#heard();
      this.#changes.next();
    });
    stream.addEventListener('heartbeat', () => this.#heard());
    stream.addEventListener('error', () => this.#lost());
  }

  #heard(): void {
    this.#openingSince = null;
    this.#lastWord = Date.now();
    this.#state.set('live');
  }

  /** The browser retries by itself but gives up on an error answer: the console does its own retrying, always. */
  #lost(): void {
    this.#openingSince = null;
    this.#stream?.close();
    this.#state.set('reconnecting');
    const pause = reopenMs[Math.min(this.#failures, reopenMs.length - 1)];
    this.#failures += 1;
    clearTimeout(this.#reopen);
    this.#reopen = setTimeout(() => this.#connect(), pause);
  }

  #look(): void {
    const now = Date.now();
    if (this.#openingSince !== null && now - this.#openingSince > openingMs) this.#lost();
    else if (this.#state() === 'live' && now - this.#lastWord > silenceMs) this.#connect();
    if (this.#state() !== 'live' && now - this.#lastPoll >= pollMs) {
      this.#lastPoll = now;
      this.#changes.next();
    }
  }

  /** After sleep, a network change or a return to the tab the stream may be dead without knowing it. */
  #wakeUp(): void {
    if (this.#document.visibilityState === 'hidden') return;
    this.#changes.next();
    if (this.#state() !== 'live' || Date.now() - this.#lastWord > silenceMs / 2) this.#connect();
  }

  #stop(): void {
    clearInterval(this.#check);
    clearTimeout(this.#reopen);
    this.#check = undefined;
    this.#stream?.close();
    this.#stream = undefined;
    this.#office = null;
    this.#failures = 0;
    this.#state.set('connecting');
    removeEventListener('online', this.#wake);
    removeEventListener('pageshow', this.#wake);
    this.#document.removeEventListener('visibilitychange', this.#wake);
  }
}
