import { Component, DestroyRef, computed, inject, input, output, signal } from '@angular/core';
import { exportColumnTexts, exportColumns, exportFormats, exportKeptHours, type ExportColumn, type ExportFilters, type ExportFormat, type ExportList, type ExportView } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { OfficeApi } from '../../reception/office-api';
import { problemFrom, type ApiProblem } from '../../shared/api/api-problem';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { ProblemNote } from '../../shared/problem/problem-note';
import { Session } from '../../shared/session/session';

/** How often the progress of a file that is being written is read (ms). */
const lookEvery = 1_000;

/** Takes the list as it is filtered out as a sheet: with a reason, masked as the screen, kept for a day. */
@Component({
  selector: 'lj-export-question',
  imports: [NzButtonComponent, NzInputDirective, ProblemNote],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <p>{{ t('sheets.exportMeans', { hours: keptHours }) }}</p>
      @if (problem(); as problem) {
        <lj-problem-note [problem]="problem" />
      }
      <fieldset>
        <legend>{{ t('sheets.exportColumns') }}</legend>
        @for (column of all; track column) {
          <label class="check"><input type="checkbox" [checked]="chosen().has(column)" (change)="toggle(column)" /> {{ columnText(column) }}</label>
        }
      </fieldset>
      <fieldset>
        <legend>{{ t('sheets.format') }}</legend>
        @for (one of formats; track one) {
          <label class="check"><input type="radio" name="export-format" [value]="one" [checked]="format() === one" (change)="format.set(one)" /> .{{ one }}</label>
        }
      </fieldset>
      <label class="for-field" for="export-reason">{{ t('sheets.exportReason') }}</label>
      <input nz-input id="export-reason" type="text" maxlength="200" autocomplete="off" required #why [value]="reason()" (input)="reason.set(why.value)" />
      <div class="acts">
        <button nz-button type="button" (click)="closed.emit()">{{ t('reception.close') }}</button>
        <button nz-button nzType="primary" type="submit" [disabled]="busy() || !reason().trim() || chosen().size === 0">{{ t('sheets.export') }}</button>
      </div>
    </form>
    @if (exports().length) {
      <h3>{{ t('sheets.exports') }}</h3>
      <p class="for-screen-readers" role="status">{{ latest() }}</p>
      <ul>
        @for (one of exports(); track one.id) {
          <li>
            <span>{{ when(one) }} · .{{ one.format }} · {{ stateOf(one) }}<small>{{ one.by.name }} · {{ one.reason }}</small></span>
            @if (one.state === 'done') {
              <a [href]="fileOf(one)" download>{{ t('sheets.download') }}</a>
            } @else if (one.state === 'due') {
              @if (one.total; as total) {
                <progress [value]="one.rows" [max]="total" [attr.aria-label]="t('sheets.progress')"></progress>
              } @else {
                <progress [attr.aria-label]="t('sheets.progress')"></progress>
              }
            }
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host, form { display: grid; gap: 0.75rem; }
    fieldset { display: flex; flex-wrap: wrap; gap: 0 var(--gap); padding: 0; border: 0; }
    legend { margin: 0; font-size: inherit; }
    legend, .for-field { font-weight: 600; }
    .check { display: flex; align-items: center; gap: 0.5rem; min-block-size: 44px; }
    .check input { inline-size: 1.25rem; block-size: 1.25rem; }
    .acts { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: var(--gap-small); }
    li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.25rem var(--gap); padding-block: 0.5rem; border-block-end: 1px solid var(--rule); }
    small { display: block; color: var(--ink-quiet); font-size: var(--text-small); }
    li a { display: inline-grid; align-items: center; min-block-size: 44px; }
    progress { inline-size: 6rem; accent-color: var(--accent); }
  `,
})
export class ExportQuestion {
  /** As the list stands on the screen. */
  readonly filters = input.required<ExportFilters>();
  readonly closed = output();
  readonly #api = inject(OfficeApi);
  readonly #session = inject(Session);
  readonly #words = inject(Words);
  protected readonly moments = inject(Moments);
  protected readonly t = this.#words.t;
  protected readonly all = exportColumns;
  protected readonly formats = exportFormats;
  protected readonly keptHours = exportKeptHours;
  protected readonly chosen = signal<ReadonlySet<ExportColumn>>(new Set(exportColumns.filter((column) => column !== 'gender')));
  protected readonly format = signal<ExportFormat>('xlsx');
  protected readonly reason = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly exports = signal<readonly ExportView[]>([]);
  /** The newest one in words, told as it changes. */
  protected readonly latest = computed(() => {
    const [newest] = this.exports();
    return newest ? this.stateOf(newest) : '';
  });
  readonly #isWriting = computed(() => this.exports().some(({ state }) => state === 'due'));

  constructor() {
    void this.#look();
    const timer = setInterval(() => {
      if (this.#isWriting()) void this.#look();
    }, lookEvery);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected columnText(column: ExportColumn): string {
    return exportColumnTexts[column][this.#words.language()];
  }

  protected toggle(column: ExportColumn): void {
    this.chosen.update((chosen) => new Set(exportColumns.filter((one) => one === column ? !chosen.has(one) : chosen.has(one))));
  }

  protected when({ at }: ExportView): string {
    return this.moments.fullTime(at);
  }

  /** While it is written: how many of how many. */
  protected stateOf({ state, rows, total }: ExportView): string {
    return state === 'due' && total ? this.t('sheets.exportProgress', { rows, total }) : this.t(`sheets.exportState.${state}`, { rows });
  }

  protected fileOf({ id }: ExportView): string {
    return `/api/offices/${encodeURIComponent(this.#session.office()?.officeId ?? '')}/customers/exports/${id}/file`;
  }

  protected async send(): Promise<void> {
    const reason = this.reason().trim();
    if (reason === '' || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.#api.post('/customers/exports', { filters: this.filters(), columns: [...this.chosen()], format: this.format(), language: this.#words.language(), reason });
      this.reason.set('');
    } catch (error) {
      this.problem.set(problemFrom(error));
    } finally {
      this.busy.set(false);
    }
    await this.#look();
  }

  async #look(): Promise<void> {
    try {
      this.exports.set((await this.#api.get<ExportList>('/customers/exports')).exports.slice(0, 5));
    } catch (error) {
      this.problem.set(problemFrom(error));
    }
  }
}
