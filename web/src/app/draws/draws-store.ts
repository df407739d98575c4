import { Injectable, computed, inject, signal } from '@angular/core';
import type { DrawRow, DrawView, DrawsPage, PublishRequest, RedistributionPreview, RedistributionRequest } from '@lunjie/contracts';
import { OfficeApi } from '../reception/office-api';
import { pagedReading } from '../reception/paged-reading';
import { Staff } from '../reception/staff';
import { pageActs } from '../shared/api/acts';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';

/** Redistributions of the office, one of them in full, and the acts on them. Provided by the page. */
@Injectable()
export class DrawsStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #query = signal<Readonly<Record<string, string>>>({});
  readonly #shown = signal<string | null>(null);
  readonly #view = signal<DrawView | null>(null);
  readonly #viewProblem = signal<ApiProblem | null>(null);
  readonly #acts = pageActs(() => void this.list.refresh());

  readonly list = pagedReading<DrawRow, DrawsPage>('/draws', this.#query, { cursor: 'before', rowsOf: ({ draws }) => draws, stays: true });
  readonly view = this.#view.asReadonly();
  readonly viewProblem = this.#viewProblem.asReadonly();
  readonly busy = this.#acts.busy;
  /** Why the last act did not happen. */
  readonly problem = this.#acts.problem;
  readonly people = this.#staff.people;
  /** Whose customers may be given to others: agents, leavers among them. */
  readonly agents = computed(() => this.#staff.people().filter(({ roles }) => roles.includes('agent')));

  constructor() {
    this.#staff.readOnce();
  }

  /** Shows one redistribution in full, or none. */
  async look(id: string | null): Promise<void> {
    if (id === this.#shown()) return;
    this.#shown.set(id);
    this.#view.set(null);
    await this.readAgain();
  }

  async readAgain(): Promise<void> {
    const id = this.#shown();
    this.#viewProblem.set(null);
    if (id === null) return;
    try {
      const view = await this.#api.get<DrawView>(`/draws/${encodeURIComponent(id)}`);
      if (id === this.#shown()) this.#view.set(view);
    } catch (error) {
      if (id === this.#shown()) this.#viewProblem.set(problemFrom(error));
    }
  }

  /** What would happen. Nothing is written. */
  preview(request: RedistributionRequest): Promise<RedistributionPreview> {
    return this.#api.ask('/draws/preview', request);
  }

  /** Fixes the list of a random draw, or carries another method out; null where it was refused. */
  publish(request: PublishRequest): Promise<DrawView | null> {
    return this.#done(() => this.#api.post<DrawView>('/draws', request));
  }

  draw(id: string): Promise<DrawView | null> {
    return this.#done(() => this.#api.post<DrawView>(`/draws/${encodeURIComponent(id)}/draw`));
  }

  cancel(id: string, reason: string): Promise<DrawView | null> {
    return this.#done(() => this.#api.post<DrawView>(`/draws/${encodeURIComponent(id)}/cancel`, { reason }));
  }

  dismissProblem(): void {
    this.#acts.tell(null);
  }

  async #done(act: () => Promise<DrawView>): Promise<DrawView | null> {
    const view = await this.#acts.answer(act);
    if (view !== null && this.#shown() === view.draw.id) this.#view.set(view);
    return view;
  }
}
