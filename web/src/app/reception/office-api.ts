import { Injectable, inject } from '@angular/core';
import { ApiClient, newKey } from '../shared/api/api-client';
import { problemFrom } from '../shared/api/api-problem';
import { Session } from '../shared/session/session';

type Query = Readonly<Record<string, string>>;

/**
 * The API of the office the person stands in. A write that got no answer keeps its key: pressing the same button again
 * is the same act to the server, never a second one.
 */
@Injectable({ providedIn: 'root' })
export class OfficeApi {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #unanswered = new Map<string, string>();

  get<T>(path: string, query?: Query): Promise<T> {
    return this.#api.get<T>(this.#at(path), query);
  }

  /** Asks with a body; the server writes nothing. */
  ask<T>(path: string, body: object): Promise<T> {
    return this.#api.post<T>(this.#at(path), body);
  }

  post<T>(path: string, body: object = {}): Promise<T> {
    return this.#once(`POST ${path}`, body, (key) => this.#api.post<T>(this.#at(path), body, { key }));
  }

  put<T>(path: string, body: object): Promise<T> {
    return this.#once(`PUT ${path}`, body, (key) => this.#api.put<T>(this.#at(path), body, { key }));
  }

  patch<T>(path: string, body: object): Promise<T> {
    return this.#once(`PATCH ${path}`, body, (key) => this.#api.patch<T>(this.#at(path), body, { key }));
  }

  /** To take the same thing away twice is to take it away once. */
  remove(path: string): Promise<void> {
    return this.#api.delete(this.#at(path));
  }

  async #once<T>(act: string, body: object, send: (key: string) => Promise<T>): Promise<T> {
    const whole = `${act} ${JSON.stringify(body)}`;
    const key = this.#unanswered.get(whole) ?? newKey();
    this.#unanswered.set(whole, key);
    try {
      const answer = await send(key);
      this.#unanswered.delete(whole);
      return answer;
    } catch (error) {
      const problem = problemFrom(error);
      if (!problem.passing) this.#unanswered.delete(whole);
      throw problem;
    }
  }

  #at(path: string): string {
    return `/offices/${encodeURIComponent(this.#session.office()?.officeId ?? '')}${path}`;
  }
}
