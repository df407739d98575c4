import { Component, computed, inject, input } from '@angular/core';
import { paymentMethodTexts, receiptKindTexts } from '@lunjie/contracts';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { Amounts } from '../../shared/money/amounts';
import { inCapitals } from '../../shared/money/capitals';
import { EntryMark } from '../../shared/paper/entry-mark';
import { Session } from '../../shared/session/session';
import { DealStore } from '../page/deal-store';
import { DealPaper } from './deal-paper';

/** A numbered receipt (收据): what came, from whom, for which unit, with its entry in the register (003 §(九)9). */
@Component({
  selector: 'lj-receipt-paper',
  imports: [DealPaper, EntryMark],
  providers: [DealStore],
  templateUrl: './receipt-paper.html',
  styleUrl: './paper.css',
})
export default class ReceiptPaper {
  /** From the address: the deal, and the receipt's number. */
  readonly id = input.required<string>();
  readonly number = input.required<string>();
  readonly #moments = inject(Moments);
  readonly #amounts = inject(Amounts);
  readonly #words = inject(Words);
  protected readonly office = inject(Session).office;
  protected readonly store = inject(DealStore);
  protected readonly t = this.#words.t;
  protected readonly receipt = computed(() => this.store.deal()?.money.receipts.find(({ number }) => String(number) === this.number()) ?? null);
  protected readonly padded = computed(() => this.number().padStart(6, '0'));
  protected readonly facts = computed(() => {
    const receipt = this.receipt();
    if (receipt === null) return [];
    const { customer, unit, kind, fen, method, paidOn, by } = receipt;
    return [
      { name: 'payer', value: customer.label }, { name: 'unit', value: unit ?? this.t('deals.noUnit') }, { name: 'kind', value: receiptKindTexts[kind][this.#words.language()] }, { name: 'amount', value: this.#amounts.yuan(fen) }, { name: 'capitals', value: inCapitals(fen) },
      { name: 'method', value: paymentMethodTexts[method][this.#words.language()] }, { name: 'paidOn', value: this.#moments.longDay(paidOn) }, { name: 'by', value: by.name },
    ];
  });
}
