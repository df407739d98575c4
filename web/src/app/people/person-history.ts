import { Component, inject, input } from '@angular/core';
import type { EmploymentPeriod } from '@lunjie/contracts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';

/** What somebody was and from when to when, newest first. */
@Component({
  selector: 'lj-person-history',
  template: `
    <ol>
      @for (period of periods(); track period.id) {
        <li>
          <p><strong>{{ t('people.state.' + period.state) }}</strong> · {{ roles(period) }}</p>
          <p class="quiet figures">
            {{ period.toDate === null ? t('people.history.since', { from: moments.longDay(period.fromDate) }) : t('people.history.fromTo', { from: moments.longDay(period.fromDate), to: moments.longDay(period.toDate) }) }}
            @if (period.expectedUntil) {
              · {{ t('people.history.expected', { until: moments.longDay(period.expectedUntil) }) }}
            }
          </p>
          @if (period.otherOffice) {
            <p class="quiet">{{ t(period.state === 'transferred' ? 'people.history.to' : 'people.history.cameFrom', { office: period.otherOffice }) }}</p>
          }
          @if (period.note) {
            <p class="note">{{ period.note }}</p>
          }
          @if (period.by; as by) {
            <p class="quiet">{{ t('people.history.by', { name: by.name }) }}</p>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    ol { display: grid; }
    li { padding: 0.5rem 0 0.75rem 1rem; border-inline-start: 2px solid var(--rule); }
    li:first-child { border-color: var(--accent); }
    .note { padding-inline-start: 0.5rem; border-inline-start: 2px solid var(--rule); }
  `,
})
export class PersonHistory {
  readonly periods = input.required<readonly EmploymentPeriod[]>();
  protected readonly moments = inject(Moments);
  protected readonly t = inject(Words).t;

  protected roles(period: EmploymentPeriod): string {
    return period.roles.map((role) => this.t(`shell.role.${role}`)).join(' · ');
  }
}
