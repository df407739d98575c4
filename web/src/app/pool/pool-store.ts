import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { PoolClaimAnswer, PoolPage, PoolRow } from '@lunjie/contracts';
import { OfficeApi } from '../reception/office-api';
import { Staff } from '../reception/staff';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';
import { liveReading } from '../shared/live/live-reading';

/** The shared pool, current by itself, and claiming from it. Provided by the page. */
@Injectable()
export class PoolStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #reading = liveReading<PoolPage>('pool');
  /** What was asked for beyond the first page, which alone is read again by itself. */
  readonly #further = signal<{ readonly rows: readonly PoolRow[]; readonly next: string | null } | null>(null);
  readonly #gone = signal<ReadonlySet<string>>(new Set());
  readonly #busy = signal<string | null>(null);
  readonly #problem = signal<ApiProblem | null>(null);

  readonly page = this.#reading.value;
  readonly readProblem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly refresh = this.#reading.refresh;
  /** The customer being claimed, or `more`. */
  readonly busy = this.#busy.asReadonly();
  /** Why the last claim did not happen. */
  readonly problem = this.#problem.asReadonly();
  readonly agents = this.#staff.agents;
  readonly rows = computed<readonly PoolRow[]>(() => {
    const first = this.page()?.customers ?? [];
    const shown = new Set(first.map(({ customer }) => customer));
    return [...first, ...(this.#further()?.rows ?? []).filter(({ customer }) => !shown.has(customer))].filter(({ customer }) => !this.#gone().has(customer));
  });
  readonly next = computed(() => (this.#further() ?? this.page())?.next ?? null);

  constructor() {
    this.#staff.readOnce();
    // Who has come back to the pool stands in a new page.
    effect(() => {
      this.page();
      untracked(() => this.#gone.set(new Set()));
    });
  }

  async more(): Promise<void> {
    const after = this.next();
    if (after === null || this.#busy()) return;
    await this.#do('more', async () => {
      const page = await this.#api.get<PoolPage>('/pool', { after });
      this.#further.update((further) => ({ rows: [...further?.rows ?? [], ...page.customers], next: page.next }));
    });
  }

  /** Claims a customer, for oneself or for an agent. Resolves to the claim, or null where it was refused. */
  async claim(customer: string, agent: string | null): Promise<PoolClaimAnswer | null> {
    let answer: PoolClaimAnswer | null = null;
    await this.#do(customer, async () => {
      answer = await this.#api.post<PoolClaimAnswer>(`/pool/${encodeURIComponent(customer)}/claim`, agent === null ? {} : { agentId: agent });
      this.#gone.update((gone) => new Set([...gone, customer]));
    });
    void this.refresh();
    return answer;
  }

  dismissProblem(): void {
    this.#problem.set(null);
  }

  async #do(what: string, work: () => Promise<void>): Promise<void> {
    this.#busy.set(what);
    this.#problem.set(null);
    try {
      await work();
    } catch (error) {
      this.#problem.set(problemFrom(error));
    } finally {
      this.#busy.set(null);
    }
  }
}
