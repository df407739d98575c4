import { Component, computed, inject, input, signal } from '@angular/core';
import type { ScriptCard, ScriptStep } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { NzMessageService } from 'ng-zorro-antd/message';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { Scripts } from '../../reception/scripts';
import { problemFrom, type ApiProblem } from '../../shared/api/api-problem';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { ProblemNote } from '../../shared/problem/problem-note';

/** What the office says at each step: everybody reads it, an admin writes it in both languages; what it said before stays readable. */
@Component({
  selector: 'lj-script-cards',
  imports: [NzButtonComponent, NzInputDirective, NzSkeletonComponent, ProblemNote],
  templateUrl: './script-cards.html',
  styleUrl: './script-cards.css',
})
export class ScriptCards {
  readonly edits = input(false);
  readonly #scripts = inject(Scripts);
  readonly #moments = inject(Moments);
  readonly #message = inject(NzMessageService);
  protected readonly t = inject(Words).t;
  protected readonly editing = signal<ScriptCard | null>(null);
  protected readonly zh = signal('');
  protected readonly en = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly versions = signal<{ readonly step: ScriptStep; readonly cards: readonly ScriptCard[] } | null>(null);
  protected readonly cards = computed(() => this.#scripts.cards().map((card) => ({ card, since: this.since(card) })));
  protected readonly isWhole = computed(() => this.zh().trim() !== '' && this.en().trim() !== '');

  constructor() {
    void this.read();
  }

  protected since({ version, at, by }: ScriptCard): string {
    return at === null ? this.t('rules.scripts.preset') : this.t('rules.scripts.since', { version, at: this.#moments.time(at), name: by?.name ?? '' });
  }

  protected async read(): Promise<void> {
    this.problem.set(null);
    await this.#scripts.read().catch((error: unknown) => this.problem.set(problemFrom(error)));
  }

  protected edit(card: ScriptCard | null): void {
    this.problem.set(null);
    this.zh.set(card?.zh ?? '');
    this.en.set(card?.en ?? '');
    this.editing.set(card);
  }

  protected async save(): Promise<void> {
    const card = this.editing();
    if (card === null || this.busy() || !this.isWhole()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.#scripts.change(card.step, { zh: this.zh().trim(), en: this.en().trim(), version: card.version });
      this.editing.set(null);
      this.versions.set(null);
      this.#message.success(this.t('rules.scripts.saved'));
    } catch (error) {
      const problem = problemFrom(error);
      this.problem.set(problem);
      // What it says now stands above what was to replace it.
      if (problem.code === 'script_card_changed') {
        await this.#scripts.read().catch(() => undefined);
        this.editing.set(this.#scripts.cards().find(({ step }) => step === card.step) ?? card);
      }
    } finally {
      this.busy.set(false);
    }
  }

  protected async look(step: ScriptStep): Promise<void> {
    if (this.versions()?.step === step) return this.versions.set(null);
    await this.#scripts.versions(step).then((cards) => this.versions.set({ step, cards }), (error: unknown) => this.problem.set(problemFrom(error)));
  }
}
