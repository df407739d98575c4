import { Injectable, inject, signal } from '@angular/core';
import type { DraftScenarioAnswer, PublishDraftRequest } from '@lunjie/contracts';
import { OfficeApi } from '../../reception/office-api';
import { pageActs } from '../../shared/api/acts';
import { RulesStore, type VersionOfRules } from '../reading/rules-store';
import { DraftStore } from './draft-store';

/** What is done with the draft as a whole: a scenario is tried on it, and it is published. */
@Injectable()
export class Publishing {
  readonly #api = inject(OfficeApi);
  readonly #rules = inject(RulesStore);
  readonly #draft = inject(DraftStore);
  readonly #acts = pageActs();
  readonly #trial = signal<DraftScenarioAnswer | null>(null);

  readonly busy = this.#acts.busy;
  /** Why the last act did not happen. */
  readonly problem = this.#acts.problem;
  readonly trial = this.#trial.asReadonly();

  /** The number of the new version; null where it was refused, with `problem` saying why. */
  async publish(request: Omit<PublishDraftRequest, 'draftRevision'>): Promise<number | null> {
    const published = await this.#orLookAgain(async () => {
      await this.#draft.save();
      if (this.#draft.unsaved()) throw this.#draft.problem() ?? new Error('the draft could not be saved');
      return this.#api.post<VersionOfRules>('/policy/versions', { ...request, draftRevision: this.#draft.revision() });
    });
    if (!published) return null;
    await this.#rules.refresh();
    await this.#draft.begin();
    return published.version;
  }

  async try(scenario: string): Promise<void> {
    this.#trial.set(null);
    this.#trial.set(await this.#acts.answer(() => this.#api.ask<DraftScenarioAnswer>('/policy/draft/scenario', { document: this.#draft.document() ?? {}, scenario })));
  }

  dismissProblem(): void {
    this.#acts.tell(null);
  }

  /** Where another admin saved meanwhile, the two drafts are shown to choose from. */
  async #orLookAgain<T>(act: () => Promise<T>): Promise<T | null> {
    const done = await this.#acts.answer(act);
    if (this.#acts.problem()?.code === 'draft_changed') await this.#acts.answer(() => this.#draft.lookAgain());
    return done;
  }
}
