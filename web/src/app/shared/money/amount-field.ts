import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Words } from '../language/words';
import { Amounts } from './amounts';
import { fenTyped, yuanTyped } from './typed-amount';

let fields = 0;

/** An amount typed in 元 and kept in 分. Under it stands how it was read, so that a zero too many is seen. */
@Component({
  selector: 'lj-amount-field',
  imports: [NzInputDirective],
  template: `
    <label [for]="id">{{ label() }}</label>
    <div class="box">
      <input nz-input [id]="id" type="text" inputmode="decimal" autocomplete="off" maxlength="24" [attr.aria-describedby]="id + '-read'" [attr.aria-invalid]="wrong() ? 'true' : null" #box [value]="text()" (input)="typed(box.value)" />
      <span class="unit" aria-hidden="true">{{ t('shell.money.unit') }}</span>
    </div>
    <p class="quiet figures" [id]="id + '-read'" [class.wrong]="wrong()" role="status">{{ says() }}</p>
  `,
  styles: `
    :host { display: grid; gap: 0.25rem; }
    label { font-weight: 600; }
    .box { display: flex; align-items: center; gap: var(--gap-small); }
    input { min-block-size: 48px; font-variant-numeric: tabular-nums; text-align: end; }
    p { min-block-size: 1.5em; text-align: end; }
    .wrong { color: var(--danger); }
  `,
})
export class AmountField {
  readonly label = input.required<string>();
  /** In 分; null while there is none. What stands in the field before somebody types. */
  readonly fen = input<number | null>(null);
  readonly fenChange = output<number | null>();
  readonly #amounts = inject(Amounts);
  protected readonly t = inject(Words).t;
  protected readonly id = `amount-${(fields += 1)}`;
  readonly #given = computed(() => this.fen());
  protected readonly text = linkedSignal<number | null, string>({
    source: this.#given,
    // What is being typed stays as it is typed while it means the same.
    computation: (fen, previous) => previous !== undefined && fenTyped(previous.value) === fen ? previous.value : fen === null ? '' : yuanTyped(fen),
  });
  protected readonly wrong = computed(() => this.text().trim() !== '' && fenTyped(this.text()) === null);
  protected readonly says = computed(() => {
    const fen = fenTyped(this.text());
    if (fen === null) return this.wrong() ? this.t('shell.money.wrong') : '';
    return fen < 1_000_000 ? this.#amounts.yuan(fen) : `${this.#amounts.yuan(fen)} · ${this.#amounts.short(fen)}`;
  });

  protected typed(text: string): void {
    this.text.set(text);
    this.fenChange.emit(fenTyped(text));
  }
}
