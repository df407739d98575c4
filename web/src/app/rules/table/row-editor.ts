import { Component, computed, inject, input, output } from '@angular/core';
import type { Both, ReceptionFactName, Selector } from '@lunjie/contracts';
import { busyWords, countsWords, factWords, modeWords, numberFactWords, ownershipEffectWords, selectorWords, type ReceptionRow } from '@lunjie/policy';
import { ChoiceChips } from '../../reception/choice-chips';
import { Words } from '../../shared/language/words';
import { OrderControl, type OrderedOption } from '../values/order-control';
import { ConditionEditor } from './condition-editor';
import { allFacts, counting, firstCondition, isNumberFact, ownershipEffects, selectors, uncountedModes, whenBusy, withCondition, type AnyCondition } from './row-editing';

/** A rule taken apart into choices over the fixed vocabulary: when it holds, and what then. */
@Component({
  selector: 'lj-row-editor',
  imports: [ChoiceChips, ConditionEditor, OrderControl],
  templateUrl: './row-editor.html',
  styleUrl: '../values/control.css',
  styles: `
    :host { display: grid; gap: var(--gap); padding-block-start: 0.5rem; }
    section { display: grid; align-content: start; gap: 0.75rem; min-inline-size: 0; }
    h4 { margin: 0; color: var(--ink-quiet); font-size: var(--text-small); font-weight: 600; }
    .selects { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 0.75rem; }
    .selects label, .field { display: grid; gap: 0.25rem; align-content: start; }
    .selects select, .selects input { inline-size: 100%; }
    .name { font-weight: 600; }
    @media (min-width: 1400px) { :host { grid-template-columns: 1fr 1fr; } }
  `,
})
export class RowEditor {
  readonly row = input.required<ReceptionRow>();
  readonly classes = input.required<readonly OrderedOption[]>();
  readonly rowChange = output<ReceptionRow>();
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly counting = counting;
  protected readonly uncountedModes = uncountedModes;
  protected readonly ownershipEffects = ownershipEffects;
  protected readonly whenBusy = whenBusy;
  protected readonly receivers = computed(() => this.#options(selectorWords));
  protected readonly counts = computed(() => this.#options(countsWords));
  protected readonly modes = computed(() => this.#options(modeWords));
  protected readonly ownerships = computed(() => this.#options(ownershipEffectWords));
  protected readonly busies = computed(() => this.#options(busyWords));
  protected readonly conditions = computed(() =>
    Object.entries(this.row().when as Readonly<Record<string, AnyCondition>>).map(([fact, condition]) => ({ fact: fact as ReceptionFactName, condition })).filter(({ fact }) => allFacts.includes(fact)));
  protected readonly otherFacts = computed(() => allFacts.filter((fact) => !(fact in this.row().when)).map((fact): OrderedOption =>
    ({ value: fact, label: (isNumberFact(fact) ? numberFactWords[fact] : factWords[fact]).label[this.#words.language()] })));

  protected put(changes: Partial<ReceptionRow>): void {
    this.rowChange.emit({ ...this.row(), ...changes });
  }

  protected condition(fact: ReceptionFactName, condition: AnyCondition | null): void {
    this.rowChange.emit(withCondition(this.row(), fact, condition));
  }

  protected add(fact: string): void {
    const known = allFacts.find((each) => each === fact);
    if (known) this.condition(known, firstCondition(known));
  }

  protected asReceivers(values: readonly string[]): readonly Selector[] {
    return values.flatMap((value) => selectors.find((each) => each === value) ?? []);
  }

  protected oneOf<T extends string>(options: readonly T[], [value]: readonly string[]): T | undefined {
    return options.find((each) => each === value);
  }

  #options(words: Readonly<Record<string, Both>>): readonly OrderedOption[] {
    return Object.entries(words).map(([value, both]) => ({ value, label: both[this.#words.language()] }));
  }
}
