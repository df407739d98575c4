import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { paymentMethodTexts, receiptKindTexts, type DealPage, type ReceiptRow } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { Amounts } from '../../shared/money/amounts';

/** What is due of a deal, what came, and what is late. */
@Component({
  selector: 'lj-money-card',
  imports: [NzButtonComponent, RouterLink],
  templateUrl: './money-card.html',
  styleUrl: './cards.css',
})
export class MoneyCard {
  readonly deal = input.required<DealPage>();
  /** The reader may take a receipt back. */
  readonly withdraws = input(false);
  readonly withdrawn = output<ReceiptRow>();
  readonly #moments = inject(Moments);
  readonly #amounts = inject(Amounts);
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly percent = computed(() => {
    const { priceFen, receivedFen } = this.deal().money;
    return priceFen ? Math.max(0, Math.min(100, Math.floor(receivedFen * 100 / priceFen))) : 0;
  });
  protected readonly sums = computed(() => {
    const { money, depositFen } = this.deal();
    const shown = (name: string, fen: number | null, always = false) => fen === null || (fen === 0 && !always) ? [] : [{ name, amount: this.#amounts.yuan(fen), late: name === 'overdue' }];
    return [
      ...shown('price', money.priceFen), ...shown('deposit', depositFen), ...shown('received', money.receivedFen, true), ...shown('open', money.openFen), ...shown('overdue', money.overdueFen), ...shown('refunded', money.refundedFen),
      ...shown('fees', money.feesOpenFen), ...shown('toRefund', money.toRefundFen),
    ];
  });
  protected readonly plan = computed(() => this.deal().money.instalments.map((one) => ({
    one, due: this.#moments.dated(one.dueOn), amount: this.#amounts.yuan(one.fen), paid: this.#amounts.yuan(one.paidFen), kind: this.t(`deals.instalment.${one.kind}`),
    standing: one.breachedOn !== null ? this.t('deals.money.breached', { on: this.#moments.dated(one.breachedOn) }) : one.demandedOn !== null && one.overdue ? this.t('deals.money.demanded', { on: this.#moments.dated(one.demandedOn) })
      : this.t(one.paidFen >= one.fen ? 'deals.money.paid' : one.overdue ? 'deals.money.late' : 'deals.money.due'),
  })));
  protected readonly receipts = computed(() => this.deal().money.receipts.map((one) => ({
    one, on: this.#moments.dated(one.paidOn), kind: receiptKindTexts[one.kind][this.#words.language()], method: paymentMethodTexts[one.method][this.#words.language()], amount: this.#amounts.yuan(one.fen),
    note: one.withdraws !== null ? this.t('deals.money.withdraws', { number: one.withdraws }) : one.withdrawnBy !== null ? this.t('deals.money.withdrawn', { number: one.withdrawnBy }) : '',
  })));
}
