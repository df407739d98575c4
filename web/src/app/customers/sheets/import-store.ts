import { Injectable, computed, inject, signal } from '@angular/core';
import {
  commaSeparatedType, largestImport, mostImportColumns, mostImported, sheetType, tabSeparatedType, type ColumnMapping, type ImportField, type ImportList, type ImportRead, type ImportTrial, type ImportView,
} from '@lunjie/contracts';
import { OfficeApi } from '../../reception/office-api';
import { ApiProblem, problemFrom } from '../../shared/api/api-problem';
import { liveReading } from '../../shared/live/live-reading';
import { Session } from '../../shared/session/session';

/** 选文件 → 对应栏目 → 试运行 → 导入. */
export const importSteps = ['file', 'columns', 'trial', 'progress'] as const;
export type ImportStep = (typeof importSteps)[number];

/** One import from the file to its end. Provided by the page. */
@Injectable()
export class ImportStore {
  readonly #api = inject(OfficeApi);
  readonly #session = inject(Session);
  readonly #step = signal<ImportStep>('file');
  readonly #sheet = signal<ImportRead | null>(null);
  readonly #mapping = signal<ColumnMapping>([]);
  readonly #headed = signal(true);
  readonly #trial = signal<ImportTrial | null>(null);
  readonly #begun = signal<string | null>(null);
  readonly #problem = signal<ApiProblem | null>(null);
  readonly #busy = signal(false);
  readonly #current = liveReading<ImportView>(computed(() => this.#begun() === null ? null : `customers/imports/${this.#begun() ?? ''}`));

  readonly step = this.#step.asReadonly();
  readonly sheet = this.#sheet.asReadonly();
  readonly mapping = this.#mapping.asReadonly();
  readonly headed = this.#headed.asReadonly();
  readonly trial = this.#trial.asReadonly();
  readonly problem = this.#problem.asReadonly();
  readonly busy = this.#busy.asReadonly();
  /** The import under way, or the last one of this page; it follows the office's changes. */
  readonly current = this.#current.value;
  readonly list = liveReading<ImportList>('customers/imports');
  /** Name and phone have a column each. */
  readonly mayTry = computed(() => this.#mapping().includes('name') && this.#mapping().includes('phone'));

  async readFile(file: File): Promise<void> {
    if (file.size > largestImport) {
      this.#problem.set(new ApiProblem('import_too_large', 413, '', '', { rows: mostImported, columns: mostImportColumns, mebibytes: largestImport / 1024 / 1024 }));
      return;
    }
    await this.#read(new Blob([file], { type: file.name.toLowerCase().endsWith('.xlsx') ? sheetType : commaSeparatedType }));
  }

  readText(text: string): Promise<void> {
    return this.#read(new Blob([text], { type: tabSeparatedType }));
  }

  /** Says what a column means; the column that meant it before is left out. */
  assign(column: number, field: ImportField | null): void {
    this.#mapping.update((mapping) => mapping.map((meant, index) => index === column ? field : meant === field ? null : meant));
  }

  setHeaded(headed: boolean): void {
    this.#headed.set(headed);
  }

  async try(): Promise<void> {
    const sheet = this.#sheet();
    if (!sheet) return;
    await this.#doing(async () => {
      this.#trial.set(await this.#api.ask<ImportTrial>(`/customers/imports/${sheet.id}/trial`, { mapping: this.#mapping(), headed: this.#headed() }));
      this.#step.set('trial');
    });
  }

  async carryOut(): Promise<void> {
    const [sheet, trial] = [this.#sheet(), this.#trial()];
    if (!sheet || !trial) return;
    await this.#doing(async () => {
      await this.#api.post<ImportView>(`/customers/imports/${sheet.id}/carry-out`, { digest: trial.digest });
      await this.#follow(sheet.id);
    });
  }

  /** Answers whether it has begun. */
  async undo(id: string, reason: string): Promise<boolean> {
    let begun = false;
    await this.#doing(async () => {
      await this.#api.post<ImportView>(`/customers/imports/${id}/undo`, { reason });
      begun = true;
      await this.#follow(id);
    });
    return begun;
  }

  /** Where the sheet of remarks of an import lies. */
  remarksOf(id: string): string {
    return `/api/offices/${encodeURIComponent(this.#session.office()?.officeId ?? '')}/customers/imports/${id}/remarks`;
  }

  goTo(step: ImportStep): void {
    this.#problem.set(null);
    this.#step.set(step);
  }

  async #follow(id: string): Promise<void> {
    this.#begun.set(id);
    this.#step.set('progress');
    await Promise.all([this.#current.refresh(), this.list.refresh()]);
  }

  #read(body: Blob): Promise<void> {
    return this.#doing(async () => {
      const sheet = await this.#api.ask<ImportRead>('/customers/imports', body);
      this.#sheet.set(sheet);
      this.#mapping.set(sheet.mapping);
      this.#headed.set(sheet.headed);
      this.#trial.set(null);
      this.#step.set('columns');
    });
  }

  async #doing(act: () => Promise<void>): Promise<void> {
    if (this.#busy()) return;
    this.#busy.set(true);
    this.#problem.set(null);
    try {
      await act();
    } catch (error) {
      this.#problem.set(problemFrom(error));
    } finally {
      this.#busy.set(false);
    }
  }
}
