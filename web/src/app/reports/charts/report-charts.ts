import { Component, computed, inject, input, resource } from '@angular/core';
import type { OfficeView, ReportDimension, ReportView } from '@lunjie/contracts';
import { OfficeApi } from '../../reception/office-api';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { FigureWords } from '../figure-words';
import { ValueWords } from '../value-words';
import { ChartCard } from './chart-card';
import { agentsChart, channelsChart, funnelChart, type NamedLine } from './count-charts';
import { daysChart } from './days-chart';
import { hoursChart } from './hours-chart';

const unstated = { opens: null, closes: null };

/** The charts above a sheet: when people come, day by day, by which way, to whom, and how far they come. */
@Component({
  selector: 'lj-report-charts',
  imports: [ChartCard],
  template: `
    <details open>
      <summary>{{ t('reports.chart.charts') }}</summary>
      <div class="charts">
        @for (chart of charts(); track chart.name) {
          <lj-chart-card [chart]="chart" />
        }
      </div>
    </details>
  `,
  styles: `
    summary { display: flex; align-items: center; min-block-size: 44px; color: var(--link); cursor: pointer; }
    .charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(30rem, 100%), 1fr)); align-items: start; gap: var(--gap); }
    @media print { summary { display: none; } .charts { display: grid; grid-template-columns: 1fr; gap: 3mm; } lj-chart-card { break-inside: avoid; } :host { display: block; margin-block-end: 4mm; } :host-context(.landscape) .charts { grid-template-columns: 1fr 1fr; } }
  `,
})
export class ReportCharts {
  readonly view = input.required<ReportView>();
  readonly #api = inject(OfficeApi);
  readonly #figures = inject(FigureWords);
  readonly #moments = inject(Moments);
  readonly #values = inject(ValueWords);
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  // Without the office's hours the usual ones are drawn.
  readonly #hours = resource({ loader: () => this.#api.get<OfficeView>('').catch(() => unstated), defaultValue: unstated });
  readonly #weekdays = computed(() => {
    const format = new Intl.DateTimeFormat(this.#words.locale(), { weekday: 'short', timeZone: 'UTC' });
    // The first of January 2024 was a Monday.
    return Array.from({ length: 7 }, (_, index) => format.format(Date.UTC(2024, 0, 1 + index)));
  });
  protected readonly charts = computed(() => {
    const view = this.view();
    const { lines } = view;
    return [
      hoursChart(view, this.#hours.value(), this.#weekdays(), this.t), daysChart(view, (date) => this.#moments.day(date), this.t),
      lines.channel && channelsChart(this.#named('channel'), this.t),
      // Of one agent's own line nobody can say who received most.
      lines.channel && lines.agent && agentsChart(this.#named('agent'), this.t), funnelChart(view, (points) => this.#figures.share(points), this.t),
    ].filter((chart) => chart !== null && chart !== undefined);
  });

  #named(dimension: ReportDimension): readonly NamedLine[] {
    const { lines, names } = this.view();
    return this.#values.ordered(dimension, lines[dimension] ?? []).map((line) => ({ ...line, label: this.#values.label(dimension, line.value, names) }));
  }
}
