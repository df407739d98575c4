import { Component, inject, signal } from '@angular/core';
import type { ImportView } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzInputDirective } from 'ng-zorro-antd/input';
import { Sheet } from '../../reception/sheet';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';
import { ProblemNote } from '../../shared/problem/problem-note';
import { ImportStore } from './import-store';
import { RegisteredAgain } from './registered-again';

/** The office's imports, newest first; the latest can be taken back for a day. */
@Component({
  selector: 'lj-import-history',
  imports: [NzButtonComponent, NzInputDirective, ProblemNote, RegisteredAgain, Sheet],
  template: `
    @if (store.list.value()?.imports; as imports) {
      @if (imports.length) {
        <h2>{{ t('sheets.history') }}</h2>
        <ul class="imports">
          @for (one of imports; track one.id) {
            <li>
              <div>
                <strong>{{ moments.fullTime(one.at) }}</strong> {{ one.by.name }}
                <p>{{ t('sheets.state.' + one.state, { done: one.done, rows: one.rows }) }} · {{ t('sheets.summary', { enter: one.counts.enter, again: one.counts.again, skip: one.counts.skip, faulty: one.counts.faulty }) }}@if (one.withdrawn) { · {{ t('sheets.withdrawnCount', { count: one.withdrawn, stayed: one.stayed.length }) }}}</p>
              </div>
              <lj-registered-again [again]="one.again" />
              <div class="acts">
                <a [href]="store.remarksOf(one.id)" download>{{ t('sheets.remarks') }}</a>
                @if (one.undoUntil; as until) {
                  <button nz-button type="button" (click)="ask(one)">{{ t('sheets.undo') }}</button>
                }
              </div>
            </li>
          }
        </ul>
      }
    }
    @if (asking(); as one) {
      <lj-sheet [heading]="t('sheets.undoTitle', { count: one.counts.enter })" (closed)="asking.set(null)">
        <form (submit)="$event.preventDefault(); undo(one.id)">
          <p>{{ t('sheets.undoMeans') }}</p>
          @if (store.problem(); as problem) {
            <lj-problem-note [problem]="problem" />
          }
          <label for="undo-reason">{{ t('sheets.reason') }}</label>
          <input nz-input id="undo-reason" type="text" maxlength="200" autocomplete="off" required #reason [value]="why()" (input)="why.set(reason.value)" />
          <button nz-button nzType="primary" type="submit" [disabled]="store.busy() || !why().trim()">{{ t('sheets.undo') }}</button>
        </form>
      </lj-sheet>
    }
  `,
  styles: `
    :host { display: grid; gap: 0.75rem; min-inline-size: 0; }
    .imports li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.25rem var(--gap); padding-block: 0.75rem; border-block-end: 1px solid var(--rule); }
    .imports p { color: var(--ink-quiet); }
    .acts { display: flex; flex-wrap: wrap; align-items: center; gap: var(--gap); }
    .acts a { display: inline-grid; align-items: center; min-block-size: 44px; }
    form { display: grid; gap: 0.75rem; }
    label { font-weight: 600; }
  `,
})
export class ImportHistory {
  protected readonly store = inject(ImportStore);
  protected readonly moments = inject(Moments);
  protected readonly t = inject(Words).t;
  protected readonly asking = signal<ImportView | null>(null);
  protected readonly why = signal('');

  protected ask(one: ImportView): void {
    this.why.set('');
    this.asking.set(one);
  }

  protected async undo(id: string): Promise<void> {
    const reason = this.why().trim();
    if (reason !== '' && await this.store.undo(id, reason)) this.asking.set(null);
  }
}
