import { Injectable, computed, inject, signal } from '@angular/core';
import type { AwaitingClaims, ClaimRow, HandOverPreview, HandedOver } from '@lunjie/contracts';
import { OfficeApi } from '../../reception/office-api';
import { Staff } from '../../reception/staff';
import { pageActs } from '../../shared/api/acts';
import { liveReading } from '../../shared/live/live-reading';

/** Claims on which a manager has to decide, current by themselves, and the decision. Provided by the page. */
@Injectable()
export class AwaitingStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #reading = liveReading<AwaitingClaims>('claims/awaiting');
  /** What was asked for beyond the first page, which alone is read again by itself. */
  readonly #further = signal<AwaitingClaims | null>(null);
  readonly #gone = signal<ReadonlySet<string>>(new Set());
  readonly #selected = signal<ReadonlySet<string>>(new Set());
  readonly #acts = pageActs();

  readonly page = this.#reading.value;
  readonly readProblem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly refresh = this.#reading.refresh;
  readonly busy = this.#acts.busy;
  /** Why no more could be read. */
  readonly problem = this.#acts.problem;
  readonly agents = this.#staff.agents;
  readonly rows = computed<readonly ClaimRow[]>(() => {
    const first = this.page()?.claims ?? [];
    const shown = new Set(first.map(({ id }) => id));
    return [...first, ...(this.#further()?.claims ?? []).filter(({ id }) => !shown.has(id))].filter(({ customer }) => !this.#gone().has(customer.id));
  });
  readonly next = computed(() => (this.#further() ?? this.page())?.next ?? null);
  /** Customers' ids, of those still waiting. */
  readonly selected = computed(() => this.rows().flatMap(({ customer }) => this.#selected().has(customer.id) ? [customer.id] : []));

  constructor() {
    this.#staff.readOnce();
  }

  toggle(customer: string): void {
    this.#selected.update((selected) => new Set(selected.has(customer) ? [...selected].filter((one) => one !== customer) : [...selected, customer]));
  }

  selectNone(): void {
    this.#selected.set(new Set());
  }

  async more(): Promise<void> {
    const after = this.next();
    if (after === null || this.busy()) return;
    const page = await this.#acts.fetched(() => this.#api.get<AwaitingClaims>('/claims/awaiting', { after }));
    if (page) this.#further.update((further) => ({ claims: [...further?.claims ?? [], ...page.claims], next: page.next }));
  }

  /** Who would go to an agent. Nothing is written. */
  preview(customers: readonly string[], to: string): Promise<HandOverPreview> {
    return this.#api.ask('/customers/hand-over/preview', { customers, to });
  }

  /** Decides: they are this agent's from now on, who may be the one they were. */
  async handOver(customers: readonly string[], to: string, digest: string, reason: string): Promise<HandedOver> {
    const done = await this.#api.post<HandedOver>('/customers/hand-over', { customers, to, digest, reason });
    this.#gone.update((gone) => new Set([...gone, ...customers]));
    this.selectNone();
    await this.refresh();
    // Whoever comes to wait again stands in the new page.
    this.#gone.set(new Set());
    this.#further.update((further) => further && { ...further, claims: further.claims.filter(({ customer }) => !customers.includes(customer.id)) });
    return done;
  }
}
