import { Component, computed, inject, input, output } from '@angular/core';
import type { NumberCondition } from '@lunjie/policy';
import { ChoiceChips } from '../../reception/choice-chips';
import { Words } from '../../shared/language/words';
import { numberShown, numberWritten } from '../values/control-values';
import { askedChoice, choiceCondition, type AnyCondition, type TableFacts } from './row-editing';

/** One condition of a rule: a fact is one of some values, none of them, or a number within bounds. */
@Component({
  selector: 'lj-condition-editor',
  imports: [ChoiceChips],
  template: `
    <div class="head">
      <h5>{{ label() }}</h5>
      @if (!isNumber()) {
        <select #way [attr.aria-label]="t('rules.row.way', { fact: label() })" (change)="ask(way.value === 'not', asked().values)">
          <option value="is" [selected]="!asked().not">{{ t('rules.row.is') }}</option>
          <option value="not" [selected]="asked().not">{{ t('rules.row.isNot') }}</option>
        </select>
      }
      <button type="button" class="small" [attr.aria-label]="t('rules.row.dropCondition', { fact: label() })" (click)="conditionChange.emit(null)">✕</button>
    </div>
    @if (isNumber()) {
      <div class="line">
        <label>{{ t('rules.row.atLeast') }} <input type="number" min="0" #least [value]="numberShown(bounds().at_least)" (change)="bound('at_least', least.value)" /></label>
        <label>{{ t('rules.row.atMost') }} <input type="number" min="0" #most [value]="numberShown(bounds().at_most)" (change)="bound('at_most', most.value)" /></label>
        <span class="quiet">{{ unit() }}</span>
        <label>{{ t('rules.row.known') }}
          <select #known (change)="knownOrNot(known.value)">
            <option value="" [selected]="bounds().is_null === undefined">{{ t('rules.row.either') }}</option>
            <option value="yes" [selected]="bounds().is_null === false">{{ knownWords() }}</option>
            <option value="no" [selected]="bounds().is_null === true">{{ unknownWords() }}</option>
          </select>
        </label>
      </div>
    } @else {
      <lj-choice-chips [legend]="label()" [quietLegend]="true" kind="several" [choices]="choices()" [chosen]="asked().values" (chosenChange)="ask(asked().not, $event)" />
    }
  `,
  styleUrl: '../values/control.css',
  styles: `
    :host { display: grid; gap: 0.5rem; padding: 0.75rem; border: 1px solid var(--rule); border-radius: var(--corner); }
    .head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; }
    h5 { margin: 0; color: inherit; font-size: 1rem; font-weight: 600; }
    .head .small { margin-inline-start: auto; }
  `,
})
export class ConditionEditor {
  readonly facts = input.required<TableFacts>();
  readonly fact = input.required<string>();
  readonly condition = input.required<AnyCondition>();
  /** Null takes the condition away. */
  readonly conditionChange = output<AnyCondition | null>();
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly numberShown = numberShown;
  readonly #number = computed(() => this.facts().numbers[this.fact()] ?? null);
  protected readonly isNumber = computed(() => this.#number() !== null);
  protected readonly asked = computed(() => askedChoice(this.condition()));
  protected readonly bounds = computed(() => this.condition() as NumberCondition);
  protected readonly unit = computed(() => this.#number()?.unit[this.#words.language()] ?? '');
  protected readonly knownWords = computed(() => this.#number()?.known[this.#words.language()] ?? '');
  protected readonly unknownWords = computed(() => this.#number()?.unknown[this.#words.language()] ?? '');
  protected readonly label = computed(() => (this.#number() ?? this.facts().choices[this.fact()])?.label[this.#words.language()] ?? this.fact());
  protected readonly choices = computed(() => Object.entries(this.facts().choices[this.fact()]?.values ?? {}).map(([value, { label }]) => ({ value, label: label[this.#words.language()] })));

  /** A condition on nothing would be none: the last value stays until the condition itself is taken away. */
  protected ask(not: boolean, values: readonly string[]): void {
    const condition = choiceCondition({ not, values: this.choices().map(({ value }) => value).filter((value) => values.includes(value)) });
    this.conditionChange.emit(condition ?? this.condition());
  }

  protected bound(which: 'at_least' | 'at_most', shown: string): void {
    const { [which]: _, ...others } = this.bounds();
    const number = numberWritten(shown);
    this.conditionChange.emit(number === null ? others : { ...others, [which]: number });
  }

  protected knownOrNot(known: string): void {
    const { is_null: _, ...others } = this.bounds();
    this.conditionChange.emit(known === '' ? others : { ...others, is_null: known === 'no' });
  }
}
