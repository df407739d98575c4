import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { ContractRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { AmountField } from '../../shared/money/amount-field';
import { Amounts } from '../../shared/money/amounts';
import { leftOf, planOf, type PlanRow } from './plan-rows';

/** Signing: the contract's number, and when how much is paid. Without a plan the whole price is due today. */
@Component({
  selector: 'lj-contract-question',
  imports: [AmountField, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <div class="field">
        <label for="contract-number">{{ t('deals.contract.number') }}</label>
        <input nz-input id="contract-number" type="text" maxlength="60" autocomplete="off" #number [value]="contract()" (input)="contract.set(number.value)" />
      </div>
      @for (row of rows(); track $index; let index = $index) {
        <fieldset>
          <legend>{{ t('deals.contract.payment', { number: index + 1 }) }}</legend>
          <div class="field">
            <label [for]="'due-' + index">{{ t('deals.money.dueOn') }}</label>
            <input nz-input type="date" [id]="'due-' + index" [min]="today()" #due [value]="row.dueOn" (input)="change(index, { dueOn: due.value })" />
          </div>
          <lj-amount-field [label]="t('deals.money.amount')" [fen]="row.fen" (fenChange)="change(index, { fen: $event })" />
          <div class="field">
            <label [for]="'kind-' + index">{{ t('deals.money.kind') }}</label>
            <select [id]="'kind-' + index" #kind (change)="change(index, { kind: kind.value === 'loan' ? 'loan' : 'own' })">
              <option value="own" [selected]="row.kind === 'own'">{{ t('deals.instalment.own') }}</option>
              <option value="loan" [selected]="row.kind === 'loan'">{{ t('deals.instalment.loan') }}</option>
            </select>
          </div>
          <button nz-button type="button" [attr.aria-label]="t('deals.contract.removeOf', { number: index + 1 })" (click)="remove(index)">{{ t('deals.contract.remove') }}</button>
        </fieldset>
      }
      <p role="status" class="figures" [class.wrong]="left() !== 0 && rows().length > 0">{{ says() }}</p>
      <button nz-button type="button" (click)="add()">{{ t('deals.contract.add') }}</button>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || request() === null">{{ t('deals.act.contract') }}</button>
    </form>
  `,
  styleUrl: '../../customers/page/question.css',
  styles: `
    fieldset { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); align-items: start; gap: 0.5rem 0.75rem; padding: 0.5rem 0.75rem; border: 1px solid var(--rule); border-radius: var(--corner); }
    fieldset > button { align-self: center; }
    input[type='date'], select { min-block-size: 48px; padding-inline: 0.5rem; border: 1px solid var(--control-rule); border-radius: var(--corner); background: var(--surface); color: var(--ink); }
    .wrong { color: var(--makeup); }
  `,
})
export class ContractQuestion {
  readonly priceFen = input.required<number>();
  readonly busy = input(false);
  readonly answered = output<ContractRequest>();
  readonly #amounts = inject(Amounts);
  protected readonly t = inject(Words).t;
  protected readonly today = inject(Moments).today();
  protected readonly contract = signal('');
  protected readonly rows = signal<readonly PlanRow[]>([]);
  protected readonly left = computed(() => leftOf(this.priceFen(), this.rows()));
  protected readonly says = computed(() => {
    if (this.rows().length === 0) return this.t('deals.contract.atOnce', { amount: this.#amounts.yuan(this.priceFen()) });
    return this.left() === 0 ? this.t('deals.contract.fits') : this.t(this.left() > 0 ? 'deals.contract.left' : 'deals.contract.over', { amount: this.#amounts.yuan(Math.abs(this.left())) });
  });
  protected readonly request = computed<ContractRequest | null>(() => {
    const contractNumber = this.contract().trim();
    const instalments = this.rows().length === 0 ? undefined : planOf(this.priceFen(), this.rows());
    if (contractNumber === '' || instalments === null) return null;
    return instalments === undefined ? { contractNumber } : { contractNumber, instalments };
  });

  /** Another payment: of what is left. */
  protected add(): void {
    this.rows.update((rows) => [...rows, { dueOn: rows.length === 0 ? this.today() : '', fen: Math.max(0, this.left()) || null, kind: 'own' }]);
  }

  protected change(index: number, change: Partial<PlanRow>): void {
    this.rows.update((rows) => rows.map((row, at) => at === index ? { ...row, ...change } : row));
  }

  protected remove(index: number): void {
    this.rows.update((rows) => rows.filter((_, at) => at !== index));
  }

  protected send(): void {
    const request = this.request();
    if (request !== null) this.answered.emit(request);
  }
}
