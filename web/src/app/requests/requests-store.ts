import { Injectable, computed, inject, signal } from '@angular/core';
import type { PersonRef, RequestEntry, RequestRow, RequestsView, RequestView } from '@lunjie/contracts';
import { OfficeApi } from '../reception/office-api';
import { Staff } from '../reception/staff';
import { pageActs } from '../shared/api/acts';
import { liveReading } from '../shared/live/live-reading';
import { Session } from '../shared/session/session';

export const requestTabs = ['open', 'mine', 'over'] as const;
export type RequestTab = (typeof requestTabs)[number];

/** What customers want of the office, current by itself, and taking in what is new. Provided by the page. */
@Injectable()
export class RequestsStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #me = inject(Session).person;
  readonly #tab = signal<RequestTab | null>(null);
  readonly #reading = liveReading<RequestsView>(computed(() => this.#tab() === null ? null : `requests?scope=${this.#tab()}`));
  /** What was asked for beyond the first page, which alone is read again by itself. */
  readonly #further = signal<{ readonly of: RequestTab; readonly rows: readonly RequestRow[]; readonly next: string | null } | null>(null);
  readonly #acts = pageActs(() => void this.refresh());

  readonly view = this.#reading.value;
  readonly readProblem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly refresh = this.#reading.refresh;
  readonly busy = this.#acts.busy;
  /** Why the last act did not happen. */
  readonly problem = this.#acts.problem;
  readonly agents = this.#staff.agents;
  /** Whose a request can be besides the reader's. */
  readonly colleagues = computed<readonly PersonRef[]>(() => this.#staff.people().filter(({ id, state, roles }) => id !== this.#me()?.id && state === 'active' && roles.some((role) => role !== 'auditor')));
  readonly rows = computed<readonly RequestRow[]>(() => {
    const first = this.view()?.requests ?? [];
    const further = this.#further();
    return further?.of === this.#tab() ? [...first, ...(further?.rows ?? []).filter(({ id }) => !first.some((one) => one.id === id))] : first;
  });
  readonly next = computed(() => (this.#further()?.of === this.#tab() ? this.#further() : this.view())?.next ?? null);

  constructor() {
    this.#staff.readOnce();
  }

  show(tab: RequestTab): void {
    this.#tab.set(tab);
  }

  async more(): Promise<void> {
    const [after, of] = [this.next(), this.#tab()];
    if (after === null || of === null) return;
    const page = await this.#acts.fetched(() => this.#api.get<RequestsView>('/requests', { scope: of, after }));
    if (page) this.#further.update((further) => ({ of, rows: [...further?.of === of ? further.rows : [], ...page.requests], next: page.next }));
  }

  /** Takes in a request. Resolves to it, or to null where it was refused. */
  enter(entry: RequestEntry): Promise<RequestView | null> {
    return this.#acts.answer(() => this.#api.post<RequestView>('/requests', entry));
  }

  dismissProblem(): void {
    this.#acts.tell(null);
  }
}
