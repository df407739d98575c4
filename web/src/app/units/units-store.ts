import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { DepositRequest, UnitBoard, UnitChangeRequest, UnitFacts } from '@lunjie/contracts';
import { OfficeApi } from '../reception/office-api';
import { Staff } from '../reception/staff';
import { pageActs } from '../shared/api/acts';
import { liveReading } from '../shared/live/live-reading';
import { movedBetween, unitsOf, type Moved } from './board-query';

/** The board of units, current by itself, and the acts on one of them. Provided by the page. */
@Injectable()
export class UnitsStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #reading = liveReading<UnitBoard>('units');
  readonly #moved = signal<readonly Moved[]>([]);
  readonly #acts = pageActs(() => this.refresh());

  readonly board = this.#reading.value;
  readonly readProblem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly refresh = this.#reading.refresh;
  readonly units = computed(() => new Map(unitsOf(this.board() ?? { buildings: [] }).map((unit) => [unit.id, unit])));
  /** What the last change of the board moved. */
  readonly moved = this.#moved.asReadonly();
  readonly agents = this.#staff.agents;
  readonly busy = this.#acts.busy;
  /** Why the last act did not happen. */
  readonly problem = this.#acts.problem;

  constructor() {
    this.#staff.readOnce();
    let shown: UnitBoard | null = null;
    effect(() => {
      const board = this.board();
      const before = shown;
      shown = board;
      if (board === null || before === null) return;
      const moved = movedBetween(before, board);
      if (moved.length > 0) untracked(() => this.#moved.set(moved));
    });
  }

  /** Holds, withholds or releases a unit. Answers whether it happened. */
  stand(unit: string, act: 'hold' | 'withhold' | 'release', reason: string): Promise<boolean> {
    return this.#acts.happens(() => this.#api.post(`/units/${encodeURIComponent(unit)}/${act}`, { reason }));
  }

  change(unit: string, request: UnitChangeRequest): Promise<boolean> {
    return this.#acts.happens(() => this.#api.patch(`/units/${encodeURIComponent(unit)}`, request));
  }

  enter(units: readonly UnitFacts[]): Promise<boolean> {
    return this.#acts.happens(() => this.#api.post('/units', { units }));
  }

  /** Takes a deposit. Resolves to the deal, or null where it was refused. */
  async deposit(unit: string, request: DepositRequest): Promise<string | null> {
    return (await this.#acts.answer(() => this.#api.post<{ readonly deal: string }>(`/units/${encodeURIComponent(unit)}/deposits`, request)))?.deal ?? null;
  }

  dismissProblem(): void {
    this.#acts.tell(null);
  }
}
