import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { DealPage, FirmDepositRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Words } from '../../shared/language/words';
import { AmountField } from '../../shared/money/amount-field';

/** The firm deposit after the soft one. */
@Component({
  selector: 'lj-firm-question',
  imports: [AmountField, NzButtonComponent],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <lj-amount-field [label]="t('deals.firm.price')" [fen]="price()" (fenChange)="price.set($event)" />
      <lj-amount-field class="deposit" [label]="t('deals.firm.deposit')" [fen]="deposit()" (fenChange)="deposit.set($event)" />
      <p class="quiet">{{ t('deals.firm.finance') }}</p>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || request() === null">{{ t('deals.act.firm_deposit') }}</button>
    </form>
  `,
  styleUrl: '../../customers/page/question.css',
})
export class FirmQuestion {
  readonly deal = input.required<DealPage>();
  readonly busy = input(false);
  readonly answered = output<FirmDepositRequest>();
  protected readonly t = inject(Words).t;
  protected readonly price = linkedSignal<number | null>(() => this.deal().priceFen ?? this.deal().listPriceFen);
  protected readonly deposit = signal<number | null>(null);
  protected readonly request = computed<FirmDepositRequest | null>(() => {
    const [priceFen, depositFen] = [this.price(), this.deposit()];
    return priceFen === null || priceFen <= 0 || depositFen === null ? null : { priceFen, depositFen };
  });

  protected send(): void {
    const request = this.request();
    if (request !== null) this.answered.emit(request);
  }
}
