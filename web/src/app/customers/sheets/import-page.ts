import { Component, afterRenderEffect, computed, inject, signal, viewChild, type ElementRef } from '@angular/core';
import { importFieldTexts, importFields, importUndoHours, mostImported, rowOutcomeTexts, rowOutcomes, rowReasonText, type ImportField, type NotedRow, type OutcomeCounts } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { Words } from '../../shared/language/words';
import { ProblemNote } from '../../shared/problem/problem-note';
import { CustomerPlaces } from '../customer-places';
import { ImportHistory } from './import-history';
import { ImportProgress } from './import-progress';
import { ImportStore, importSteps, type ImportStep } from './import-store';

/** Customers from a sheet, in four steps; nothing is entered before the last. */
@Component({
  selector: 'lj-import-page',
  imports: [CustomerPlaces, ImportHistory, ImportProgress, NzButtonComponent, ProblemNote],
  providers: [ImportStore],
  templateUrl: './import-page.html',
  styleUrl: './import-page.css',
})
export default class ImportPage {
  readonly #words = inject(Words);
  protected readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  protected readonly store = inject(ImportStore);
  protected readonly t = this.#words.t;
  protected readonly steps = importSteps;
  protected readonly fields = importFields;
  protected readonly most = mostImported;
  protected readonly undoHours = importUndoHours;
  protected readonly pasted = signal('');
  protected readonly counts = computed(() => this.countsIn(this.store.trial()?.counts ?? null));
  protected readonly toDo = computed(() => (this.store.trial()?.counts.enter ?? 0) + (this.store.trial()?.counts.again ?? 0));
  readonly #place = computed(() => importSteps.indexOf(this.store.step()));
  #shown: ImportStep = 'file';

  constructor() {
    // A new step is read from its heading on.
    afterRenderEffect(() => {
      const step = this.store.step();
      if (step === this.#shown) return;
      this.#shown = step;
      this.heading()?.nativeElement.focus();
    });
  }

  protected isOver(step: ImportStep): boolean {
    return importSteps.indexOf(step) < this.#place();
  }

  protected fieldText(field: ImportField): string {
    return importFieldTexts[field][this.#words.language()];
  }

  protected countsIn(counts: OutcomeCounts | null): readonly { readonly outcome: string; readonly says: string; readonly count: number }[] {
    return counts === null ? [] : rowOutcomes.map((outcome) => ({ outcome, says: rowOutcomeTexts[outcome][this.#words.language()], count: counts[outcome] }));
  }

  protected outcomeText({ outcome }: NotedRow): string {
    return rowOutcomeTexts[outcome][this.#words.language()];
  }

  /** A fault says in which column; whose the phone is already says that itself. */
  protected remarksOf({ outcome, remarks }: NotedRow): readonly string[] {
    const language = this.#words.language();
    return remarks.map((remark) => outcome !== 'faulty' || remark.field === null ? rowReasonText(remark, language) : this.t('sheets.remark', { field: importFieldTexts[remark.field][language], why: rowReasonText(remark, language) }));
  }

  protected assign(column: number, value: string): void {
    this.store.assign(column, importFields.find((field) => field === value) ?? null);
  }

  protected readFile(files: FileList | null): void {
    const file = files?.[0];
    if (file) void this.store.readFile(file);
  }
}
