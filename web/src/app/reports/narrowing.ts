import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { reportFilters, type ReportFilter, type ReportView } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Words } from '../shared/language/words';
import type { ReportAddress } from './report-address';
import { ValueWords } from './value-words';

const all = '*';

/** To what the sheet is narrowed: one value of any of the dimensions, in the address. */
@Component({
  selector: 'lj-narrowing',
  imports: [NzButtonComponent],
  template: `
    <details [open]="chosen().length > 0">
      <summary>{{ chosen().length ? t('reports.narrowed', { count: chosen().length }) : t('reports.narrow') }}</summary>
      <div>
        @for (filter of filters(); track filter.name) {
          <label>
            <span>{{ t('reports.dimension.' + filter.name) }}</span>
            <select #box (change)="choose(filter.name, box.value)">
              <option [value]="all" [selected]="filter.value === null">{{ t('reports.all') }}</option>
              @for (option of filter.options; track option.value) {
                <option [value]="option.value" [selected]="option.value === filter.value">{{ option.label }}</option>
              }
            </select>
          </label>
        }
        @if (chosen().length) {
          <button nz-button type="button" (click)="clear()">{{ t('reports.clear') }}</button>
        }
      </div>
    </details>
    @if (chosen().length) {
      <p class="paper">{{ inWords() }}</p>
    }
  `,
  styles: `
    summary { display: flex; align-items: center; min-block-size: 44px; color: var(--link); cursor: pointer; }
    div { display: flex; flex-wrap: wrap; align-items: end; gap: var(--gap-small); padding-block-end: var(--gap-small); }
    label { display: grid; gap: 0.125rem; }
    label span { color: var(--ink-quiet); font-size: var(--text-small); }
    select { max-inline-size: 11rem; min-block-size: 44px; padding-inline: 0.5rem; border: 1px solid var(--control-rule); border-radius: var(--corner); background: var(--surface); }
    button { min-block-size: 44px; }
    .paper { display: none; }
    @media print { details { display: none; } .paper { display: block; } }
  `,
})
export class Narrowing {
  readonly address = input.required<ReportAddress>();
  readonly view = input.required<ReportView>();
  readonly #router = inject(Router);
  readonly #values = inject(ValueWords);
  protected readonly t = inject(Words).t;
  protected readonly all = all;
  protected readonly chosen = computed(() => reportFilters.filter((filter) => this.address().narrowed[filter] !== undefined));
  protected readonly filters = computed(() => reportFilters.filter((name) => name !== 'team' || (this.view().lines.team ?? []).some(({ value }) => value !== '')).map((name) => {
    const { lines, names } = this.view();
    const value = this.address().narrowed[name] ?? null;
    return { name, value, options: [...new Set([...this.#values.offered(name, lines[name] ?? []), ...value === null ? [] : [value]])].map((one) => ({ value: one, label: this.#values.label(name, one, names) })) };
  }));
  protected readonly inWords = computed(() => this.filters().filter(({ value }) => value !== null).map(({ name, value }) => this.t('reports.only', { dimension: this.t(`reports.dimension.${name}`), value: this.#values.label(name, value ?? '', this.view().names) })).join(' · '));

  protected choose(filter: ReportFilter, value: string): void {
    void this.#router.navigate([], { queryParams: { [filter]: value === all ? null : value, open: null, in: null, by: null, of: null }, queryParamsHandling: 'merge' });
  }

  protected clear(): void {
    void this.#router.navigate([], { queryParams: Object.fromEntries([...reportFilters, 'open', 'in', 'by', 'of'].map((name) => [name, null])), queryParamsHandling: 'merge' });
  }
}
