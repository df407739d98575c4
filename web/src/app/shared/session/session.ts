import { Injectable, computed, inject, signal } from '@angular/core';
import type { Role, SessionView, SignInRequest } from '@lunjie/contracts';
import { ApiClient } from '../api/api-client';
import { problemFrom } from '../api/api-problem';
import type { Language } from '../language/languages';
import { Words } from '../language/words';
import { remembered } from '../remembered';

const askAgainMs = 4_000;

/** Who is signed in, and in which office they stand. */
@Injectable({ providedIn: 'root' })
export class Session {
  readonly #api = inject(ApiClient);
  readonly #words = inject(Words);
  /** `undefined` until the server was asked. */
  readonly #view = signal<SessionView | null | undefined>(undefined);
  readonly #unreachable = signal(false);
  readonly #chosen = remembered<string>('lunjie.office', (value) => typeof value === 'string');
  #asking: Promise<SessionView | null> | undefined;

  readonly view = this.#view.asReadonly();
  readonly person = computed(() => this.#view()?.person ?? null);
  readonly offices = computed(() => this.#view()?.employments ?? []);
  readonly office = computed(() => this.offices().find(({ officeId }) => officeId === this.#chosen.read()) ?? this.offices()[0] ?? null);
  readonly roles = computed<readonly Role[]>(() => this.office()?.roles ?? []);
  /** The server does not answer, so nobody knows yet who this is. It is asked again by itself. */
  readonly unreachable = this.#unreachable.asReadonly();

  constructor() {
    this.#api.signedOut.subscribe(() => this.#view.set(null));
  }

  /** Resolves when it is known who is signed in, however long the server takes: a wall display starts before its network. */
  known(): Promise<SessionView | null> {
    const view = this.#view();
    if (view !== undefined) return Promise.resolve(view);
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async signIn(request: SignInRequest): Promise<void> {
    await this.#enter(await this.#api.post<SessionView>('/auth/sign-in', request));
  }

  async signOut(): Promise<void> {
    await this.#api.post('/auth/sign-out');
    this.#view.set(null);
  }

  /** Ends this person's sessions on every device. */
  async signOutEverywhere(): Promise<void> {
    await this.#api.post('/auth/sign-out-everywhere');
    this.#view.set(null);
  }

  /** The language of this person from now on, on every device where nobody chose another. */
  async speak(language: Language): Promise<void> {
    await this.#words.speak(language);
    // The choice holds in this browser even where the server cannot be told.
    if (this.#view()) await this.#api.put('/auth/language', { language }).catch(() => undefined);
  }

  /** Stands in another of the person's offices from the next page load on; the caller loads it. */
  chooseOffice(officeId: string): void {
    this.#chosen.write(officeId);
  }

  async #ask(): Promise<SessionView | null> {
    for (;;) {
      try {
        const view = await this.#api.get<SessionView>('/auth/me');
        this.#unreachable.set(false);
        await this.#enter(view);
        return view;
      } catch (error) {
        if (problemFrom(error).status === 401) {
          this.#unreachable.set(false);
          this.#view.set(null);
          return null;
        }
        this.#unreachable.set(true);
        await new Promise((done) => setTimeout(done, askAgainMs));
      }
    }
  }

  /** A browser in which nobody chose a language speaks the person's own. */
  async #enter(view: SessionView): Promise<void> {
    await this.#words.adopt(view.language);
    this.#view.set(view);
  }
}
