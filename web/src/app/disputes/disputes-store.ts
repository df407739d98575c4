import { Injectable, computed, inject, signal } from '@angular/core';
import type { DisputesView, DisputeView, RulingPreview } from '@lunjie/contracts';
import { OfficeApi } from '../reception/office-api';
import { Staff } from '../reception/staff';
import { pageActs } from '../shared/api/acts';
import { liveReading } from '../shared/live/live-reading';

/** The office's cases, one of them in full, and the acts on it; current by themselves. Provided by the page. */
@Injectable()
export class DisputesStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #id = signal<string | null>(null);
  readonly #reading = liveReading<DisputesView>('disputes');
  readonly #one = liveReading<DisputeView>(computed(() => this.#id() === null ? null : `disputes/${encodeURIComponent(this.#id() ?? '')}`));
  readonly #acts = pageActs(() => this.refresh());

  readonly list = this.#reading.value;
  readonly listProblem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly view = this.#one.value;
  readonly viewProblem = this.#one.problem;
  readonly busy = this.#acts.busy;
  /** Why the last act did not happen. */
  readonly problem = this.#acts.problem;
  readonly names = computed<ReadonlyMap<string, string>>(() => new Map([...this.#staff.names(), ...Object.entries(this.view()?.names ?? {})]));

  constructor() {
    this.#staff.readOnce();
  }

  look(id: string | null): void {
    if (id !== this.#id()) this.#id.set(id);
  }

  refresh(): void {
    void this.#reading.refresh();
    void this.#one.refresh();
  }

  preview(body: object): Promise<RulingPreview> {
    return this.#api.ask(`/disputes/${encodeURIComponent(this.#id() ?? '')}/preview`, body);
  }

  /** Sends an act on the case. Resolves to whether it was done; if not, the reason stands in `problem`. */
  act(path: string, body: object): Promise<boolean> {
    return this.#acts.happens(() => this.#api.post(`/disputes/${encodeURIComponent(this.#id() ?? '')}/${path}`, body));
  }

  dismissProblem(): void {
    this.#acts.tell(null);
  }
}
