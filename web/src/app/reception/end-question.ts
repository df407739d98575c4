import { Component, computed, inject, input, output, signal } from '@angular/core';
import { receptionOutcomes, type EndRequest, type ReceptionOutcome } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Words } from '../shared/language/words';
import { ChoiceChips } from './choice-chips';
import { textOrNull } from './reception-act';

/** How a reception ended. */
@Component({
  selector: 'lj-end-question',
  imports: [ChoiceChips, NzButtonComponent, NzInputDirective],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      @if (missingFields().length) {
        <p class="missing">{{ t('reception.end.missing', { fields: missing() }) }}</p>
      }
      <lj-choice-chips [legend]="t('reception.end.outcome')" [choices]="outcomes()" [chosen]="outcome() ? [outcome()!] : []" (chosenChange)="choose($event)" />
      <label for="end-note">{{ t('reception.note') }}</label>
      <textarea nz-input id="end-note" rows="2" maxlength="500" #box [value]="note()" (input)="note.set(box.value)"></textarea>
      <button nz-button nzType="primary" nzSize="large" type="submit" [disabled]="busy() || !outcome()">{{ t('reception.end.send') }}</button>
    </form>
  `,
  styleUrl: './question.css',
})
export class EndQuestion {
  /** Names of required form fields that are still empty. */
  readonly missingFields = input<readonly string[]>([]);
  readonly busy = input(false);
  readonly answered = output<EndRequest>();
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly outcome = signal<ReceptionOutcome | null>(null);
  protected readonly note = signal('');
  protected readonly outcomes = computed(() => receptionOutcomes.map((value) => ({ value, label: this.t(`verdict.outcome.${value}`) })));
  protected readonly missing = computed(() =>
    new Intl.ListFormat(this.#words.locale(), { type: 'conjunction' }).format(this.missingFields().map((name) => this.t(`reception.field.${name}`))));

  protected choose([value]: readonly string[]): void {
    this.outcome.set(receptionOutcomes.find((one) => one === value) ?? null);
  }

  protected send(): void {
    const outcome = this.outcome();
    if (outcome) this.answered.emit({ outcome, note: textOrNull(this.note()) });
  }
}
