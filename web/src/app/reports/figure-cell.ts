import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReportFigure } from '@lunjie/contracts';
import { Words } from '../shared/language/words';
import { FigureWords } from './figure-words';
import { toOpen, type OpenedSpan, type Opened } from './report-address';

/** A figure that opens what it counts; beneath it what changed since the period before. What is nothing opens nothing. */
@Component({
  selector: 'td[ljFigure]',
  imports: [RouterLink],
  template: `
    @if (query(); as opens) {
      <a [routerLink]="[]" [queryParams]="opens" queryParamsHandling="merge">{{ said() }}</a>
    } @else {
      <span [class.nothing]="value() === 0">{{ said() }}</span>
    }
    @if (change(); as changed) {
      <small><span class="for-screen-readers">{{ t('reports.since') }} </span>{{ changed }}</small>
    }
  `,
  styles: `
    :host { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
    a { display: inline-grid; align-items: center; justify-content: end; min-inline-size: 1.75rem; min-block-size: 1.75rem; color: inherit; text-decoration: underline dotted var(--control-rule); text-underline-offset: 3px; }
    a:hover { color: var(--link); text-decoration: underline solid; }
    .nothing { color: var(--ink-quiet); }
    small { display: block; color: var(--ink-quiet); font-size: 0.75rem; line-height: 1.2; }
    @media print { a { display: inline; text-decoration: none; } small { display: inline; margin-inline-start: 0.25em; font-size: 0.8em; } }
  `,
})
export class FigureCell {
  readonly figure = input.required<ReportFigure>({ alias: 'ljFigure' });
  readonly value = input.required<number>();
  /** In the period before; undefined where nothing is compared. */
  readonly before = input<number>();
  readonly span = input<OpenedSpan>('now');
  readonly line = input<Opened['line']>(null);
  readonly #figures = inject(FigureWords);
  protected readonly t = inject(Words).t;
  protected readonly said = computed(() => this.#figures.said(this.figure(), this.value()));
  protected readonly query = computed(() => this.value() !== 0 ? toOpen({ figure: this.figure(), span: this.span(), line: this.line() }) : null);
  protected readonly change = computed(() => {
    const before = this.before();
    return before === undefined ? '' : this.#figures.change(this.figure(), this.value(), before);
  });
}
