import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StoredSheet } from '@lunjie/contracts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { FigureWords } from './figure-words';
import { ValueWords } from './value-words';

/** That the sheet of this period was stored, by which entry, and each figure that reads otherwise since. */
@Component({
  selector: 'lj-stored-note',
  imports: [RouterLink],
  template: `
    <p class="quiet">
      <span>{{ t('reports.stored.said', { at: at(), entry: sheet().entry }) }}</span> <code>{{ sheet().digest }}</code>
      <a [routerLink]="[]" [queryParams]="{ as: isShown() ? null : 'stored' }" queryParamsHandling="merge">{{ t(isShown() ? 'reports.stored.showNow' : 'reports.stored.show') }}</a>
    </p>
    @if (corrections().length > 0) {
      <details>
        <summary>{{ t('reports.stored.corrected', { count: corrections().length }) }}</summary>
        <table>
          <thead><tr><th scope="col">{{ t('reports.column.kind') }}</th><th scope="col">{{ t('reports.column.what') }}</th><th scope="col">{{ t('reports.stored.then') }}</th><th scope="col">{{ t('reports.stored.now') }}</th></tr></thead>
          <tbody>
            @for (one of corrections(); track one.key) {
              <tr><td>{{ one.line }}</td><td>{{ one.figure }}</td><td class="figure">{{ one.then }}</td><td class="figure">{{ one.now }}</td></tr>
            }
          </tbody>
        </table>
      </details>
    } @else {
      <p class="quiet">{{ t('reports.stored.same') }}</p>
    }
  `,
  styles: `
    :host { display: block; }
    p { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 var(--gap-small); margin: 0; }
    code { min-inline-size: 0; overflow-wrap: anywhere; }
    a { display: inline-flex; align-items: center; min-block-size: 44px; }
    summary { min-block-size: 44px; align-content: center; cursor: pointer; }
    table { border-collapse: collapse; }
    th, td { padding: 0.25rem 0.75rem; border-block-end: 1px solid var(--rule); text-align: start; }
    .figure { text-align: end; font-variant-numeric: tabular-nums; }
    @media print { a { display: none; } }
  `,
})
export class StoredNote {
  readonly sheet = input.required<StoredSheet>();
  /** Whether the page shows the sheet as it was stored. */
  readonly isShown = input(false);
  readonly #figures = inject(FigureWords);
  readonly #moments = inject(Moments);
  readonly #values = inject(ValueWords);
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly at = computed(() => this.#moments.fullTime(this.sheet().madeAt));
  protected readonly corrections = computed(() => this.sheet().corrections.filter(({ dimension }) => dimension !== 'hour').map(({ dimension, value, figure, then, now }) => {
    const own = `reports.opened.${figure}`;
    return {
      key: `${dimension} ${value} ${figure}`, line: this.#line(dimension, value), figure: this.t(this.#words.has(own) ? own : `reports.figure.${figure}`), then: this.#figures.said(figure, then), now: this.#figures.said(figure, now),
    };
  }));

  #line(dimension: StoredSheet['corrections'][number]['dimension'], value: string): string {
    if (dimension === 'all') return this.t('reports.sum');
    if (dimension === 'day') return this.#moments.dated(value);
    return `${this.t(`reports.dimension.${dimension}`)}：${this.#values.label(dimension, value, this.sheet().view.names)}`;
  }
}
