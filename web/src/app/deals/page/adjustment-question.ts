import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { AccountRow, AdjustmentRequest, PersonRef } from '@lunjie/contracts';
import { payeeWords } from '@lunjie/policy';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../../reception/choice-chips';
import { Words } from '../../shared/language/words';
import { AmountField } from '../../shared/money/amount-field';

/** A manager's ruling moves commission from an account to somebody; the sum stays what it was. */
@Component({
  selector: 'lj-adjustment-question',
  imports: [AmountField, ChoiceChips, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <p>{{ t('deals.means.adjustment') }}</p>
      <lj-choice-chips [legend]="t('deals.adjust.from')" [choices]="sources()" [chosen]="[from()]" [disabled]="busy()" (chosenChange)="from.set($event[0] ?? '')" />
      <lj-choice-chips [legend]="t('deals.adjust.to')" [choices]="targets()" [chosen]="[to()]" [disabled]="busy()" (chosenChange)="to.set($event[0] ?? '')" />
      <lj-amount-field [label]="t('deals.money.amount')" [fen]="fen()" (fenChange)="fen.set($event)" />
      <div class="field">
        <label for="adjust-why">{{ t('customers.reason') }}</label>
        <input nz-input id="adjust-why" type="text" maxlength="500" autocomplete="off" #why [value]="reason()" (input)="reason.set(why.value)" />
      </div>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || request() === null">{{ t('deals.act.adjustment') }}</button>
    </form>
  `,
  styleUrl: '../../customers/page/question.css',
})
export class AdjustmentQuestion {
  readonly accounts = input.required<readonly AccountRow[]>();
  readonly agents = input.required<readonly PersonRef[]>();
  readonly busy = input(false);
  readonly answered = output<AdjustmentRequest>();
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly from = signal('');
  protected readonly to = signal('');
  protected readonly fen = signal<number | null>(null);
  protected readonly reason = signal('');
  protected readonly sources = computed(() => this.accounts().map(({ payee, agent }, index) => ({ value: String(index), label: agent?.name ?? payeeWords[payee][this.#words.language()], hint: agent === null ? undefined : payeeWords[payee][this.#words.language()] })).map(({ hint, ...one }) => hint === undefined ? one : { ...one, hint }));
  protected readonly targets = computed(() => [...this.agents().map(({ id, name }) => ({ value: id, label: name })), { value: 'department', label: payeeWords.department[this.#words.language()] }].filter(({ value }) => value !== this.accounts()[Number(this.from())]?.agent?.id || this.from() === ''));
  protected readonly request = computed<AdjustmentRequest | null>(() => {
    const account = this.from() === '' ? undefined : this.accounts()[Number(this.from())];
    const [to, fen, reason] = [this.to(), this.fen(), this.reason().trim()];
    if (account === undefined || to === '' || fen === null || fen <= 0 || reason === '') return null;
    const known = this.accounts().find(({ agent }) => agent?.id === to);
    return { from: { payee: account.payee, agent: account.agent?.id ?? null }, to: to === 'department' ? { payee: 'department', agent: null } : { payee: known?.payee ?? 'assistant', agent: to }, fen, reason };
  });

  protected send(): void {
    const request = this.request();
    if (request !== null) this.answered.emit(request);
  }
}
