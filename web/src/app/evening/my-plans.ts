import { Component, computed, inject, input } from '@angular/core';
import { planPeriods, type PlanRequest, type PlansView } from '@lunjie/contracts';
import { OfficeApi } from '../reception/office-api';
import { pageActs } from '../shared/api/acts';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';
import { ProblemNote } from '../shared/problem/problem-note';
import { PlanForm } from './plan-form';
import { PlanLines } from './plan-lines';

/** My plans for today and this week, folded until they are wanted. */
@Component({
  selector: 'lj-my-plans',
  imports: [PlanForm, PlanLines, ProblemNote],
  template: `
    <details>
      <summary>{{ t('evening.plans.mine') }} <span class="quiet">{{ state() }}</span></summary>
      <div class="both">
        @if (problem(); as refused) {
          <lj-problem-note [problem]="refused" />
        }
        @for (one of sheets(); track one.period) {
          <section [attr.aria-label]="t('evening.plans.name.' + one.period)">
            <h3>{{ t('evening.plans.name.' + one.period) }}</h3>
            @if (one.sheet) {
              <lj-plan-lines [sheet]="one.sheet" [named]="false" />
            }
            <lj-plan-form [period]="one.period" [date]="today()" [newest]="one.sheet?.versions?.[0] ?? null" [busy]="busy()" (answered)="enter($event)" />
          </section>
        }
      </div>
    </details>
  `,
  styles: `
    :host { display: block; }
    summary { min-block-size: 48px; padding-block: 0.75rem; font-weight: 600; cursor: pointer; }
    summary .quiet { font-weight: 400; }
    .both, section { display: grid; gap: var(--gap-small); }
    .both { gap: var(--gap-large); }
  `,
})
export class MyPlans {
  readonly today = input.required<string>();
  readonly #api = inject(OfficeApi);
  readonly #reading = liveReading<PlansView>(computed(() => `plans?date=${this.today()}`));
  readonly #acts = pageActs(() => void this.#reading.refresh());
  protected readonly t = inject(Words).t;
  protected readonly busy = this.#acts.busy;
  protected readonly problem = this.#acts.problem;
  protected readonly sheets = computed(() => planPeriods.map((period) => ({ period, sheet: this.#reading.value()?.plans.find((plan) => plan.period === period) ?? null })));
  protected readonly state = computed(() => {
    if (this.#reading.value() === null) return '';
    const written = this.sheets().filter(({ sheet }) => sheet !== null).map(({ period }) => this.t(`evening.plans.name.${period}`));
    return written.length === 0 ? this.t('evening.plans.none') : this.t('evening.plans.written', { which: written.join(' · ') });
  });

  protected enter(request: PlanRequest): Promise<boolean> {
    return this.#acts.happens(() => this.#api.post('/plans', request));
  }
}
