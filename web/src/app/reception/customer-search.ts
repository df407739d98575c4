import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import type { KnownCustomer } from '@lunjie/contracts';
import { OfficeApi } from './office-api';

const quietMs = 200;

/** Registered customers by name, pinyin or last four digits of the phone. Provided by the page. */
@Injectable()
export class CustomerSearch {
  readonly #api = inject(OfficeApi);
  readonly #found = signal<readonly KnownCustomer[]>([]);
  readonly #outcome = signal<'' | 'none' | 'failed'>('');
  #latest = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly found = this.#found.asReadonly();
  readonly outcome = this.#outcome.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#timer));
  }

  lookFor(typed: string): void {
    const mine = (this.#latest += 1);
    const text = typed.trim();
    clearTimeout(this.#timer);
    this.#outcome.set('');
    if (text) this.#timer = setTimeout(() => void this.#find(text, mine), quietMs);
    else this.#found.set([]);
  }

  async #find(text: string, mine: number): Promise<void> {
    try {
      const { customers } = await this.#api.ask<{ customers: readonly KnownCustomer[] }>('/customers/search', { text });
      if (mine !== this.#latest) return;
      this.#found.set(customers);
      this.#outcome.set(customers.length ? '' : 'none');
    } catch {
      if (mine === this.#latest) this.#outcome.set('failed');
    }
  }
}
