import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { paymentMethods, paymentMethodTexts, receiptKinds, receiptKindTexts, type PaymentMethod, type ReceiptKind, type ReceiptRequest } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../reception/choice-chips';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { AmountField } from '../shared/money/amount-field';

/** Money that came, or goes back: how much, for what, how and when. A receipt is never edited afterwards. */
@Component({
  selector: 'lj-receipt-question',
  imports: [AmountField, ChoiceChips, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <lj-choice-chips [legend]="t('receipts.kind')" [choices]="kinds()" [chosen]="[kind()]" [disabled]="busy()" (chosenChange)="choose($event[0] ?? '')" />
      <lj-amount-field [label]="t(kind() === 'refund' ? 'receipts.refundAmount' : 'receipts.amount')" [fen]="fen()" (fenChange)="fen.set($event)" />
      <lj-choice-chips [legend]="t('receipts.method')" [choices]="methods()" [chosen]="[method()]" [disabled]="busy()" (chosenChange)="take($event[0] ?? '')" />
      <div class="field">
        <label for="paid-on">{{ t('receipts.paidOn') }}</label>
        <input nz-input id="paid-on" type="date" [max]="today()" #on [value]="paidOn()" (input)="paidOn.set(on.value)" />
      </div>
      <p class="quiet">{{ t('receipts.means') }}</p>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || request() === null">{{ t(kind() === 'refund' ? 'receipts.refund' : 'receipts.record') }}</button>
    </form>
  `,
  styleUrl: '../customers/page/question.css',
  styles: `input[type='date'] { min-block-size: 48px; }`,
})
export class ReceiptQuestion {
  /** What is expected, so that it need not be typed. */
  readonly expected = input<{ readonly kind: ReceiptKind; readonly fen: number | null } | null>(null);
  /** A deal that is over gives back and takes nothing; one nobody paid for has nothing to give back. */
  readonly allowed = input<readonly ReceiptKind[]>(receiptKinds);
  readonly busy = input(false);
  readonly answered = output<ReceiptRequest>();
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly today = inject(Moments).today();
  protected readonly kind = linkedSignal<ReceiptKind>(() => this.expected()?.kind ?? this.allowed()[0] ?? 'price');
  protected readonly fen = linkedSignal<number | null>(() => this.expected()?.fen ?? null);
  protected readonly method = linkedSignal<PaymentMethod>(() => this.kind() === 'loan' ? 'loan' : 'transfer');
  protected readonly paidOn = signal(this.today());
  protected readonly kinds = computed(() => this.allowed().map((value) => ({ value, label: receiptKindTexts[value][this.#words.language()] })));
  protected readonly methods = computed(() => paymentMethods.map((value) => ({ value, label: paymentMethodTexts[value][this.#words.language()] })));
  protected readonly request = computed<ReceiptRequest | null>(() => {
    const [fen, paidOn] = [this.fen(), this.paidOn()];
    return fen === null || fen <= 0 || paidOn === '' || paidOn > this.today() ? null : { kind: this.kind(), fen, method: this.method(), paidOn };
  });

  protected choose(value: string): void {
    this.kind.set(receiptKinds.find((one) => one === value) ?? 'price');
  }

  protected take(value: string): void {
    this.method.set(paymentMethods.find((one) => one === value) ?? 'transfer');
  }

  protected send(): void {
    const request = this.request();
    if (request !== null) this.answered.emit(request);
  }
}
