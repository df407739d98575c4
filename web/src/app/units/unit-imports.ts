import { Component, computed, inject, signal } from '@angular/core';
import type { UnitImportList, UnitImportView } from '@lunjie/contracts';
import { NzButtonComponent } from 'ng-zorro-antd/button';
import { NzMessageService } from 'ng-zorro-antd/message';
import { OfficeApi } from '../reception/office-api';
import { pageActs } from '../shared/api/acts';
import { Moments } from '../shared/clock/moments';
import { ConfirmDialog } from '../shared/confirm/confirm-dialog';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';
import { ProblemNote } from '../shared/problem/problem-note';

/** Price lists that were brought in: taken back while nothing has happened to their units, otherwise with the units that hold them. */
@Component({
  selector: 'lj-unit-imports',
  imports: [ConfirmDialog, NzButtonComponent, ProblemNote],
  template: `
    @if (rows().length) {
      <section>
        <h3>{{ t('units.imports.title') }}</h3>
        @if (acts.problem(); as problem) {
          <lj-problem-note [problem]="problem" />
        }
        <ul>
          @for (row of rows(); track row.one.id) {
            <li>
              <div>
                <p>{{ row.says }}</p>
                <p class="quiet">{{ row.when }}</p>
                @if (row.holds; as holds) { <p class="quiet">{{ holds }}</p> }
              </div>
              @if (row.one.undone) {
                <span class="quiet">{{ t('units.imports.undone') }}</span>
              } @else if (!row.holds) {
                <button nz-button type="button" [disabled]="acts.busy()" (click)="asked.set(row.one)">{{ t('units.imports.undo') }}</button>
              }
            </li>
          }
        </ul>
      </section>
    }
    @if (asked(); as one) {
      <lj-confirm-dialog [heading]="t('units.imports.undo')" [means]="t('units.imports.means', { entered: one.entered, changed: one.changed })" [act]="t('units.imports.undo')" (answered)="answer(one, $event)" />
    }
  `,
  styles: `
    h3 { font-size: 1rem; }
    ul { display: grid; }
    li { display: flex; align-items: center; justify-content: space-between; gap: var(--gap-small); padding-block: 0.5rem; border-block-end: 1px solid var(--rule); }
    li > div { min-inline-size: 0; overflow-wrap: anywhere; }
    button { min-block-size: 44px; flex: none; }
  `,
})
export class UnitImports {
  readonly #api = inject(OfficeApi);
  readonly #message = inject(NzMessageService);
  readonly #moments = inject(Moments);
  readonly #reading = liveReading<UnitImportList>('units/imports');
  protected readonly acts = pageActs(() => this.#reading.refresh());
  protected readonly t = inject(Words).t;
  /** What is asked about before it is taken back. */
  protected readonly asked = signal<UnitImportView | null>(null);
  protected readonly rows = computed(() => this.#reading.value()?.imports.map((one) => ({
    one, says: this.t('units.imports.what', { entered: one.entered, changed: one.changed }), when: this.t('units.imports.when', { at: this.#moments.time(one.at), name: one.by.name, entry: one.entry }),
    holds: one.changedInAll === 0 ? '' : this.t(one.changedInAll > one.changedSince.length ? 'units.imports.holdMore' : 'units.imports.hold', { units: one.changedSince.join(this.t('units.imports.and')), count: one.changedInAll }),
  })) ?? []);

  protected async answer(one: UnitImportView, does: boolean): Promise<void> {
    this.asked.set(null);
    if (does && await this.acts.happens(() => this.#api.post(`/units/imports/${encodeURIComponent(one.id)}/undo`))) this.#message.success(this.t('units.imports.done'));
  }
}
