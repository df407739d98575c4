import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { ExchangeRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Words } from '../../shared/language/words';
import { AmountField } from '../../shared/money/amount-field';
import { Amounts } from '../../shared/money/amounts';

/** Another unit for the same deal: which, at what price, and why. */
@Component({
  selector: 'lj-exchange-question',
  imports: [AmountField, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <p>{{ t('deals.means.exchange') }}</p>
      <div class="field">
        <label for="exchange-unit">{{ t('deals.exchange.unit') }}</label>
        <select id="exchange-unit" #box (change)="choose(box.value)">
          <option value="">{{ t(units().length ? 'deals.exchange.choose' : 'deals.exchange.none') }}</option>
          @for (unit of told(); track unit.id) {
            <option [value]="unit.id">{{ unit.says }}</option>
          }
        </select>
      </div>
      <lj-amount-field [label]="t('deals.firm.price')" [fen]="price()" (fenChange)="price.set($event)" />
      <p class="figures" role="status">{{ difference() }}</p>
      <div class="field">
        <label for="exchange-why">{{ t('customers.reason') }}</label>
        <input nz-input id="exchange-why" type="text" maxlength="500" autocomplete="off" #why [value]="reason()" (input)="reason.set(why.value)" />
      </div>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || request() === null">{{ t('deals.act.exchange') }}</button>
    </form>
  `,
  styleUrl: '../../customers/page/question.css',
  styles: `select { min-block-size: 48px; padding-inline: 0.5rem; border: 1px solid var(--control-rule); border-radius: var(--corner); background: var(--surface); color: var(--ink); }`,
})
export class ExchangeQuestion {
  readonly priceBefore = input.required<number>();
  readonly units = input.required<readonly { readonly id: string; readonly label: string; readonly priceFen: number }[]>();
  readonly busy = input(false);
  readonly answered = output<ExchangeRequest>();
  readonly #amounts = inject(Amounts);
  protected readonly t = inject(Words).t;
  protected readonly unit = signal('');
  protected readonly price = signal<number | null>(null);
  protected readonly reason = signal('');
  protected readonly told = computed(() => this.units().map(({ id, label, priceFen }) => ({ id, says: `${label} · ${this.#amounts.yuan(priceFen)}` })));
  protected readonly difference = computed(() => {
    const price = this.price();
    if (price === null) return '';
    const more = price - this.priceBefore();
    return this.t(more >= 0 ? 'deals.exchange.more' : 'deals.exchange.less', { amount: this.#amounts.yuan(Math.abs(more)) });
  });
  protected readonly request = computed<ExchangeRequest | null>(() => {
    const [unit, priceFen, reason] = [this.unit(), this.price(), this.reason().trim()];
    return unit === '' || priceFen === null || priceFen <= 0 || reason === '' ? null : { unit, priceFen, reason };
  });

  protected choose(id: string): void {
    this.unit.set(id);
    this.price.set(this.units().find((unit) => unit.id === id)?.priceFen ?? null);
  }

  protected send(): void {
    const request = this.request();
    if (request !== null) this.answered.emit(request);
  }
}
