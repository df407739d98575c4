import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { reportFilters, type ReportFigures, type ReportLine, type ReportView } from '@lunjie/contracts';
import { ratiosOf } from '@lunjie/reports';
import { Words } from '../shared/language/words';
import { FigureCell } from './figure-cell';
import { FigureWords } from './figure-words';
import { analysisBlocks, analysisGroups, ranked, saysAnything, shareOf, type AnalysisBlock } from './sheet-layout';
import { ValueWords } from './value-words';

const columns = analysisGroups.flatMap((group) => group.columns);
const isTold = ({ now, before }: ReportLine): boolean => [now, before].some((figures) => saysAnything(figures, columns.map(({ figure }) => figure)));

/** 来人来电统计成交状况分析表 (forms no. 12): a block for each way of looking at them, against the period before. */
@Component({
  selector: 'lj-analysis-sheet',
  imports: [FigureCell, RouterLink],
  templateUrl: './analysis-sheet.html',
  styleUrls: ['./sheet-table.css', './analysis-sheet.css'],
})
export class AnalysisSheet {
  readonly view = input.required<ReportView>();
  readonly #figures = inject(FigureWords);
  readonly #values = inject(ValueWords);
  protected readonly t = inject(Words).t;
  protected readonly groups = analysisGroups;
  protected readonly columns = columns;
  protected readonly width = 1 + columns.length + columns.filter(({ hasShare }) => hasShare).length + 2;
  protected readonly total = computed(() => this.#rowOf(this.view().total));
  /** Blocks with lines, and those of which nothing is known, which fold to a line. */
  protected readonly blocks = computed(() => analysisBlocks.filter((block) => this.view().lines[block] !== undefined && this.#knows(block)).map((block) => ({ block, rows: this.#rowsOf(block) })));
  protected readonly untold = computed(() => analysisBlocks.filter((block) => block !== 'team' && this.view().lines.channel !== undefined && !this.#knows(block)));

  /** A block of which nobody said anything tells nothing. */
  #knows(block: AnalysisBlock): boolean {
    return (this.view().lines[block] ?? []).some((line) => line.value !== '' && isTold(line));
  }

  #rowsOf(block: AnalysisBlock) {
    const { lines, names } = this.view();
    const shown = (lines[block] ?? []).filter(isTold);
    const places = block === 'agent' ? ranked(shown) : new Map<string, number>();
    const place = ({ value }: ReportLine): number => places.get(value) ?? (value === '' ? Infinity : places.size + 1);
    const ordered = this.#values.ordered(block, shown);
    return (block === 'agent' ? ordered.toSorted((one, other) => place(one) - place(other)) : ordered).map((line) => ({
      ...this.#rowOf(line), value: line.value, label: this.#values.label(block, line.value, names), place: places.get(line.value) ?? null,
      opened: { dimension: block, value: line.value } as const, narrows: reportFilters.some((filter) => filter === block) ? { [block]: line.value } : null,
    }));
  }

  #rowOf({ now, before }: Pick<ReportLine, 'now' | 'before'>) {
    const [ratios, earlier] = [ratiosOf(now), ratiosOf(before)];
    const rate = (name: 'callToVisit' | 'closing') => ({ name, said: this.#figures.share(ratios[name]), change: this.#figures.shareChange(ratios[name], earlier[name]) });
    const shares = Object.fromEntries(columns.filter(({ hasShare }) => hasShare).map(({ figure }) => [figure, this.#figures.share(shareOf(now[figure], this.view().total.now[figure]))]));
    return { now, before, shares: shares as Readonly<Partial<Record<keyof ReportFigures, string>>>, rates: [rate('callToVisit'), rate('closing')] };
  }
}
