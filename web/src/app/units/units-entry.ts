import { Component, computed, inject, output, signal } from '@angular/core';
import type { SheetCells } from '@lunjie/contracts';
import { sheetType } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzMessageService } from 'ng-zorro-antd/message';
import { pastedCells } from '../people/bulk/sheet-rows';
import { OfficeApi } from '../reception/office-api';
import { Sheet } from '../reception/sheet';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';
import { Words } from '../shared/language/words';
import { Amounts } from '../shared/money/amounts';
import { ProblemNote } from '../shared/problem/problem-note';
import { UnitImports } from './unit-imports';
import { separated, unitColumns, unitRowsOf, type UnitRow } from './unit-rows';
import { UnitsStore } from './units-store';

/** So many in one entry of the register. */
const mostAtOnce = 500;

/** Units of a price list, pasted or from a file: looked at with their faults, then entered all or none. */
@Component({
  selector: 'lj-units-entry',
  imports: [NzButtonComponent, ProblemNote, Sheet, UnitImports],
  templateUrl: './units-entry.html',
  styleUrl: './units-entry.css',
})
export class UnitsEntry {
  readonly closed = output();
  readonly #api = inject(OfficeApi);
  readonly #message = inject(NzMessageService);
  readonly #amounts = inject(Amounts);
  protected readonly store = inject(UnitsStore);
  protected readonly t = inject(Words).t;
  protected readonly columns = unitColumns;
  protected readonly most = mostAtOnce;
  protected readonly pasted = signal('');
  protected readonly rows = signal<readonly UnitRow[] | null>(null);
  protected readonly reading = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly faulty = computed(() => this.rows()?.filter(({ unit }) => unit === null).length ?? 0);
  protected readonly units = computed(() => this.rows()?.flatMap(({ unit }) => unit === null ? [] : [unit]) ?? []);
  protected readonly sum = computed(() => this.#amounts.yuan(this.units().reduce((sum, { listPriceFen }) => sum + listPriceFen, 0)));
  protected readonly tooMany = computed(() => this.units().length > mostAtOnce);

  protected look(text: string): void {
    this.pasted.set(text);
    this.rows.set(unitRowsOf(pastedCells(separated(text))));
  }

  protected async readFile(files: FileList | null): Promise<void> {
    const file = files?.[0];
    if (!file || this.reading()) return;
    this.reading.set(true);
    this.problem.set(null);
    try {
      if (/\.xlsx$/i.test(file.name)) this.rows.set(unitRowsOf((await this.#api.ask<SheetCells>('/people/sheet', new Blob([file], { type: sheetType }))).rows));
      else this.look((await file.text()).replace(/^\uFEFF/, ''));
    } catch (error) {
      this.problem.set(problemFrom(error));
    } finally {
      this.reading.set(false);
    }
  }

  protected async enter(): Promise<void> {
    const units = this.units();
    if (!(await this.store.enter(units))) return;
    this.#message.success(this.t('units.entry.done', { count: units.length }));
    this.closed.emit();
  }

  protected again(): void {
    this.store.dismissProblem();
    this.rows.set(null);
  }
}
