import { Injectable, computed, effect, inject, signal } from '@angular/core';
import type { ArrivalAnswer, ArrivalProposal, ArrivalRequest, VisitRow } from '@lunjie/contracts';
import { OfficeApi } from '../../reception/office-api';
import { problemFrom, type ApiProblem } from '../../shared/api/api-problem';
import { Session } from '../../shared/session/session';
import { emptyDraft, requestOf, requestWhileTyping, type ArrivalDraft } from './arrival-draft';

const quietMs = 200;

/** A confirmed arrival, and the draft it came from, should it be taken back. */
export interface Confirmed {
  readonly visit: VisitRow;
  readonly draft: ArrivalDraft;
}

/**
 * The arrival at the desk: what is known so far, whom the policy proposes, and the confirmation of exactly that.
 * Lives longer than the page, so that a look at the board loses nothing that was typed.
 */
@Injectable({ providedIn: 'root' })
export class ArrivalStore {
  readonly #api = inject(OfficeApi);
  readonly #draft = signal<ArrivalDraft>(emptyDraft);
  readonly #proposal = signal<ArrivalProposal | null>(null);
  readonly #proposedFor = signal<string | null>(null);
  readonly #asking = signal(false);
  readonly #askProblem = signal<ApiProblem | null>(null);
  readonly #confirming = signal(false);
  readonly #confirmProblem = signal<ApiProblem | null>(null);
  readonly #moved = signal(false);
  readonly #confirmed = signal<Confirmed | null>(null);
  #latest = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly draft = this.#draft.asReadonly();
  readonly proposal = this.#proposal.asReadonly();
  /** The proposal shown is not yet the one for what was said last. */
  readonly asking = this.#asking.asReadonly();
  readonly askProblem = this.#askProblem.asReadonly();
  readonly confirming = this.#confirming.asReadonly();
  readonly confirmProblem = this.#confirmProblem.asReadonly();
  /** Somebody else is proposed now than when the desk pressed: look again. */
  readonly moved = this.#moved.asReadonly();
  readonly confirmed = this.#confirmed.asReadonly();
  readonly isEmpty = computed(() => this.#draft() === emptyDraft);

  constructor() {
    const session = inject(Session);
    // The next person at this tablet starts clean.
    let person: string | undefined;
    effect(() => {
      const now = session.person()?.id;
      if (person && now !== person) this.clear(null);
      person = now ?? person;
    });
  }

  change(patch: Partial<ArrivalDraft>): void {
    this.#draft.update((draft) => ({ ...draft, ...patch }));
    this.#moved.set(false);
    this.#confirmProblem.set(null);
    this.#askSoon();
  }

  /** Empties the desk for the next arrival. */
  clear(confirmed: Confirmed | null = this.#confirmed()): void {
    this.#forgetAsked();
    this.#draft.set(emptyDraft);
    this.#moved.set(false);
    this.#confirmProblem.set(null);
    this.#confirmed.set(confirmed);
  }

  /** The line may have moved: asks again without touching what is shown until the answer is there. */
  askAgain(): void {
    if (this.#draft().answer !== null && !this.#confirming()) this.#askSoon();
  }

  /**
   * Confirms what the desk saw. Where that is not (or no longer) what the policy proposes for everything said,
   * the new proposal is shown and nothing is confirmed.
   */
  async confirm(): Promise<void> {
    const request = requestOf(this.#draft());
    if (!request || this.#confirming()) return;
    this.#confirming.set(true);
    this.#confirmProblem.set(null);
    const seen = this.#proposal();
    try {
      const proposal = this.#proposedFor() === JSON.stringify(request) && !this.#asking() ? seen : await this.#ask(request);
      if (!proposal || !seen || proposal.decision.chosen !== seen.decision.chosen) {
        if (seen && proposal) this.#moved.set(true);
        return;
      }
      const draft = this.#draft();
      const { visit } = await this.#api.post<ArrivalAnswer>('/arrivals', { ...request, expectedReceiver: proposal.decision.chosen });
      this.clear({ visit, draft });
    } catch (error) {
      const problem = problemFrom(error);
      if (problem.code === 'line_moved') await this.#lookAgain(request);
      else this.#confirmProblem.set(problem);
    } finally {
      this.#confirming.set(false);
    }
  }

  /** Takes an arrival back. If nothing new was begun, what was typed comes back to be corrected. */
  async undo(visitId: string): Promise<void> {
    await this.#api.post(`/arrivals/${visitId}/undo`);
    const confirmed = this.#confirmed();
    if (confirmed?.visit.id !== visitId) return;
    this.#confirmed.set(null);
    if (this.isEmpty()) this.change(confirmed.draft);
  }

  dismissConfirmed(): void {
    this.#confirmed.set(null);
  }

  #askSoon(): void {
    this.#latest += 1;
    clearTimeout(this.#timer);
    const request = requestWhileTyping(this.#draft());
    if (!request) return this.#forgetAsked();
    this.#asking.set(true);
    this.#timer = setTimeout(() => void this.#ask(request).catch(() => undefined), quietMs);
  }

  /** Asks for a proposal; an answer that comes after a newer question was asked is dropped. */
  async #ask(request: ArrivalRequest): Promise<ArrivalProposal | null> {
    clearTimeout(this.#timer);
    const mine = (this.#latest += 1);
    this.#asking.set(true);
    try {
      const proposal = await this.#api.ask<ArrivalProposal>('/arrivals/proposal', request);
      if (mine !== this.#latest) return null;
      this.#proposal.set(proposal);
      this.#proposedFor.set(JSON.stringify(request));
      this.#askProblem.set(null);
      this.#asking.set(false);
      return proposal;
    } catch (error) {
      if (mine === this.#latest) {
        this.#askProblem.set(problemFrom(error));
        this.#asking.set(false);
      }
      throw error;
    }
  }

  async #lookAgain(request: ArrivalRequest): Promise<void> {
    this.#moved.set(true);
    await this.#ask(request).catch(() => undefined);
  }

  #forgetAsked(): void {
    clearTimeout(this.#timer);
    this.#latest += 1;
    this.#proposal.set(null);
    this.#proposedFor.set(null);
    this.#asking.set(false);
    this.#askProblem.set(null);
  }
}
