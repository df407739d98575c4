import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PolicyVersionRow } from '@lunjie/contracts';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';

/** Every version of the office's rules, newest first; each can be read and printed. */
@Component({
  selector: 'lj-version-list',
  imports: [RouterLink],
  template: `
    <h2>{{ t('rules.versions.title') }}</h2>
    <ol>
      @for (row of versions(); track row.version) {
        <li>
          <a [routerLink]="[]" [queryParams]="{ view: 'versions', version: row.version }">{{ t('rules.versions.number', { version: row.version }) }} · {{ row.name[language()] }}</a>
          @if (row.inForce) {
            <span class="now">{{ t('rules.versions.inForce') }}</span>
          }
          <p class="quiet">{{ row.forPeriodsOnly ? t('rules.versions.periodsOnly') : t('rules.versions.from', { from: time(row.effectiveFrom) }) }} · {{ t('rules.versions.published', { by: row.publishedBy.name || t('rules.read.system'), at: time(row.publishedAt) }) }}</p>
          @if (row.note) {
            <p>{{ row.note }}</p>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    :host { display: grid; gap: var(--gap-small); align-content: start; min-inline-size: 0; }
    li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.125rem 0.75rem; padding-block: 0.75rem; border-block-end: 1px solid var(--rule); }
    a { padding-block: 0.25rem; font-weight: 600; }
    p { flex-basis: 100%; }
    .now { padding: 0 0.5rem; border-radius: 4px; background: var(--receiving-soft); color: var(--receiving); font-size: var(--text-small); font-weight: 600; }
  `,
})
export class VersionList {
  readonly versions = input.required<readonly PolicyVersionRow[]>();
  readonly #words = inject(Words);
  readonly #moments = inject(Moments);
  protected readonly t = this.#words.t;
  protected readonly language = this.#words.language;

  protected time(at: number): string {
    return this.#moments.fullTime(at);
  }
}
