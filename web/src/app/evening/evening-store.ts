import { Injectable, computed, inject, signal } from '@angular/core';
import type { EveningView, MinutesRequest } from '@lunjie/contracts';
import { OfficeApi } from '../reception/office-api';
import { Staff } from '../reception/staff';
import { pageActs } from '../shared/api/acts';
import { liveReading } from '../shared/live/live-reading';

/** A day's evening meeting, current by itself. Provided by the page. */
@Injectable()
export class EveningStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #date = signal<string | null>(null);
  readonly #reading = liveReading<EveningView>(computed(() => {
    const date = this.#date();
    return date === null ? null : `evening?date=${date}`;
  }));
  readonly #acts = pageActs(() => void this.refresh());

  readonly view = this.#reading.value;
  readonly readProblem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly refresh = this.#reading.refresh;
  readonly busy = this.#acts.busy;
  /** Why the last act did not happen. */
  readonly problem = this.#acts.problem;
  readonly agents = this.#staff.agents;

  constructor() {
    this.#staff.readOnce();
  }

  look(date: string): void {
    this.#acts.tell(null);
    this.#date.set(date);
  }

  enter(request: MinutesRequest): Promise<boolean> {
    return this.#acts.happens(() => this.#api.post('/evening/minutes', request));
  }

  close(date: string): Promise<boolean> {
    return this.#acts.happens(() => this.#api.post('/evening/close', { date }));
  }
}
