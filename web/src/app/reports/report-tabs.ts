import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { reportPeriods, type ReportPeriod } from '@lunjie/contracts';
import { Words } from '../shared/language/words';
import { Session } from '../shared/session/session';
import { injectPlaceHere } from '../shell/place-here';
import { placesFor } from '../shell/places';

/** The office's sheets by their period, and the other pages of the same subject. */
@Component({
  selector: 'lj-report-tabs',
  imports: [RouterLink],
  template: `
    <nav [attr.aria-label]="t('shell.places.reports')">
      <ul>
        @for (one of periods; track one) {
          <li><a routerLink="/reports" [queryParams]="{ period: one === 'day' ? null : one }" [class.here]="one === period()" [attr.aria-current]="one === period() ? 'page' : null">{{ t('shell.reportTab.' + one) }}</a></li>
        }
        @for (place of others(); track place.path) {
          <li><a [routerLink]="'/' + place.path" [class.here]="here()?.path === place.path" [attr.aria-current]="here()?.path === place.path ? 'page' : null">{{ t('shell.place.' + place.path) }}</a></li>
        }
      </ul>
    </nav>
  `,
  styles: `
    :host { display: block; min-inline-size: 0; }
    ul { display: flex; gap: 0.25rem; overflow-x: auto; scrollbar-width: none; border-block-end: 1px solid var(--rule); }
    a { display: flex; align-items: center; min-block-size: 48px; padding-inline: 1rem; border-block-end: 3px solid transparent; color: var(--ink-quiet); text-decoration: none; white-space: nowrap; }
    a:hover { background: var(--hover); color: var(--ink); }
    a.here { border-color: var(--accent); color: var(--accent); font-weight: 600; }
    a:focus-visible { outline-offset: -3px; }
    @media print { :host { display: none; } }
  `,
})
export class ReportTabs {
  /** The sheet that is looked at; null on the other pages. */
  readonly period = input<ReportPeriod | null>(null);
  readonly #roles = inject(Session).roles;
  protected readonly here = injectPlaceHere();
  protected readonly t = inject(Words).t;
  protected readonly periods = reportPeriods;
  protected readonly others = computed(() => placesFor(this.#roles()).filter(({ isWithin }) => isWithin === 'reports'));
}
