import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { UnitState } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzSkeletonComponent } from 'ng-zorro-antd/skeleton';
import { DealPlaces } from '../deals/deal-places';
import { Words } from '../shared/language/words';
import { StaleNote } from '../shared/live/stale-note';
import { Amounts } from '../shared/money/amounts';
import { ProblemNote } from '../shared/problem/problem-note';
import { Session } from '../shared/session/session';
import { askedOf, keyOf, unitsOf } from './board-query';
import { UnitGrid } from './unit-grid';
import { UnitLegend } from './unit-legend';
import { UnitSheet } from './unit-sheet';
import { UnitsEntry } from './units-entry';
import { UnitsStore } from './units-store';

const noticedMs = 4_000;

/** The board of units (销控): what is for sale and who has what, readable across a room and current by itself. */
@Component({
  selector: 'lj-units-page',
  imports: [DealPlaces, NzButtonComponent, NzSkeletonComponent, ProblemNote, RouterLink, StaleNote, UnitGrid, UnitLegend, UnitSheet, UnitsEntry],
  providers: [UnitsStore],
  templateUrl: './units-page.html',
  styleUrl: './units-page.css',
})
export default class UnitsPage {
  readonly #router = inject(Router);
  readonly #amounts = inject(Amounts);
  readonly #roles = inject(Session).roles;
  readonly #address = toSignal(inject(ActivatedRoute).queryParams, { initialValue: {} });
  protected readonly store = inject(UnitsStore);
  protected readonly t = inject(Words).t;
  protected readonly query = computed(() => askedOf(this.#address()));
  protected readonly shownUnit = computed(() => this.store.units().get((this.#address() as Readonly<Record<string, string | undefined>>)['unit'] ?? '') ?? null);
  protected readonly entering = signal(false);
  protected readonly entersUnits = computed(() => this.#roles().some((role) => role === 'admin' || role === 'manager'));
  protected readonly buildings = computed(() => {
    const { building } = this.query();
    return (this.store.board()?.buildings ?? []).map((one) => ({ one, key: keyOf(one) })).filter(({ key }) => building === null || key === building);
  });
  protected readonly buildingChoices = computed(() => (this.store.board()?.buildings ?? []).map((one) => ({
    value: keyOf(one), label: one.entrance === null ? this.t('units.building', { building: one.building }) : this.t('units.entrance', { building: one.building, entrance: one.entrance }),
  })));
  protected readonly layoutChoices = computed(() => [...new Set(unitsOf(this.store.board() ?? { buildings: [] }).map(({ layout }) => layout))].sort());
  protected readonly sums = computed(() => {
    const board = this.store.board();
    return board === null ? '' : this.t('units.sums', { available: this.#amounts.short(board.availableFen), sold: this.#amounts.short(board.soldFen) });
  });
  /** What others have just taken or given back, for a moment. */
  protected readonly moved = signal<ReadonlySet<string>>(new Set());
  protected readonly news = signal('');

  constructor() {
    effect((onCleanup) => {
      const moved = this.store.moved();
      if (moved.length === 0) return;
      untracked(() => {
        this.moved.set(new Set(moved.map(({ unit }) => unit.id)));
        this.news.set(moved.map(({ unit }) => this.t(unit.agent === null ? 'units.news.free' : 'units.news.taken', { unit: unit.code, state: this.t(`units.state.${unit.state}`), agent: unit.agent?.name ?? '' })).join(' '));
      });
      const over = setTimeout(() => this.moved.set(new Set()), noticedMs);
      onCleanup(() => clearTimeout(over));
    });
  }

  protected toggleState(state: UnitState): void {
    const { states } = this.query();
    const now = states.includes(state) ? states.filter((one) => one !== state) : [...states, state];
    this.go({ state: now.length === 0 ? null : now.join(',') });
  }

  protected open(unit: string | null): void {
    this.store.dismissProblem();
    this.go({ unit });
  }

  protected go(queryParams: Readonly<Record<string, string | null>>): void {
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected ask(on: boolean): void {
    this.store.dismissProblem();
    this.entering.set(on);
  }

  protected took(deal: string): void {
    void this.#router.navigate(['/deals', deal]);
  }
}
