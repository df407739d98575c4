import { Component, computed, inject, input } from '@angular/core';
import type { ReportFigure, ReportFigures, ReportView } from '@lunjie/contracts';
import { Words } from '../shared/language/words';
import { FigureCell } from './figure-cell';
import { measureOf } from './figure-words';
import type { OpenedSpan } from './report-address';
import { agentFigures, dailyGroups, saysAnything } from './sheet-layout';
import { ValueWords } from './value-words';

interface Column {
  readonly name: string;
  readonly figures: ReportFigures;
  /** Of which days its figures are opened. */
  readonly span: OpenedSpan;
}

/** 销售日报 (forms no. 11): the day beside yesterday, its week, its month and everything so far, and below it agent by agent. */
@Component({
  selector: 'lj-daily-sheet',
  imports: [FigureCell],
  templateUrl: './daily-sheet.html',
  styleUrls: ['./sheet-table.css', './daily-sheet.css'],
})
export class DailySheet {
  readonly view = input.required<ReportView>();
  readonly #values = inject(ValueWords);
  protected readonly t = inject(Words).t;
  protected readonly groups = dailyGroups;
  protected readonly agentFigures = agentFigures;
  protected readonly measureOf = measureOf;
  protected readonly columns = computed<readonly Column[]>(() => {
    const { total, upTo } = this.view();
    return [
      { name: 'day', figures: total.now, span: 'now' }, { name: 'yesterday', figures: total.before, span: 'before' },
      ...upTo ? [{ name: 'week', figures: upTo.week, span: 'week' }, { name: 'month', figures: upTo.month, span: 'month' }, { name: 'ever', figures: upTo.ever, span: 'ever' }] as const : [],
    ];
  });
  protected readonly agents = computed(() => {
    const { lines, names } = this.view();
    return (lines.agent ?? []).filter(({ now }) => saysAnything(now, agentFigures)).map((line) => ({
      ...line, label: this.#values.label('agent', line.value, names), opened: { dimension: 'agent', value: line.value } as const,
    })).toSorted((one, other) => Number(one.value === '') - Number(other.value === '') || other.now.firstVisits - one.now.firstVisits || one.label.localeCompare(other.label));
  });

  protected unit(figure: ReportFigure): string {
    const measure = measureOf(figure);
    return this.t(`reports.unit.${measure === 'number' ? figure : measure}`);
  }
}
