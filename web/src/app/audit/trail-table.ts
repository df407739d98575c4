import { Component, computed, inject, input } from '@angular/core';
import { auditKindText, type AuditRow } from '@lunjie/contracts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { injectSpeech, type Names } from '../shared/verdict-card/speech';
import { tellData } from './told-entry';

/** Who did what when: a table, on a phone one card an entry. */
@Component({
  selector: 'lj-trail-table',
  template: `
    <table role="table">
      <caption class="for-screen-readers">{{ t('audit.view.trail') }}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{{ t('audit.column.time') }}</th>
          <th role="columnheader" scope="col">{{ t('audit.column.person') }}</th>
          <th role="columnheader" scope="col">{{ t('audit.column.what') }}</th>
          <th role="columnheader" scope="col">{{ t('audit.column.details') }}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        @for (entry of told(); track entry.id) {
          <tr role="row">
            <td role="cell" class="time"><time [attr.datetime]="entry.iso">{{ entry.time }}</time></td>
            <td role="cell" class="who">{{ entry.who }}</td>
            <td role="cell" class="what" [class.notable]="entry.notable">{{ entry.what }}</td>
            <td role="cell" class="details">
              @for (detail of entry.details; track $index) {
                <span class="detail"><span class="quiet">{{ detail.label }}</span> {{ detail.value }}</span>
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styleUrl: './entries.css',
})
export class TrailTable {
  readonly rows = input.required<readonly AuditRow[]>();
  readonly names = input.required<Names>();
  readonly #moments = inject(Moments);
  readonly #words = inject(Words);
  readonly #speech = injectSpeech(() => this.names());
  protected readonly t = this.#words.t;
  protected readonly told = computed(() => this.rows().map((row) => ({
    id: row.id, time: this.#moments.fullTime(row.at), iso: this.#moments.iso(row.at), who: row.person?.name ?? this.t('audit.system'),
    what: auditKindText(row.kind, this.#words.language()), details: tellData(row, this.#speech, this.#words.language()),
    notable: row.kind === 'edit_refused' || row.kind === 'phone_seen' || row.kind === 'phone_refused' || (row.kind === 'register_verified' && row.data['fault'] !== null),
  })));
}
