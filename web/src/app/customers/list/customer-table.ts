import { Component, ElementRef, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CustomerListRow, CustomerSort } from '@lunjie/contracts';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { tellValidity } from '../told-validity';
import type { Column } from './columns';

export interface Sorting {
  readonly sort: CustomerSort;
  readonly order: 'asc' | 'desc';
}

const sortOf: Readonly<Partial<Record<Column, CustomerSort>>> = { validity: 'valid_until', registered: 'registered', lastContact: 'last_contact' };

/** Customers a row each, a card each on a phone. Up and down go from name to name, Enter opens, X selects. */
@Component({
  selector: 'lj-customer-table',
  imports: [RouterLink],
  host: { '(keydown)': 'onKey($event)' },
  templateUrl: './customer-table.html',
  styleUrl: './customer-table.css',
})
export class CustomerTable {
  readonly rows = input.required<readonly CustomerListRow[]>();
  readonly columns = input.required<readonly Column[]>();
  readonly sorting = input.required<Sorting>();
  /** Ids of the selected; null where nothing can be selected. */
  readonly selected = input<ReadonlySet<string> | null>(null);
  readonly letters = input(true);
  readonly toggled = output<CustomerListRow>();
  readonly allToggled = output();
  readonly sorted = output<Sorting>();
  readonly #moments = inject(Moments);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly t = inject(Words).t;

  protected readonly heads = computed(() => this.columns().map((column) => {
    const { sort, order } = this.sorting();
    const by = sortOf[column];
    const isHere = by !== undefined && by === sort;
    return { column, by, aria: isHere ? order === 'asc' ? 'ascending' : 'descending' : null, arrow: isHere ? order === 'asc' ? '↑' : '↓' : '' };
  }));

  protected readonly told = computed(() => this.rows().map((row) => ({
    row, name: row.name || row.label || this.t('reception.someone'), validity: tellValidity(row, { t: this.t, day: (date) => this.#moments.day(date) }, true),
    registered: this.#moments.dated(row.registeredOn), lastContact: row.lastContactOn === null ? this.t('customers.never') : this.#moments.dated(row.lastContactOn),
  })));

  protected readonly isAll = computed(() => this.rows().length > 0 && this.rows().every(({ id }) => this.selected()?.has(id)));

  /** Where nothing is sorted by it yet, the most urgent or the latest comes first. */
  protected sortBy(by: CustomerSort): void {
    const { sort, order } = this.sorting();
    const first = by === 'valid_until' ? 'asc' : 'desc';
    this.sorted.emit({ sort: by, order: sort !== by ? first : order === 'asc' ? 'desc' : 'asc' });
  }

  protected onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = this.#names().findIndex((name) => name === event.target);
    if (at === -1) return;
    if (step) this.#names()[at + step]?.focus();
    else if (event.key.toLowerCase() === 'x' && this.letters() && this.selected()) this.#toggle(at);
    else return;
    event.preventDefault();
  }

  focusFirst(): void {
    this.#names()[0]?.focus();
  }

  #names(): readonly HTMLElement[] {
    return [...this.#host.querySelectorAll<HTMLElement>('tbody th a')];
  }

  #toggle(index: number): void {
    const row = this.rows()[index];
    if (row) this.toggled.emit(row);
  }
}
