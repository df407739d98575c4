import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { settlementResults, type CommissionRow, type SettlementPreview, type SettlementRequest, type SettlementResult } from '@lunjie/contracts';
import { payeeWords } from '@lunjie/policy';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../../reception/choice-chips';
import { problemFrom, type ApiProblem } from '../../shared/api/api-problem';
import { Words } from '../../shared/language/words';
import { Amounts } from '../../shared/money/amounts';
import { ProblemNote } from '../../shared/problem/problem-note';

const steps = ['negotiation', 'department'] as const;

/** How an attempt to settle a disputed deal ended (003 §(五)4), and what that moves in money before it is confirmed. */
@Component({
  selector: 'lj-settlement-question',
  imports: [ChoiceChips, NzButtonComponent, NzInputDirective, ProblemNote],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <p>{{ t('deals.means.settlement') }}</p>
      <lj-choice-chips [legend]="t('deals.settle.step')" [choices]="stepChoices()" [chosen]="[step()]" [disabled]="busy()" (chosenChange)="step.set($event[0] === 'department' ? 'department' : 'negotiation')" />
      <lj-choice-chips [legend]="t('deals.settle.result')" [choices]="results()" [chosen]="[result() ?? '']" [disabled]="busy()" (chosenChange)="choose($event[0])" />
      @if (moves()) {
        <section class="moves" role="status">
          <h3>{{ t('deals.settle.moves') }}</h3>
          @for (line of lines(); track $index) {
            <p class="figures">{{ line }}</p>
          }
        </section>
      }
      @if (moveProblem(); as problem) {
        <lj-problem-note [problem]="problem" />
      }
      <div class="field">
        <label for="settle-why">{{ t('customers.reason') }}</label>
        <input nz-input id="settle-why" type="text" maxlength="500" autocomplete="off" #why [value]="reason()" (input)="reason.set(why.value)" />
      </div>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || request() === null">{{ t('deals.act.settlement') }}</button>
    </form>
  `,
  styleUrl: '../../customers/page/question.css',
  styles: `.moves { display: grid; gap: 0.25rem; padding: 0.75rem; border: 1px solid var(--makeup); border-radius: var(--corner); background: var(--makeup-soft); }`,
})
export class SettlementQuestion {
  readonly busy = input(false);
  readonly ask = input.required<(result: SettlementResult) => Promise<SettlementPreview>>();
  readonly answered = output<SettlementRequest>();
  readonly #words = inject(Words);
  readonly #amounts = inject(Amounts);
  protected readonly t = this.#words.t;
  protected readonly step = signal<SettlementRequest['step']>('negotiation');
  protected readonly result = signal<SettlementResult | null>(null);
  protected readonly reason = signal('');
  protected readonly moves = signal<SettlementPreview | null>(null);
  protected readonly moveProblem = signal<ApiProblem | null>(null);
  protected readonly stepChoices = computed(() => steps.map((value) => ({ value, label: this.t(`deals.settle.at.${value}`) })));
  protected readonly results = computed(() => settlementResults.map((value) => ({ value, label: this.t(`deals.settle.as.${value}`), hint: this.t(`deals.settle.hint.${value}`) })));
  /** Everybody whose account changes, from what to what; then what could be paid out at once. */
  protected readonly lines = computed<readonly string[]>(() => {
    const moves = this.moves();
    if (moves === null) return [];
    const who = ({ payee, agent }: CommissionRow): string => agent?.name ?? payeeWords[payee][this.#words.language()];
    const of = (rows: readonly CommissionRow[], name: string): number => rows.filter((row) => who(row) === name).reduce((sum, { fen }) => sum + fen, 0);
    const names = [...new Set([...moves.before, ...moves.after].map(who))].map((name) => ({ name, from: of(moves.before, name), to: of(moves.after, name) }));
    const changed = names.filter(({ from, to }) => from !== to);
    return [
      ...changed.length === 0 ? [this.t(this.result() === 'failed' ? 'deals.settle.waitsOn' : 'deals.settle.stays')] : changed.map(({ name, from, to }) => this.t('deals.settle.moved', { name, from: this.#amounts.yuan(from), to: this.#amounts.yuan(to) })),
      ...moves.payable.map((row) => this.t(row.fen > 0 ? 'deals.settle.payable' : 'deals.settle.clawed', { name: who(row), amount: this.#amounts.yuan(Math.abs(row.fen)) })),
    ];
  });
  protected readonly request = computed<SettlementRequest | null>(() => {
    const [result, reason] = [this.result(), this.reason().trim()];
    return result === null || reason === '' || this.moves() === null ? null : { step: this.step(), result, reason };
  });

  constructor() {
    effect(() => {
      const result = this.result();
      untracked(() => void this.#look(result));
    });
  }

  protected choose(result: string | undefined): void {
    this.result.set(settlementResults.find((one) => one === result) ?? null);
  }

  protected send(): void {
    const request = this.request();
    if (request !== null) this.answered.emit(request);
  }

  async #look(result: SettlementResult | null): Promise<void> {
    this.moves.set(null);
    this.moveProblem.set(null);
    if (result === null) return;
    try {
      const moves = await this.ask()(result);
      if (result === this.result()) this.moves.set(moves);
    } catch (error) {
      if (result === this.result()) this.moveProblem.set(problemFrom(error));
    }
  }
}
