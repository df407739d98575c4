import { Injectable, computed, inject, signal } from '@angular/core';
import type { PersonRef, RequestMay, RequestView, RevealedPhone } from '@lunjie/contracts';
import { OfficeApi } from '../reception/office-api';
import { Staff } from '../reception/staff';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';
import { liveReading } from '../shared/live/live-reading';

const pathOf: Readonly<Record<Exclude<RequestMay, 'see_phone'>, string>> = { hand_on: 'hand-on', investigate: 'investigation', answer: 'answer', call_back: 'call-back', rule: 'ruling' };

/** One request, current by itself, and what is done about it. Provided by the page. */
@Injectable()
export class RequestStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #id = signal<string | null>(null);
  readonly #reading = liveReading<RequestView>(computed(() => this.#id() === null ? null : `requests/${encodeURIComponent(this.#id() ?? '')}`));
  readonly #busy = signal(false);
  readonly #problem = signal<ApiProblem | null>(null);

  readonly view = this.#reading.value;
  readonly readProblem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly refresh = this.#reading.refresh;
  readonly busy = this.#busy.asReadonly();
  /** Why the last act did not happen. */
  readonly problem = this.#problem.asReadonly();
  /** To whom it can be handed on: whoever works here, but for its owner and the one it is about. */
  readonly others = computed<readonly PersonRef[]>(() => {
    const view = this.view();
    return this.#staff.people().filter(({ id, state, roles }) => id !== view?.row.owner.id && id !== view?.about?.id && state === 'active' && roles.some((role) => role !== 'auditor'));
  });

  constructor() {
    if (!this.#staff.names().size) void this.#staff.load().catch(() => undefined);
  }

  look(id: string): void {
    this.#id.set(id);
  }

  /** Does one step. Resolves to whether it was done; if not, the reason stands in `problem`. */
  async act(what: Exclude<RequestMay, 'see_phone'>, body: object): Promise<boolean> {
    const done = await this.#post<RequestView>(pathOf[what], body);
    void this.refresh();
    return done !== null;
  }

  /** The number that was left, or null where it was refused. */
  async phone(reason: string): Promise<string | null> {
    return (await this.#post<RevealedPhone>('phone', { reason }))?.phone ?? null;
  }

  dismissProblem(): void {
    this.#problem.set(null);
  }

  async #post<T>(path: string, body: object): Promise<T | null> {
    this.#busy.set(true);
    this.#problem.set(null);
    try {
      return await this.#api.post<T>(`/requests/${encodeURIComponent(this.#id() ?? '')}/${path}`, body);
    } catch (error) {
      this.#problem.set(problemFrom(error));
      return null;
    } finally {
      this.#busy.set(false);
    }
  }
}
