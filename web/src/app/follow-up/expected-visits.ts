import { Component, computed, inject } from '@angular/core';
import type { ExpectedVisits as ExpectedView } from '@lunjie/contracts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';

/** Who said they would come today, by the hour; as tall before it is read as where nobody did. */
@Component({
  selector: 'lj-expected-visits',
  template: `
    <h2>{{ t('followUp.expected') }}</h2>
    <ul>
      @for (visit of visits(); track visit.id) {
        <li [class.came]="visit.state === 'came'">
          <time class="figures" [attr.datetime]="visit.iso">{{ visit.time }}</time>
          <strong>{{ visit.label }}</strong>
          <span class="quiet">{{ visit.agent.name }} · {{ t('followUp.expectedState.' + visit.state) }}</span>
        </li>
      } @empty {
        <li class="quiet">{{ isRead() ? t('followUp.expectedNone') : '' }}</li>
      }
    </ul>
  `,
  styles: `
    :host, ul { display: grid; gap: var(--gap-small); }
    li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.75rem; min-block-size: 32px; }
    .came strong { color: var(--receiving); }
  `,
})
export class ExpectedVisits {
  readonly #moments = inject(Moments);
  readonly #reading = liveReading<ExpectedView>('follow-ups/expected');
  protected readonly t = inject(Words).t;
  protected readonly isRead = computed(() => this.#reading.value() !== null);
  protected readonly visits = computed(() => (this.#reading.value()?.visits ?? []).map((visit) => ({
    ...visit, time: this.#moments.clockTime(visit.at), iso: this.#moments.iso(visit.at), label: visit.customer.label || this.t('reception.someone'),
  })));
}
