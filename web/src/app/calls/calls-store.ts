import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { CallAnswer, CallProposal, CallRow, CallsView } from '@lunjie/contracts';
import { OfficeApi } from '../reception/office-api';
import { Staff } from '../reception/staff';
import { pageActs } from '../shared/api/acts';
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
  readonly #acts = pageActs(() => void this.refresh());
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly draft = signal<CallDraft>(emptyCall);
  readonly view = this.#reading.value;
  readonly readProblem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly refresh = this.#reading.refresh;
  readonly proposal = this.#proposal.asReadonly();
  readonly busy = this.#acts.busy;
  readonly problem = this.#acts.problem;
  readonly agents = this.#staff.agents;
  readonly names = this.#staff.names;
  readonly isBegun = computed(() => isBegun(this.draft()));

  constructor() {
    this.#staff.readOnce();
    effect(() => {
      const draft = this.draft();
      untracked(() => this.#askSoon(draft));
    });
  }

  startOver(): void {
    this.draft.set(emptyCall);
    this.#acts.tell(null);
  }

  /** Registers exactly what is shown. Answers the call, or null where it was not done. */
  async register(): Promise<CallRow | null> {
    const registered = await this.#acts.answer(() => this.#api.post<CallAnswer>('/calls', callRequestOf(this.draft(), this.#proposal()?.decision.chosen)));
    if (registered) this.startOver();
    else void this.#ask(this.draft());
    return registered?.call ?? null;
  }

  async undo(call: string): Promise<void> {
    await this.#acts.happens(() => this.#api.post<CallAnswer>(`/calls/${encodeURIComponent(call)}/undo`));
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
      if (this.#acts.problem()?.code !== 'line_moved') this.#acts.tell(null);
    } catch (error) {
      if (mine !== this.#asked) return;
      this.#proposal.set(null);
      this.#acts.tell(error);
    }
  }
}
