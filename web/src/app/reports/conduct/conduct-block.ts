import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Words } from '../../shared/language/words';
import { Session } from '../../shared/session/session';
import { placesFor } from '../../shell/places';
import type { ToldBlock } from './told';

/** Where what a block counts is dealt with. */
const placeOf: Readonly<Partial<Record<ToldBlock['id'], string>>> = { disputes: 'disputes', commission: 'commission', requests: 'requests' };

/** One subject of the sheet: its figures, the entries behind them, its tables. */
@Component({
  selector: 'lj-conduct-block',
  imports: [RouterLink],
  templateUrl: './conduct-block.html',
  styleUrl: './conduct-block.css',
})
export class ConductBlock {
  readonly block = input.required<ToldBlock>();
  readonly #roles = inject(Session).roles;
  protected readonly t = inject(Words).t;
  protected readonly title = computed(() => this.t(`conduct.block.${this.block().id}`));
  protected readonly tables = computed(() => this.block().tables.filter(({ rows }) => rows.length > 0));
  protected readonly place = computed(() => placesFor(this.#roles()).find(({ path }) => path === placeOf[this.block().id])?.path ?? null);
  protected readonly behind = computed(() => this.block().sums.flatMap(({ label, behind }) => behind === null ? [] : [{
    label, said: this.t(behind.number > behind.entries.length ? 'conduct.someEntries' : 'conduct.entries', { list: behind.entries.join(this.t('conduct.gap')), number: behind.number }),
  }]));
}
