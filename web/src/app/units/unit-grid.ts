import { Component, ElementRef, computed, inject, input, output } from '@angular/core';
import type { BoardBuilding, UnitView } from '@lunjie/contracts';
import { Words } from '../shared/language/words';
import { Amounts } from '../shared/money/amounts';
import { isAsked, keyOf, type BoardQuery } from './board-query';

const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** One building: floors from the top, rooms from the left. Every unit keeps its place whatever happens to it; arrows walk over it. */
@Component({
  selector: 'lj-unit-grid',
  templateUrl: './unit-grid.html',
  styleUrl: './unit-grid.css',
})
export class UnitGrid {
  readonly building = input.required<BoardBuilding>();
  readonly query = input.required<BoardQuery>();
  /** Ids of units that have just changed. */
  readonly moved = input<ReadonlySet<string>>(new Set());
  readonly selected = input<string | null>(null);
  readonly opened = output<string>();
  readonly #element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #amounts = inject(Amounts);
  protected readonly t = inject(Words).t;
  protected readonly heading = computed(() => {
    const { building, entrance } = this.building();
    return entrance === null ? this.t('units.building', { building }) : this.t('units.entrance', { building, entrance });
  });
  protected readonly id = computed(() => `grid-${keyOf(this.building()).replace(/\W/g, '-')}`);
  protected readonly counts = computed(() => this.t('units.counts', { available: this.building().counts.available, all: Object.values(this.building().counts).reduce((sum, count) => sum + count, 0) }));
  protected readonly floors = computed(() => {
    let first = true;
    return this.building().floors.map(({ floor, units }) => ({
      floor, units: units.map((unit) => {
        if (unit === null) return null;
        const isFirst = first;
        first = false;
        return { unit, isFirst, asked: isAsked(unit, this.query()), mark: this.t(`units.mark.${unit.state}`), state: this.t(`units.state.${unit.state}`), price: this.#amounts.short(unit.listPriceFen), says: this.#says(unit) };
      }),
    }));
  });

  #says({ code, state, agent, layout, listPriceFen }: UnitView): string {
    return [code, this.t(`units.state.${state}`), agent?.name ?? '', layout, this.#amounts.yuan(listPriceFen)].filter(Boolean).join(' · ');
  }

  /** One stop for the Tab key a building; arrows go on from there. */
  protected walk(event: KeyboardEvent, row: number, column: number): void {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const [down, right] = step;
    for (let [r, c] = [row + down, column + right]; r >= 0 && c >= 0 && r < this.floors().length && c < this.building().columns.length; r += down, c += right) {
      const next = this.#element.querySelector<HTMLButtonElement>(`[data-at="${r}/${c}"]`);
      if (next) return next.focus();
    }
  }
}
