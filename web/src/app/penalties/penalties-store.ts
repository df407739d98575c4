import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import type { DealList, DealListRow, PenaltiesView, PenaltyRequest, PenaltyStatement, PraiseRequest } from '@lunjie/contracts';
import { OfficeApi } from '../reception/office-api';
import { Staff } from '../reception/staff';
import { pageActs } from '../shared/api/acts';
import { liveReading } from '../shared/live/live-reading';

/** Penalties of the office, or one's own, and the acts on them; current by themselves. Provided by the page. */
@Injectable()
export class PenaltiesStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #reading = liveReading<PenaltiesView>('penalties');
  readonly #statement = signal<PenaltyStatement | null>(null);
  readonly #wanted = signal<{ readonly agent: string; readonly month: string } | null>(null);
  readonly #deals = signal<readonly DealListRow[] | null>(null);
  readonly #acts = pageActs(() => void this.refresh());

  readonly view = this.#reading.value;
  readonly readProblem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly refresh = this.#reading.refresh;
  readonly statement = this.#statement.asReadonly();
  /** What an agent could lose: null until it is read. */
  readonly deals = this.#deals.asReadonly();
  readonly busy = this.#acts.busy;
  readonly problem = this.#acts.problem;
  readonly agents = this.#staff.agents;

  constructor() {
    this.#staff.readOnce();
    // A penalty that was issued or reversed changes the month too.
    effect(() => {
      if (this.view() === null) return;
      const wanted = this.#wanted();
      untracked(() => void this.#read(wanted));
    });
  }

  month(agent: string | null, month: string): void {
    this.#wanted.set(agent === null ? null : { agent, month });
  }

  /** Reads the deals of an agent that stand and have been divided. */
  async dealsOf(agent: string): Promise<void> {
    this.#deals.set(null);
    try {
      const { deals } = await this.#api.get<DealList>('/deals', { agent });
      this.#deals.set(deals.filter(({ stage }) => !['soft_deposit', 'lapsed', 'cancelled', 'forfeited'].includes(stage)));
    } catch (error) {
      this.#acts.tell(error);
    }
  }

  issue(request: PenaltyRequest): Promise<boolean> {
    return this.#acts.happens(() => this.#api.post('/penalties', request));
  }

  praise(request: PraiseRequest): Promise<boolean> {
    return this.#acts.happens(() => this.#api.post('/penalties/praise', request));
  }

  appeal(id: string, reason: string): Promise<boolean> {
    return this.#acts.happens(() => this.#api.post(`/penalties/${encodeURIComponent(id)}/appeal`, { reason }));
  }

  hear(id: string, upheld: boolean, reason: string): Promise<boolean> {
    return this.#acts.happens(() => this.#api.post(`/penalties/${encodeURIComponent(id)}/hearing`, { upheld, reason }));
  }

  dismissProblem(): void {
    this.#acts.tell(null);
  }

  async #read(wanted: { readonly agent: string; readonly month: string } | null): Promise<void> {
    if (wanted === null) {
      this.#statement.set(null);
      return;
    }
    const statement = await this.#api.get<PenaltyStatement>('/penalties/statement', wanted).catch(() => null);
    if (wanted === this.#wanted()) this.#statement.set(statement);
  }
}
