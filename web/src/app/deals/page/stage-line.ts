import { Component, computed, inject, input } from '@angular/core';
import type { DealPage } from '@lunjie/contracts';
import { Moments } from '../../shared/clock/moments';
import { Words } from '../../shared/language/words';

const way = ['soft_deposit', 'firm_deposit', 'subscription', 'contract', 'delivered'] as const;

/** How far the deal has come, with the day of each step; an end stands where the way broke off. */
@Component({
  selector: 'lj-stage-line',
  template: `
    <div tabindex="0" role="region" [attr.aria-label]="t('deals.way')"><ol>
      @for (one of steps(); track one.name) {
        <li [class.done]="one.done" [class.end]="one.end" [attr.aria-current]="one.here ? 'step' : null">
          <span class="dot" aria-hidden="true">{{ one.end ? '×' : one.done ? '✓' : '' }}</span>
          <span class="name">{{ t('deals.stage.' + one.name) }}</span>
          <span class="quiet figures">{{ one.on }}</span>
        </li>
      }
    </ol></div>
  `,
  styles: `
    :host { display: block; min-inline-size: 0; }
    div { overflow-x: auto; padding-block: 3px; }
    ol { display: flex; min-inline-size: max-content; }
    li { position: relative; display: grid; flex: 1 1 0; align-content: start; justify-items: center; min-inline-size: 6.75rem; color: var(--ink-quiet); text-align: center; }
    li + li::before { position: absolute; inset: 0.875rem 50% auto -50%; block-size: 2px; background: var(--rule); content: ''; }
    li.done + li.done::before { background: var(--receiving); }
    .name { white-space: nowrap; }
    .dot { z-index: 1; display: grid; place-items: center; inline-size: 1.875rem; block-size: 1.875rem; border: 2px solid var(--control-rule); border-radius: 50%; background: var(--ground); font-weight: 700; }
    .done { color: var(--ink); }
    .done .dot { border-color: var(--receiving); background: var(--receiving); color: var(--surface); }
    .end { color: var(--ink); }
    .end .dot { border-color: var(--waiting); background: var(--waiting); color: var(--surface); }
    [aria-current] .name { font-weight: 700; }
  `,
})
export class StageLine {
  readonly deal = input.required<DealPage>();
  readonly #moments = inject(Moments);
  protected readonly t = inject(Words).t;
  protected readonly steps = computed(() => {
    const deal = this.deal();
    const on = new Map(deal.history.map(({ kind, date }) => [kind === 'delivery' ? 'delivered' : kind, date]));
    const isOver = deal.stage === 'lapsed' || deal.stage === 'cancelled' || deal.stage === 'forfeited';
    const at = way.findIndex((step) => step === deal.stage);
    // An exchange puts a signed subscription back; what was signed then is no step of this way.
    const steps = deal.stage === 'closed' ? [] : way.map((name, index) => ({ name: name, done: isOver ? on.has(name) : index <= at && on.has(name), here: deal.stage === name, end: false, on: (isOver || index <= at) && on.has(name) ? this.#moments.dated(on.get(name) ?? '') : '' }));
    if (deal.stage === 'closed') return [{ name: 'closed', done: true, here: true, end: false, on: this.#moments.dated(deal.businessDate) }];
    return isOver ? [...steps.filter(({ done }) => done), { name: deal.stage, done: false, here: true, end: true, on: deal.endedDate === null ? '' : this.#moments.dated(deal.endedDate) }] : steps;
  });
}
