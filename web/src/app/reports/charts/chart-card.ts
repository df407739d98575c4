import { Component, DOCUMENT, DestroyRef, afterNextRender, effect, inject, input, signal, viewChild, type ElementRef } from '@angular/core';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Words } from '../../shared/language/words';
import type { Drawing } from './drawing';
import type { ToldChart } from './told-chart';

/** A chart under the sentence that says what it shows, with its figures as a table: for screen readers, on paper, and for whoever asks. */
@Component({
  selector: 'lj-chart-card',
  imports: [NzButtonComponent],
  template: `
    <figure [class.broad]="chart().head.length > 6">
      <figcaption>
        <strong>{{ chart().title }}</strong>
        <button nz-button nzSize="small" type="button" [attr.aria-pressed]="asTable()" [attr.aria-label]="t('reports.chart.asTableOf', { title: chart().title })" (click)="asTable.set(!asTable())">{{ t(asTable() ? 'reports.chart.asChart' : 'reports.chart.asTable') }}</button>
      </figcaption>
      <div class="drawn" aria-hidden="true" [class.away]="asTable()" [style.block-size.px]="chart().height"><div #place [style.block-size.px]="chart().height"></div></div>
      <div class="written" [class.for-screen-readers]="!asTable()" [attr.role]="asTable() ? 'region' : null" [attr.tabindex]="asTable() ? 0 : null" [attr.aria-label]="asTable() ? chart().title : null">
        <table>
          <caption class="for-screen-readers">{{ chart().title }}</caption>
          <thead><tr>@for (head of chart().head; track $index) { <th scope="col">{{ head }}</th> }</tr></thead>
          <tbody>
            @for (row of chart().rows; track $index) {
              <tr>@for (cell of row; track $index) { @if ($first) { <th scope="row">{{ cell }}</th> } @else { <td>{{ cell }}</td> } }</tr>
            }
          </tbody>
        </table>
      </div>
    </figure>
  `,
  styleUrl: './chart-card.css',
})
export class ChartCard {
  readonly chart = input.required<ToldChart>();
  protected readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  readonly #drawing = signal<Drawing | null>(null);
  protected readonly t = inject(Words).t;
  protected readonly asTable = signal(false);

  constructor() {
    const observers = inject(DOCUMENT).defaultView;
    const destroyed = inject(DestroyRef);
    let begun = false;
    afterNextRender(() => {
      if (!observers || !('ResizeObserver' in observers)) return;
      // What has no width yet, in a folded part of the page, is drawn when it has one.
      const watch = new ResizeObserver(([entry]) => {
        if (!entry || entry.contentRect.width === 0) return;
        // On paper the drawing is scaled as it is.
        if (!observers.matchMedia('print').matches) this.#drawing()?.resize();
        if (begun) return;
        begun = true;
        void import('./drawing').then(({ drawIn }) => {
          if (!destroyed.destroyed) this.#drawing.set(drawIn(this.place().nativeElement));
        });
      });
      watch.observe(this.place().nativeElement);
      destroyed.onDestroy(() => watch.disconnect());
    });
    destroyed.onDestroy(() => this.#drawing()?.dispose());
    effect(() => {
      const { option, height } = this.chart();
      const drawing = this.#drawing();
      if (drawing === null) return;
      this.place().nativeElement.style.blockSize = `${height}px`;
      drawing.resize();
      drawing.show(option);
    });
  }
}
