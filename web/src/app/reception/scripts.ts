import { Injectable, computed, inject, signal } from '@angular/core';
import type { ScriptCard, ScriptCardRequest, ScriptCards, ScriptStep, ScriptVersions } from '@lunjie/contracts';
import { Words } from '../shared/language/words';
import { Session } from '../shared/session/session';
import { OfficeApi } from './office-api';

/** What the office says at each step of a reception. Read once an office; whoever changes a card reads the change at once. */
@Injectable({ providedIn: 'root' })
export class Scripts {
  readonly #api = inject(OfficeApi);
  readonly #session = inject(Session);
  readonly #language = inject(Words).language;
  readonly #cards = signal<readonly ScriptCard[]>([]);
  #readFor: string | null = null;

  /** Empty until they were read. */
  readonly cards = this.#cards.asReadonly();
  readonly #said = computed(() => new Map(this.#cards().map((card) => [card.step, card[this.#language()]])));

  /** The words of a step in the reader's language; nothing while they are not known. */
  said(step: ScriptStep): string {
    return this.#said().get(step) ?? '';
  }

  /** Reads the cards unless they are known. Never rejects: without them a page only says less. */
  need(): void {
    const office = this.#session.office()?.officeId ?? null;
    if (office === null || office === this.#readFor) return;
    this.#readFor = office;
    this.read().catch(() => {
      this.#readFor = null;
    });
  }

  async read(): Promise<void> {
    this.#cards.set((await this.#api.get<ScriptCards>('/scripts')).cards);
  }

  async versions(step: ScriptStep): Promise<readonly ScriptCard[]> {
    return (await this.#api.get<ScriptVersions>(`/scripts/${step}/versions`)).versions;
  }

  async change(step: ScriptStep, card: ScriptCardRequest): Promise<void> {
    const changed = await this.#api.put<ScriptCard>(`/scripts/${step}`, card);
    this.#cards.update((cards) => cards.map((one) => one.step === step ? changed : one));
  }
}
