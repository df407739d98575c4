import { Injectable, computed, inject, signal } from '@angular/core';
import type { ArrivalAnswer, BoardView, MyDayView, OutRequest } from '@lunjie/contracts';
import { injectCustomerLabel } from '../reception/customer-label';
import { OfficeApi } from '../reception/office-api';
import { Staff } from '../reception/staff';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';
import { Clock } from '../shared/clock/clock';
import { liveReading } from '../shared/live/live-reading';
import { bigActOf, callingOf, runningOf } from './big-act';

/** The agent's own day, current by itself, and what they do in it. Provided by the page. */
@Injectable()
export class MyDayStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #reading = liveReading<MyDayView>('me');
  readonly #labelled = injectCustomerLabel();
  readonly #busy = signal(false);
  readonly #problem = signal<ApiProblem | null>(null);
  readonly #seen = signal<ReadonlySet<string>>(new Set());

  readonly view = computed(() => {
    const view = this.#reading.value();
    return view && { ...view, receptions: view.receptions.map((mine) => ({ ...mine, visit: this.#labelled(mine.visit) })) };
  });
  readonly readProblem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly refresh = this.#reading.refresh;
  readonly now = inject(Clock).ticking();
  readonly busy = this.#busy.asReadonly();
  /** Why the last act did not happen. */
  readonly problem = this.#problem.asReadonly();
  readonly agents = this.#staff.agents;
  readonly names = computed<ReadonlyMap<string, string>>(() => {
    const me = this.view()?.me;
    return new Map([...(me ? [[me.id, me.name] as const] : []), ...this.#staff.names()]);
  });
  readonly calling = computed(() => {
    const view = this.view();
    return view ? callingOf(view, this.#seen(), this.now()) : null;
  });
  readonly bigAct = computed(() => {
    const view = this.view();
    return view ? bigActOf(view, this.calling()) : null;
  });
  readonly running = computed(() => {
    const view = this.view();
    return view ? runningOf(view) : [];
  });

  constructor() {
    this.#staff.readOnce();
  }

  readonly signIn = () => this.act('/presence/sign-in');
  readonly signOut = () => this.act('/presence/sign-out');
  readonly goToDoor = () => this.act('/presence/door');
  readonly comeBack = () => this.act('/presence/back');
  readonly goOut = (request: OutRequest) => this.act('/presence/out', request);
  readonly dutyDone = (duty: string) => this.act(`/duties/${duty}/done`);
  readonly accept = (reception: string) => this.act(`/receptions/${reception}/accept`);

  /** The call was seen: it stops here at once, and on the agent's other devices when the server has heard of it. */
  understood(reception: string): void {
    this.#seen.update((seen) => new Set([...seen, reception]));
    void this.accept(reception);
  }

  /** Shows why something that had to come first did not happen. */
  show(problem: ApiProblem | null): void {
    this.#problem.set(problem);
  }

  dismissProblem(): void {
    this.#problem.set(null);
  }

  /** Sends an act and reads the day again. Resolves to whether it was done; if not, the reason stands in `problem`. */
  async act(path: string, body: object = {}): Promise<boolean> {
    this.#busy.set(true);
    this.#problem.set(null);
    try {
      await this.#api.post<ArrivalAnswer | BoardView>(path, body);
      await this.refresh();
      return true;
    } catch (error) {
      this.#problem.set(problemFrom(error));
      void this.refresh();
      return false;
    } finally {
      this.#busy.set(false);
    }
  }
}
