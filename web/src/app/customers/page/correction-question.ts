import { Component, computed, inject, input, output, signal } from '@angular/core';
import { registerKindText } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { ChoiceChips } from '../../reception/choice-chips';
import { Words } from '../../shared/language/words';
import type { Happened } from './customer-store';

const fields = ['name', 'phone', 'gender', 'agent', 'time', 'source', 'note', 'other'] as const;

/** What an entry should have said. */
export interface Correction {
  readonly field: string;
  readonly value: string;
  readonly reason: string;
}

/** An entry of the register is wrong: what should stand there, and why. It is entered beside it, never into it (002 §3). */
@Component({
  selector: 'lj-correction-question',
  imports: [ChoiceChips, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <p><strong>{{ which() }}</strong></p>
      <p>{{ t('customers.correction.means') }}</p>
      <lj-choice-chips [legend]="t('customers.correction.what')" [choices]="choices()" [chosen]="[field()]" [disabled]="busy()" (chosenChange)="field.set($event[0] ?? '')" />
      <div class="field">
        <label for="correction-value">{{ t('customers.correction.value') }}</label>
        <input nz-input id="correction-value" type="text" maxlength="500" autocomplete="off" #value [value]="shouldBe()" (input)="shouldBe.set(value.value)" />
      </div>
      <div class="field">
        <label for="correction-reason">{{ t('customers.reason') }}</label>
        <input nz-input id="correction-reason" type="text" maxlength="500" autocomplete="off" #why [value]="reason()" (input)="reason.set(why.value)" />
      </div>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || !isWhole()">{{ t('customers.correction.send') }}</button>
    </form>
  `,
  styleUrl: './question.css',
})
export class CorrectionQuestion {
  readonly row = input.required<Happened>();
  readonly busy = input(false);
  readonly answered = output<Correction>();
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly field = signal('');
  protected readonly shouldBe = signal('');
  protected readonly reason = signal('');
  protected readonly which = computed(() => this.t('customers.correction.of', { entry: this.row().entry, what: registerKindText(this.row().kind, this.#words.language()) }));
  protected readonly choices = computed(() => fields.map((value) => ({ value, label: this.t(`customers.correction.field.${value}`) })));
  protected readonly isWhole = computed(() => this.field() !== '' && this.shouldBe().trim() !== '' && this.reason().trim() !== '');

  protected send(): void {
    if (this.isWhole()) this.answered.emit({ field: this.field(), value: this.shouldBe().trim(), reason: this.reason().trim() });
  }
}
