import { Component, computed, inject, output, signal } from '@angular/core';
import { largestSheet, mostRows, roles, type BulkEntryAnswer, type NewPersonRow } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { ApiProblem, problemFrom } from '../../shared/api/api-problem';
import { Words } from '../../shared/language/words';
import { ProblemNote } from '../../shared/problem/problem-note';
import { PeopleStore } from '../people-store';
import { headingsOf, pastedCells, rowsOf } from './sheet-rows';

type Faults = BulkEntryAnswer['faults'];

/** Many people at once: pasted or from a file, looked at with their faults, entered all or none. */
@Component({
  selector: 'lj-bulk-entry',
  imports: [ProblemNote, NzButtonComponent],
  templateUrl: './bulk-entry.html',
  styleUrl: './bulk-entry.css',
})
export class BulkEntry {
  /** They were entered; their passwords are told with this only. */
  readonly entered = output<BulkEntryAnswer['people']>();
  protected readonly store = inject(PeopleStore);
  protected readonly t = inject(Words).t;
  protected readonly most = mostRows;
  protected readonly pasted = signal('');
  protected readonly rows = signal<readonly NewPersonRow[] | null>(null);
  protected readonly faults = signal<Faults>([]);
  /** Whether the server has looked at the rows as they stand. */
  protected readonly checked = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly headed = signal(true);
  readonly #byPath = computed(() => {
    const found = new Map<string, string[]>();
    for (const { path, code, message } of this.faults()) {
      const cell = path.split('.').slice(0, 3).join('.');
      // The server names roles by their codes; the list is the reader's to read.
      if (cell.endsWith('.roles') && code === 'is_in') {
        found.set(cell, [this.t('people.bulk.unknownRole', { roles: roles.map((role) => this.t(`shell.role.${role}`)).join(this.t('people.bulk.comma')) })]);
        continue;
      }
      found.set(cell, [...(found.get(cell) ?? []), message]);
    }
    return found;
  });
  protected readonly faultyRows = computed(() => new Set(this.faults().map(({ path }) => Number(path.split('.')[1]))));

  protected why(index: number, field: string): string {
    return (this.#byPath().get(`rows.${index}.${field}`) ?? []).join(' · ');
  }

  /** What is wrong with the row beside the cells that are shown. */
  protected whyElse(index: number): string {
    const shown = new Set(['name', 'account', 'roles', 'team', 'password'].map((field) => `rows.${index}.${field}`));
    return [...this.#byPath()].filter(([path]) => Number(path.split('.')[1]) === index && !shown.has(path))
      .map(([path, messages]) => this.t('people.bulk.elsewhere', { field: path.split('.')[2] ?? '', why: messages.join(' · ') })).join(' · ');
  }

  protected rolesOf(row: NewPersonRow): string {
    // A role nobody knows is shown as it was written.
    return row.roles.map((role) => (roles.includes(role) ? this.t(`shell.role.${role}`) : role)).join(' · ');
  }

  protected read(text: string): void {
    this.pasted.set(text);
    void this.#look(() => Promise.resolve(pastedCells(text)));
  }

  protected readFile(files: FileList | null): void {
    const file = files?.[0];
    if (!file) return;
    if (file.size > largestSheet) {
      this.problem.set(new ApiProblem('sheet_too_large', 413, '', '', { rows: mostRows, columns: 40 }));
      return;
    }
    void this.#look(async () => (await this.store.cellsOf(file)).rows);
  }

  protected again(): void {
    this.rows.set(null);
    this.problem.set(null);
    this.store.forgive();
  }

  protected async enter(): Promise<void> {
    const rows = this.rows();
    if (!rows) return;
    const answer = await this.store.enter(rows);
    if (answer) this.entered.emit(answer.people);
    // What changed since they were looked at is shown where it is.
    else await this.#check(rows);
  }

  async #look(cellsOf: () => Promise<readonly (readonly string[])[]>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const cells = await cellsOf();
      const rows = rowsOf(cells);
      this.headed.set(headingsOf(cells) !== null);
      if (rows.length === 0) return;
      this.rows.set(rows);
      await this.#check(rows);
    } catch (error) {
      this.problem.set(problemFrom(error));
    } finally {
      this.busy.set(false);
    }
  }

  async #check(rows: readonly NewPersonRow[]): Promise<void> {
    this.checked.set(false);
    try {
      this.faults.set((await this.store.check(rows)).faults);
      this.checked.set(true);
    } catch (error) {
      this.faults.set([]);
      this.problem.set(problemFrom(error));
    }
  }
}
