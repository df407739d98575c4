import { Component, computed, inject, input, output } from '@angular/core';
import type { Column, TableInWords } from '@lunjie/policy';
import { Words } from '../../shared/language/words';
import type { OrderedOption } from '../values/order-control';
import { ValueControl } from '../values/value-control';
import { ConditionEditor } from './condition-editor';
import { conditionsOf, firstCondition, withColumn, withCondition, type AnyCondition, type TableFacts, type TableRow } from './row-editing';

/** A rule taken apart into choices over the vocabulary of its table: when it holds, and what then. */
@Component({
  selector: 'lj-row-editor',
  imports: [ConditionEditor, ValueControl],
  templateUrl: './row-editor.html',
  styleUrl: '../values/control.css',
  styles: `
    :host { display: grid; gap: var(--gap); padding-block-start: 0.5rem; }
    section { display: grid; align-content: start; gap: 0.75rem; min-inline-size: 0; }
    h4 { margin: 0; color: var(--ink-quiet); font-size: var(--text-small); font-weight: 600; }
    .columns { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr)); gap: 0.75rem; }
    .field { display: grid; gap: 0.25rem; align-content: start; min-inline-size: 0; }
    .field input { inline-size: 100%; }
    .wide { grid-column: 1 / -1; }
    .name { font-weight: 600; }
    @media (min-width: 1400px) { :host:has(section + section) { grid-template-columns: 1fr 1fr; } }
  `,
})
export class RowEditor {
  readonly row = input.required<TableRow>();
  readonly shape = input.required<TableInWords>();
  readonly rowChange = output<TableRow>();
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly language = this.#words.language;
  protected readonly conditions = computed(() => {
    const { facts } = this.shape();
    return facts ? conditionsOf(this.row(), facts) : [];
  });
  protected readonly otherFacts = computed<readonly OrderedOption[]>(() => {
    const { facts } = this.shape();
    const asked = this.conditions().map(({ fact }) => fact);
    return facts ? Object.entries({ ...facts.choices, ...facts.numbers }).filter(([fact]) => !asked.includes(fact)).map(([value, { label }]) => ({ value, label: label[this.language()] })) : [];
  });

  /** Chips, orders and lists need the whole width. */
  protected isWide({ field }: Column): boolean {
    return field.kind === 'order' || field.kind === 'list' || field.kind === 'set' || (field.kind === 'choice' && field.options.length > 0 && field.options.length <= 4);
  }

  protected put(column: string, value: unknown): void {
    this.rowChange.emit(withColumn(this.row(), column, value));
  }

  protected condition(fact: string, condition: AnyCondition | null): void {
    this.rowChange.emit(withCondition(this.row(), fact, condition));
  }

  protected add(facts: TableFacts, fact: string): void {
    if (fact in facts.choices || fact in facts.numbers) this.condition(fact, firstCondition(facts, fact));
  }
}
