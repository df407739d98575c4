import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { DepositRequest, UnitBoard, UnitChangeRequest, UnitFacts } from '@lunjie/contracts';
import { OfficeApi } from '../reception/office-api';
import { Staff } from '../reception/staff';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';
import { liveReading } from '../shared/live/live-reading';
import { movedBetween, unitsOf, type Moved } from './board-query';

/** The board of units, current by itself, and the acts on one of them. Provided by the page. */
@Injectable()
export class UnitsStore {
  readonly #api = inject(OfficeApi);
  readonly #staff = inject(Staff);
  readonly #reading = liveReading<UnitBoard>('units');
  readonly #moved = signal<readonly Moved[]>([]);
  readonly #busy = signal(false);
  readonly #problem = signal<ApiProblem | null>(null);

  readonly board = this.#reading.value;
  readonly readProblem = this.#reading.problem;
  readonly readAt = this.#reading.readAt;
  readonly stale = this.#reading.stale;
  readonly refresh = this.#reading.refresh;
  readonly units = computed(() => new Map(unitsOf(this.board() ?? { buildings: [] }).map((unit) => [unit.id, unit])));
  /** What the last change of the board moved. */
  readonly moved = this.#moved.asReadonly();
  readonly agents = this.#staff.agents;
  readonly busy = this.#busy.asReadonly();
  /** Why the last act did not happen. */
  readonly problem = this.#problem.asReadonly();

  constructor() {
    if (!this.#staff.names().size) void this.#staff.load().catch(() => undefined);
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
    return this.#do(() => this.#api.post(`/units/${encodeURIComponent(unit)}/${act}`, { reason }));
  }

  change(unit: string, request: UnitChangeRequest): Promise<boolean> {
    return this.#do(() => this.#api.patch(`/units/${encodeURIComponent(unit)}`, request));
  }

  enter(units: readonly UnitFacts[]): Promise<boolean> {
    return this.#do(() => this.#api.post('/units', { units }));
  }

  /** Takes a deposit. Resolves to the deal, or null where it was refused. */
  async deposit(unit: string, request: DepositRequest): Promise<string | null> {
    let deal: string | null = null;
    await this.#do(async () => {
      ({ deal } = await this.#api.post<{ readonly deal: string }>(`/units/${encodeURIComponent(unit)}/deposits`, request));
    });
    return deal;
  }

  dismissProblem(): void {
    this.#problem.set(null);
  }

  async #do(act: () => Promise<unknown>): Promise<boolean> {
    this.#busy.set(true);
    this.#problem.set(null);
    try {
      await act();
      return true;
    } catch (error) {
      this.#problem.set(problemFrom(error));
      return false;
    } finally {
      // Also after a refusal: somebody was quicker, and the board shows who.
      await this.refresh();
      this.#busy.set(false);
    }
  }
}
