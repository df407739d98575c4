import { Injectable, computed, inject, signal } from '@angular/core';
import type { ShowFlatHandOverRequest, ShowFlatHandedOver, ShowFlatRequest, ShowFlatRow, ShowFlatSheet } from '@lunjie/contracts';
import { OfficeApi } from '../../reception/office-api';
import { Staff } from '../../reception/staff';
import { pageActs } from '../../shared/api/acts';
import { liveReading } from '../../shared/live/live-reading';

/** The show flat's own sheet of a day, current by itself. Provided by the page. */
@Injectable()
export class ShowFlatStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #date = signal<string | null>(null);
  readonly #reading = liveReading<ShowFlatSheet>(computed(() => {
    const date = this.#date();
    return date === null ? null : `show-flat?date=${date}`;
  }));
  readonly #acts = pageActs(() => void this.refresh());

  readonly sheet = this.#reading.value;
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
    this.#date.set(date);
  }

  /** Enters a visitor; null where it was refused. */
  enter(visitor: ShowFlatRequest): Promise<ShowFlatRow | null> {
    return this.#acts.answer(() => this.#api.post<ShowFlatRow>('/show-flat', visitor));
  }

  handOver(request: ShowFlatHandOverRequest): Promise<ShowFlatHandedOver | null> {
    return this.#acts.answer(() => this.#api.post<ShowFlatHandedOver>('/show-flat/hand-over', request));
  }

  dismissProblem(): void {
    this.#acts.tell(null);
  }
}
