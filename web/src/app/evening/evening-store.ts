import { Injectable, computed, inject, signal } from '@angular/core';
import type { EveningView, MinutesRequest } from '@lunjie/contracts';
import { OfficeApi } from '../reception/office-api';
import { Staff } from '../reception/staff';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';
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
  readonly agents = this.#staff.agents;

  constructor() {
    if (!this.#staff.names().size) void this.#staff.load().catch(() => undefined);
  }

  look(date: string): void {
    this.#problem.set(null);
    this.#date.set(date);
  }

  enter(request: MinutesRequest): Promise<boolean> {
    return this.#do(() => this.#api.post('/evening/minutes', request));
  }

  close(date: string): Promise<boolean> {
    return this.#do(() => this.#api.post('/evening/close', { date }));
  }

  async #do(send: () => Promise<unknown>): Promise<boolean> {
    this.#busy.set(true);
    this.#problem.set(null);
    try {
      await send();
      return true;
    } catch (error) {
      this.#problem.set(problemFrom(error));
      return false;
    } finally {
      this.#busy.set(false);
      void this.refresh();
    }
  }
}
