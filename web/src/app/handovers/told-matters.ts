import { Component, computed, inject, input } from '@angular/core';
import type { HandedMatters } from '@lunjie/contracts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';

/** What the office waits for, as the sheet has it. */
@Component({
  selector: 'lj-told-matters',
  template: `
    <h2>{{ t('handovers.matters') }}</h2>
    <ul>
      @for (line of lines(); track line.key) {
        <li><span>{{ line.what }}</span> <span class="quiet figures">{{ line.when }}</span></li>
      } @empty {
        <li class="quiet">{{ t('handovers.noMatters') }}</li>
      }
    </ul>
  `,
  styles: `
    li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 var(--gap); padding-block: 0.375rem; border-block-end: 1px solid var(--rule); }
  `,
})
export class ToldMatters {
  readonly matters = input.required<HandedMatters>();
  readonly #moments = inject(Moments);
  protected readonly t = inject(Words).t;
  protected readonly lines = computed(() => {
    const { waiting, requests, flatVisitors } = this.matters();
    return [
      ...waiting.map(({ visit, label, since }) => ({ key: visit, what: this.t('handovers.waits', { customer: label || this.t('reception.someone') }), when: this.t('handovers.since', { at: this.#moments.time(since) }) })),
      ...requests.map(({ request, label, class: kind, promisedAt }) => ({ key: request, what: this.t('handovers.request', { customer: label || this.t('reception.someone'), class: this.t(`requests.class.${kind}`) }), when: promisedAt === null ? '' : this.t('handovers.promised', { at: this.#moments.time(promisedAt) }) })),
      ...flatVisitors > 0 ? [{ key: 'flat', what: this.t('handovers.flatVisitors', { count: flatVisitors }), when: '' }] : [],
    ];
  });
}
