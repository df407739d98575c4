import { Injectable, computed, inject, signal } from '@angular/core';
import type { CustomerListPage, CustomerListRow, CustomerSearchView, HandOverPreview, HandedOver, KnownCustomer, RegistrationAnswer, RegistrationRequest } from '@lunjie/contracts';
import { OfficeApi } from '../../reception/office-api';
import { pagedReading } from '../../reception/paged-reading';
import { Staff } from '../../reception/staff';
import { problemFrom, type ApiProblem } from '../../shared/api/api-problem';
import type { Asked } from './list-query';

const pageSize = 50;

/** The customers somebody may see, page by page, who is found by a number, and what is selected. Provided by the page. */
@Injectable()
export class CustomersStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #asked = signal<Asked | null>(null);
  readonly #query = computed(() => {
    const asked = this.#asked();
    return asked && { ...asked, size: String(pageSize) };
  }, { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) });
  readonly #found = signal<readonly KnownCustomer[] | null>(null);
  readonly #findProblem = signal<ApiProblem | null>(null);
  readonly #selected = signal<ReadonlySet<string>>(new Set());
  #latest = 0;

  readonly list = pagedReading<CustomerListRow, CustomerListPage>('/customers', this.#query, { cursor: 'after', rowsOf: ({ rows }) => rows, stays: true, live: true });
  /** Who has the number that was typed; null while none was. */
  readonly found = this.#found.asReadonly();
  readonly findProblem = this.#findProblem.asReadonly();
  /** Ids of the selected, in the order they were selected. */
  readonly selected = this.#selected.asReadonly();
  readonly agents = this.#staff.agents;

  constructor() {
    this.#staff.readOnce();
  }

  look(asked: Asked): void {
    this.#asked.set(asked);
  }

  /** Looks for a whole number or its last four digits in the whole office; it goes in a body and never into an address. */
  async find(text: string | null): Promise<void> {
    const mine = (this.#latest += 1);
    this.#findProblem.set(null);
    if (text === null) {
      this.#found.set(null);
      return;
    }
    try {
      const { customers } = await this.#api.ask<CustomerSearchView>('/customers/search', { text });
      if (mine === this.#latest) this.#found.set(customers);
    } catch (error) {
      if (mine === this.#latest) this.#findProblem.set(problemFrom(error));
    }
  }

  toggle({ id }: CustomerListRow): void {
    const selected = new Set(this.#selected());
    if (!selected.delete(id)) selected.add(id);
    this.#selected.set(selected);
  }

  /** Selects all that are shown, or none of them where all were. */
  toggleAll(rows: readonly CustomerListRow[]): void {
    const isAll = rows.every(({ id }) => this.#selected().has(id));
    const selected = new Set(this.#selected());
    for (const { id } of rows) {
      if (isAll) selected.delete(id);
      else selected.add(id);
    }
    this.#selected.set(selected);
  }

  selectNone(): void {
    this.#selected.set(new Set());
  }

  /** Who would move to an agent and who would stay, and why. Nothing is written. */
  preview(to: string): Promise<HandOverPreview> {
    return this.#api.ask('/customers/hand-over/preview', { customers: [...this.#selected()], to });
  }

  /** Moves exactly who the preview says; the selection is done with. */
  async handOver(to: string, digest: string, reason: string): Promise<HandedOver> {
    const done = await this.#api.post<HandedOver>('/customers/hand-over', { customers: [...this.#selected()], to, digest, reason });
    this.selectNone();
    void this.list.refresh();
    return done;
  }

  /** Registers a customer without a visit or a call. */
  register(request: RegistrationRequest): Promise<RegistrationAnswer> {
    return this.#api.post('/customers', request);
  }
}
