import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { UnitChangeRequest, UnitView } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Words } from '../shared/language/words';
import { AmountField } from '../shared/money/amount-field';

/** Another price or layout of a unit, with the reason; the register keeps both values. */
@Component({
  selector: 'lj-unit-change-question',
  imports: [AmountField, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <p>{{ t('units.means.change') }}</p>
      <lj-amount-field [label]="t('units.fact.listPrice')" [fen]="price()" (fenChange)="price.set($event)" />
      <div class="field">
        <label for="unit-layout">{{ t('units.fact.layout') }}</label>
        <input nz-input id="unit-layout" type="text" maxlength="40" autocomplete="off" #box [value]="layout()" (input)="layout.set(box.value)" />
      </div>
      <div class="field">
        <label for="unit-why">{{ t('customers.reason') }}</label>
        <input nz-input id="unit-why" type="text" maxlength="200" autocomplete="off" #why [value]="reason()" (input)="reason.set(why.value)" />
      </div>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || request() === null">{{ t('units.act.change') }}</button>
    </form>
  `,
  styleUrl: '../customers/page/question.css',
})
export class UnitChangeQuestion {
  readonly unit = input.required<UnitView>();
  readonly busy = input(false);
  readonly answered = output<UnitChangeRequest>();
  protected readonly t = inject(Words).t;
  protected readonly price = linkedSignal<number | null>(() => this.unit().listPriceFen);
  protected readonly layout = linkedSignal(() => this.unit().layout);
  protected readonly reason = signal('');
  protected readonly request = computed<UnitChangeRequest | null>(() => {
    const [price, layout, reason, { listPriceFen, layout: before }] = [this.price(), this.layout().trim(), this.reason().trim(), this.unit()];
    if (price === null || price <= 0 || layout === '' || reason === '' || (price === listPriceFen && layout === before)) return null;
    return { reason, ...price === listPriceFen ? {} : { listPriceFen: price }, ...layout === before ? {} : { layout } };
  });

  protected send(): void {
    const request = this.request();
    if (request !== null) this.answered.emit(request);
  }
}
