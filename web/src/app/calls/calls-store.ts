import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { CallAnswer, CallProposal, CallRow, CallsView } from '@lunjie/contracts';
import { OfficeApi } from '../reception/office-api';
import { Staff } from '../reception/staff';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';
import { liveReading } from '../shared/live/live-reading';
import { callRequestOf, emptyCall, isBegun, isPhoneWhole, type CallDraft } from './call-draft';

/** How long somebody stops typing before it is asked whose turn it is (ms). */
const pause = 250;

/** The call that is being registered, what would be decided of it, and today's calls. Provided by the page. */
@Injectable()
export class CallsStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #reading = liveReading<CallsView>('calls');
  readonly #proposal = signal<CallProposal | null>(null);
  readonly #busy = signal(false);
  readonly #problem = signal<ApiProblem | null>(null);
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly draft = signal<CallDraft>(emptyCall);
  readonly view = this.#reading.value;
  readonly readProblem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly refresh = this.#reading.refresh;
  readonly proposal = this.#proposal.asReadonly();
  readonly busy = this.#busy.asReadonly();
  readonly problem = this.#problem.asReadonly();
  readonly agents = this.#staff.agents;
  readonly names = this.#staff.names;
  readonly isBegun = computed(() => isBegun(this.draft()));

  constructor() {
    if (!this.#staff.names().size) void this.#staff.load().catch(() => undefined);
    effect(() => {
      const draft = this.draft();
      untracked(() => this.#askSoon(draft));
    });
  }

  startOver(): void {
    this.draft.set(emptyCall);
    this.#problem.set(null);
  }

  /** Registers exactly what is shown. Answers the call, or null where it was not done. */
  async register(): Promise<CallRow | null> {
    this.#busy.set(true);
    this.#problem.set(null);
    const shown = this.#proposal();
    try {
      const { call } = await this.#api.post<CallAnswer>('/calls', callRequestOf(this.draft(), shown?.decision.chosen));
      this.startOver();
      return call;
    } catch (error) {
      this.#problem.set(problemFrom(error));
      void this.#ask(this.draft());
      return null;
    } finally {
      this.#busy.set(false);
      void this.refresh();
    }
  }

  async undo(call: string): Promise<void> {
    this.#busy.set(true);
    this.#problem.set(null);
    try {
      await this.#api.post<CallAnswer>(`/calls/${encodeURIComponent(call)}/undo`);
    } catch (error) {
      this.#problem.set(problemFrom(error));
    } finally {
      this.#busy.set(false);
      void this.refresh();
    }
  }

  #askSoon(draft: CallDraft): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    if (!isBegun(draft)) this.#proposal.set(null);
    else if (isPhoneWhole(draft.phone)) this.#timer = setTimeout(() => void this.#ask(draft), pause);
  }

  async #ask(draft: CallDraft): Promise<void> {
    const mine = (this.#asked += 1);
    try {
      const proposal = await this.#api.ask<CallProposal>('/calls/proposal', callRequestOf(draft));
      if (mine !== this.#asked) return;
      this.#proposal.set(proposal);
      if (this.#problem()?.code !== 'line_moved') this.#problem.set(null);
    } catch (error) {
      if (mine !== this.#asked) return;
      this.#proposal.set(null);
      this.#problem.set(problemFrom(error));
    }
  }
}
