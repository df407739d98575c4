import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { HandOverPreview, HandedOver, PersonRef } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { problemFrom, type ApiProblem } from '../../shared/api/api-problem';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { ProblemNote } from '../../shared/problem/problem-note';
import { AgentChoice } from '../agent-choice';

/** Hands the selected over to an agent: who moves and who stays is shown first, and exactly those move. */
@Component({
  selector: 'lj-hand-over-question',
  imports: [AgentChoice, NzButtonComponent, NzInputDirective, ProblemNote],
  templateUrl: './hand-over-question.html',
  styleUrl: './hand-over-question.css',
})
export class HandOverQuestion {
  readonly agents = input.required<readonly PersonRef[]>();
  readonly preview = input.required<(to: string) => Promise<HandOverPreview>>();
  readonly handOver = input.required<(to: string, digest: string, reason: string) => Promise<HandedOver>>();
  /** How many moved. */
  readonly done = output<HandedOver & { readonly to: string }>();
  readonly cancelled = output();
  readonly #moments = inject(Moments);
  protected readonly t = inject(Words).t;
  protected readonly to = signal<string | null>(null);
  protected readonly seen = signal<HandOverPreview | null>(null);
  protected readonly problem = signal<ApiProblem | null>(null);
  /** The selection was another by the time it was sent: what is shown now is new. */
  protected readonly moved = signal(false);
  protected readonly busy = signal(false);
  protected readonly reason = signal('');
  protected readonly moves = computed(() => (this.seen()?.moves ?? []).map((one) => ({
    id: one.id, label: one.label, says: this.t('customers.handOver.from', { name: one.owner.name }), until: one.validUntil === null ? '' : this.t('customers.handOver.until', { day: this.#moments.day(one.validUntil) }),
  })));

  protected async choose(to: string): Promise<void> {
    this.to.set(to);
    this.moved.set(false);
    await this.#look(to);
  }

  protected async send(): Promise<void> {
    const [to, seen, reason] = [this.to(), this.seen(), this.reason().trim()];
    if (!to || !seen || !reason || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.done.emit({ ...await this.handOver()(to, seen.digest, reason), to: seen.to.name });
    } catch (error) {
      const problem = problemFrom(error);
      this.problem.set(problem);
      if (problem.code !== 'selection_changed') return;
      this.moved.set(true);
      await this.#look(to);
    } finally {
      this.busy.set(false);
    }
  }

  async #look(to: string): Promise<void> {
    this.seen.set(null);
    if (!this.moved()) this.problem.set(null);
    try {
      const seen = await this.preview()(to);
      if (this.to() === to) this.seen.set(seen);
    } catch (error) {
      if (this.to() === to) this.problem.set(problemFrom(error));
    }
  }
}
