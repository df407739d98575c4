import { Component, computed, inject, input, output } from '@angular/core';
import { durationUnits, durationWords } from '@lunjie/policy';
import { Words } from '../../shared/language/words';
import { durationOf, numberShown, numberWritten } from './control-values';

/** A length of time as an office writes it: an amount, a unit, or nothing. */
@Component({
  selector: 'lj-duration-control',
  template: `
    <div class="line">
      @if (duration(); as shown) {
        <input type="number" inputmode="numeric" min="0" step="1" [attr.aria-label]="t('rules.value.amount', { label: label() })" #amount [value]="numberShown(shown.amount)" (change)="write(amount.value, unit.value)" />
        <select [attr.aria-label]="t('rules.value.unit', { label: label() })" #unit (change)="write(amount.value, unit.value)">
          @for (each of units; track each) {
            <option [value]="each" [selected]="each === shown.unit">{{ unitWords(each) }}</option>
          }
        </select>
      }
      @if (nothing(); as nothing) {
        <label class="tick"><input type="checkbox" [checked]="duration() === null" (change)="toggleNothing()" />{{ nothing }}</label>
      }
    </div>
  `,
  styleUrl: './control.css',
})
export class DurationControl {
  readonly label = input.required<string>();
  readonly value = input.required<unknown>();
  /** What no duration means; null where there must be one. */
  readonly nothing = input<string | null>(null);
  readonly valueChange = output<unknown>();
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly units = durationUnits;
  protected readonly numberShown = numberShown;
  protected readonly duration = computed(() => durationOf(this.value()));

  protected unitWords(unit: (typeof durationUnits)[number]): string {
    return durationWords[unit][this.#words.language()];
  }

  protected write(amount: string, unit: string): void {
    this.valueChange.emit({ amount: numberWritten(amount), unit });
  }

  protected toggleNothing(): void {
    this.valueChange.emit(this.duration() === null ? { amount: 1, unit: 'day' } : null);
  }
}
