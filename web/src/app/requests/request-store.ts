import { Injectable, computed, inject, signal } from '@angular/core';
import type { PersonRef, RequestMay, RequestView, RevealedPhone } from '@lunjie/contracts';
import { OfficeApi } from '../reception/office-api';
import { Staff } from '../reception/staff';
import { pageActs } from '../shared/api/acts';
import { liveReading } from '../shared/live/live-reading';
import { Session } from '../shared/session/session';

const pathOf: Readonly<Record<Exclude<RequestMay, 'see_phone'>, string>> = { hand_on: 'hand-on', investigate: 'investigation', answer: 'answer', call_back: 'call-back', rule: 'ruling', praise: 'praise' };

/** One request, current by itself, and what is done about it. Provided by the page. */
@Injectable()
export class RequestStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #session = inject(Session);
  readonly #id = signal<string | null>(null);
  readonly #reading = liveReading<RequestView>(computed(() => this.#id() === null ? null : `requests/${encodeURIComponent(this.#id() ?? '')}`));
  readonly #acts = pageActs(() => void this.refresh());

  readonly view = this.#reading.value;
  readonly readProblem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly refresh = this.#reading.refresh;
  readonly busy = this.#acts.busy;
  /** Why the last act did not happen. */
  readonly problem = this.#acts.problem;
  /** To whom it can be handed on: whoever works here, but for its owner and the one it is about. */
  readonly others = computed<readonly PersonRef[]>(() => {
    const view = this.view();
    return this.#staff.people().filter(({ id, state, roles }) => id !== view?.row.owner.id && id !== view?.about?.id && state === 'active' && roles.some((role) => role !== 'auditor'));
  });

  /** Of whom praise can be: agents but for the reader. */
  readonly praisable = computed<readonly PersonRef[]>(() => this.#staff.agents().filter(({ id }) => id !== this.#session.person()?.id));

  constructor() {
    this.#staff.readOnce();
  }

  look(id: string): void {
    this.#id.set(id);
  }

  /** Does one step. Resolves to whether it was done; if not, the reason stands in `problem`. */
  act(what: Exclude<RequestMay, 'see_phone'>, body: object): Promise<boolean> {
    return this.#acts.happens(() => this.#post<RequestView>(pathOf[what], body));
  }

  /** The number that was left, or null where it was refused. */
  async phone(reason: string): Promise<string | null> {
    return (await this.#acts.fetched(() => this.#post<RevealedPhone>('phone', { reason })))?.phone ?? null;
  }

  dismissProblem(): void {
    this.#acts.tell(null);
  }

  #post<T>(path: string, body: object): Promise<T> {
    return this.#api.post<T>(`/requests/${encodeURIComponent(this.#id() ?? '')}/${path}`, body);
  }
}
