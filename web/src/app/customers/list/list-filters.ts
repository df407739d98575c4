import { Component, computed, inject, input, output } from '@angular/core';
import { claimStates, customerGrades, customerSorts, customerSources, type PersonRef } from '@lunjie/contracts';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Words } from '../../shared/language/words';
import type { Asked, AskedField } from './list-query';

interface Choices {
  readonly field: AskedField;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

const days = ['contactFrom', 'contactTo', 'registeredFrom', 'registeredTo'] as const;
const otherEnd = { contactFrom: 'contactTo', contactTo: 'contactFrom', registeredFrom: 'registeredTo', registeredTo: 'registeredFrom' } as const;

/** What the list is narrowed to; every answer goes into the address at once. */
@Component({
  selector: 'lj-list-filters',
  imports: [NzInputDirective],
  template: `
    @for (one of choices(); track one.field) {
      <label>
        <span>{{ one.label }}</span>
        <select #box [value]="asked()[one.field] ?? ''" (change)="change(one.field, box.value)">
          <option value="">{{ t('customers.filter.any') }}</option>
          @for (choice of one.choices; track choice.value) {
            <option [value]="choice.value" [selected]="choice.value === asked()[one.field]">{{ choice.label }}</option>
          }
        </select>
      </label>
    }
    @for (field of days; track field) {
      <label>
        <span>{{ t('customers.filter.' + field) }}</span>
        <input nz-input type="date" #day [value]="asked()[field] ?? ''" [min]="field.endsWith('To') ? asked()[otherEnd[field]] ?? '' : ''" [max]="field.endsWith('From') ? asked()[otherEnd[field]] ?? '' : ''" (change)="change(field, day.value)" />
      </label>
    }
  `,
  styles: `
    :host { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); align-items: end; gap: 0.75rem; }
    label { display: grid; gap: 0.25rem; min-inline-size: 0; color: var(--ink-quiet); font-size: var(--text-small); }
    select, input { inline-size: 100%; min-block-size: var(--control-height); color: var(--ink); font-size: 1rem; }
    select { padding-inline: 0.625rem; border: 1px solid var(--control-rule); border-radius: var(--corner); background: var(--surface); }
    select:hover { border-color: var(--accent); }
    @media (max-width: 640px) { :host { grid-template-columns: 1fr 1fr; } }
  `,
})
export class ListFilters {
  readonly asked = input.required<Asked>();
  /** Whose customers can be asked for; empty where the reader sees only their own. */
  readonly agents = input<readonly PersonRef[]>([]);
  readonly changed = output<Asked>();
  protected readonly t = inject(Words).t;
  protected readonly days = days;
  protected readonly otherEnd = otherEnd;
  protected readonly choices = computed<readonly Choices[]>(() => [
    ...this.agents().length ? [{ field: 'owner' as const, label: this.t('customers.column.owner'), choices: this.agents().map(({ id, name }) => ({ value: id, label: name })) }] : [],
    this.#told('state', 'customers.column.validity', claimStates, 'customers.state.'),
    this.#told('grade', 'customers.column.grade', customerGrades, 'customers.grade.'),
    this.#told('source', 'customers.column.source', customerSources, 'customers.source.'),
    this.#told('sort', 'customers.filter.sort', customerSorts, 'customers.sort.'),
    this.#told('order', 'customers.filter.order', ['desc', 'asc'], 'customers.order.'),
  ]);

  protected change(field: AskedField, value: string): void {
    const { [field]: _, ...others } = this.asked();
    this.changed.emit(value ? { ...others, [field]: value } : others);
  }

  #told(field: AskedField, label: string, values: readonly string[], words: string): Choices {
    return { field, label: this.t(label), choices: values.map((value) => ({ value, label: this.t(words + value) })) };
  }
}
