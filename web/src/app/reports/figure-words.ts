import { Injectable, computed, inject } from '@angular/core';
import type { ReportFigure } from '@lunjie/contracts';
import { Words } from '../shared/language/words';
import { Amounts } from '../shared/money/amounts';

export type Measure = 'number' | 'area' | 'money';

const measures: Readonly<Partial<Record<ReportFigure, Measure>>> = {
  netArea: 'area', contractArea: 'area', netFen: 'money', contractFen: 'money', receivedFen: 'money', refundedFen: 'money', netReceivedFen: 'money',
};

/** In what a figure is counted. */
export const measureOf = (figure: ReportFigure): Measure => measures[figure] ?? 'number';

/** Figures as a sheet writes them; their unit stands in its head. */
@Injectable({ providedIn: 'root' })
export class FigureWords {
  readonly #amounts = inject(Amounts);
  readonly #words = inject(Words);
  readonly #whole = computed(() => new Intl.NumberFormat(this.#words.locale()));
  readonly #area = computed(() => new Intl.NumberFormat(this.#words.locale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
  readonly #percent = computed(() => new Intl.NumberFormat(this.#words.locale(), { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }));
  readonly #points = computed(() => new Intl.NumberFormat(this.#words.locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }));

  said(figure: ReportFigure, value: number): string {
    switch (measureOf(figure)) {
      case 'number': return this.#whole().format(value);
      case 'area': return this.#area().format(value / 100);
      case 'money': return this.#amounts.plain(value);
    }
  }

  /** `8.2%` of basis points; `–` where there is nothing to divide by. */
  share(points: number | null): string {
    return points === null ? '–' : this.#percent().format(points / 10_000);
  }

  /** `↑ +3`, `↓ −2`; empty where nothing changed. */
  change(figure: ReportFigure, now: number, before: number): string {
    return this.#signed(now - before, (by) => this.said(figure, by));
  }

  /** The same of ratios, in percentage points; empty where either is not known. */
  shareChange(now: number | null, before: number | null): string {
    return now === null || before === null ? '' : this.#signed(now - before, (by) => this.#points().format(by / 100));
  }

  #signed(by: number, said: (by: number) => string): string {
    if (by === 0) return '';
    return by > 0 ? `↑ +${said(by)}` : `↓ −${said(-by)}`;
  }
}
