import { Injectable, computed, inject, signal } from '@angular/core';
import type { ShowFlatHandOverRequest, ShowFlatHandedOver, ShowFlatRequest, ShowFlatRow, ShowFlatSheet } from '@lunjie/contracts';
import { OfficeApi } from '../../reception/office-api';
import { Staff } from '../../reception/staff';
import { problemFrom, type ApiProblem } from '../../shared/api/api-problem';
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
  readonly #busy = signal(false);
  readonly #problem = signal<ApiProblem | null>(null);

  readonly sheet = this.#reading.value;
  readonly readProblem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly refresh = this.#reading.refresh;
  readonly busy = this.#busy.asReadonly();
  /** Why the last act did not happen. */
  readonly problem = this.#problem.asReadonly();
  readonly agents = this.#staff.agents;

  constructor() {
    if (!this.#staff.names().size) void this.#staff.load().catch(() => undefined);
  }

  look(date: string): void {
    this.#date.set(date);
  }

  /** Enters a visitor; null where it was refused. */
  enter(visitor: ShowFlatRequest): Promise<ShowFlatRow | null> {
    return this.#do(() => this.#api.post<ShowFlatRow>('/show-flat', visitor));
  }

  handOver(request: ShowFlatHandOverRequest): Promise<ShowFlatHandedOver | null> {
    return this.#do(() => this.#api.post<ShowFlatHandedOver>('/show-flat/hand-over', request));
  }

  dismissProblem(): void {
    this.#problem.set(null);
  }

  async #do<T>(act: () => Promise<T>): Promise<T | null> {
    this.#busy.set(true);
    this.#problem.set(null);
    try {
      const answer = await act();
      void this.refresh();
      return answer;
    } catch (error) {
      this.#problem.set(problemFrom(error));
      return null;
    } finally {
      this.#busy.set(false);
    }
  }
}
