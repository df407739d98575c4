import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { EditedPolicy, PolicyCheckAnswer, PolicyFaultRow, ReplayAnswer } from '@lunjie/contracts';
import { OfficeApi } from '../../reception/office-api';
import { problemFrom, type ApiProblem } from '../../shared/api/api-problem';
import { isWithin } from './document-path';
import { DraftStore } from './draft-store';

export const checkAfterMs = 350;

/** What the server says of the draft while it is edited: faults, gaps, the difference, and what today would have been. */
@Injectable()
export class CheckStore {
  readonly #api = inject(OfficeApi);
  readonly #draft = inject(DraftStore);
  readonly #answer = signal<PolicyCheckAnswer | null>(null);
  readonly #replay = signal<ReplayAnswer | null>(null);
  readonly #problem = signal<ApiProblem | null>(null);
  readonly #replayProblem = signal<ApiProblem | null>(null);
  readonly #checked = signal<EditedPolicy | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly answer = this.#answer.asReadonly();
  readonly replay = this.#replay.asReadonly();
  readonly problem = this.#problem.asReadonly();
  readonly replayProblem = this.#replayProblem.asReadonly();
  /** The answer is of an earlier state of the draft. */
  readonly behind = computed(() => this.#checked() !== this.#draft.document());
  readonly faults = computed(() => this.#answer()?.faults ?? []);
  readonly difference = computed(() => this.#answer()?.difference ?? null);
  readonly analysis = computed(() => this.#answer()?.analysis ?? null);

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#timer));
    effect(() => {
      const document = this.#draft.document();
      // Another version in force makes another difference.
      this.#draft.before();
      clearTimeout(this.#timer);
      if (document) this.#timer = setTimeout(() => void this.#check(document), untracked(this.#answer) ? checkAfterMs : 0);
    });
  }

  /** Faults of this place and of what stands below it. */
  faultsAt(path: string): readonly PolicyFaultRow[] {
    return this.faults().filter((fault) => isWithin(fault.path, path));
  }

  /** Replays another day; the bar's number stays today's. */
  async replayOf(date: string): Promise<ReplayAnswer | null> {
    const document = this.#draft.document();
    if (!document) return null;
    this.#replayProblem.set(null);
    try {
      return await this.#api.ask<ReplayAnswer>('/policy/draft/replay', { document, date });
    } catch (error) {
      this.#replayProblem.set(problemFrom(error));
      return null;
    }
  }

  async #check(document: EditedPolicy): Promise<void> {
    try {
      const answer = await this.#api.ask<PolicyCheckAnswer>('/policy/draft/check', { document });
      // The person typed on meanwhile: a newer question is on its way.
      if (document !== this.#draft.document()) return;
      this.#answer.set(answer);
      this.#checked.set(document);
      this.#problem.set(null);
      await this.#replayToday(document, answer);
    } catch (error) {
      this.#problem.set(problemFrom(error));
    }
  }

  async #replayToday(document: EditedPolicy, { faults }: PolicyCheckAnswer): Promise<void> {
    if (faults.length > 0) return this.#replay.set(null);
    try {
      const replay = await this.#api.ask<ReplayAnswer>('/policy/draft/replay', { document });
      if (document !== this.#draft.document()) return;
      this.#replay.set(replay);
      this.#replayProblem.set(null);
    } catch (error) {
      this.#replay.set(null);
      this.#replayProblem.set(problemFrom(error));
    }
  }
}
