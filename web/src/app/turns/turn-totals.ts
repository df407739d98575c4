import { Component, computed, inject, input } from '@angular/core';
import type { TurnTotal } from '@lunjie/contracts';
import { Words } from '../shared/language/words';

const figures = ['due', 'taken', 'lost', 'owed', 'makeupLeft', 'counted'] as const;

/** Each agent's account over the days shown: due = taken + missed + to be made up. */
@Component({
  selector: 'lj-turn-totals',
  template: `
    @if (ofOne()) {
      @for (total of totals(); track total.queue) {
        @if (severalQueues()) {
          <p class="quiet">{{ queueName(total.queue) }}</p>
        }
        <dl>
          @for (figure of figures; track figure) {
            <div>
              <dt>{{ t('turns.totals.' + figure) }}</dt>
              <dd class="figures" [class.lost]="figure === 'lost' && total.lost > 0" [class.makeup]="figure === 'makeupLeft' && total.makeupLeft > 0">{{ figure === 'owed' && total.owed > 0 ? '+' : '' }}{{ total[figure] }}</dd>
            </div>
          }
        </dl>
      }
    } @else {
      <div class="frame" role="region" tabindex="0" [attr.aria-label]="t('turns.totals.title')">
        <table>
          <caption class="for-screen-readers">{{ t('turns.totals.title') }}</caption>
          <thead>
            <tr>
              <th scope="col">{{ t('turns.totals.agent') }}</th>
              @if (severalQueues()) {
                <th scope="col">{{ t('turns.totals.queue') }}</th>
              }
              @for (figure of figures; track figure) {
                <th scope="col" class="number">{{ t('turns.totals.' + figure) }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (total of totals(); track total.agent.id + total.queue) {
              <tr>
                <th scope="row">{{ total.agent.name }}</th>
                @if (severalQueues()) {
                  <td>{{ queueName(total.queue) }}</td>
                }
                @for (figure of figures; track figure) {
                  <td class="number figures" [class.quiet]="total[figure] === 0" [class.lost]="figure === 'lost' && total.lost > 0" [class.makeup]="figure === 'makeupLeft' && total.makeupLeft > 0">{{ figure === 'owed' && total.owed > 0 ? '+' : '' }}{{ total[figure] }}</td>
                }
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
    <p class="quiet">{{ t('turns.totals.means') }}</p>
  `,
  styles: `
    :host { display: grid; gap: var(--gap-small); min-inline-size: 0; }
    .frame { overflow-x: auto; border: 1px solid var(--rule); border-radius: var(--corner); }
    table { inline-size: 100%; border-collapse: collapse; }
    th, td { padding: 0.5rem 0.625rem; border-block-end: 1px solid var(--rule); text-align: start; white-space: nowrap; }
    tbody tr:last-child > * { border-block-end: 0; }
    thead th { min-inline-size: 3.5rem; white-space: normal; overflow-wrap: normal; vertical-align: bottom; color: var(--ink-quiet); font-size: var(--text-small); font-weight: 600; }
    tbody th { position: sticky; inset-inline-start: 0; background: var(--ground); font-weight: 600; }
    .number { text-align: end; }
    td.quiet { font-size: inherit; }
    dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(5.5rem, 1fr)); border: 1px solid var(--rule); border-radius: var(--corner); }
    dl div { padding: 0.5rem 0.75rem; }
    dt { color: var(--ink-quiet); font-size: var(--text-small); }
    dd { font-size: 1.25rem; }
    .lost { color: var(--waiting); font-weight: 600; }
    .makeup { color: var(--makeup); font-weight: 600; }
  `,
})
export class TurnTotals {
  readonly totals = input.required<readonly TurnTotal[]>();
  /** One agent's: the figures by themselves, large. */
  readonly ofOne = input(false);
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;
  protected readonly figures = figures;
  protected readonly severalQueues = computed(() => new Set(this.totals().map(({ queue }) => queue)).size > 1);

  /** An office may name its own queues. */
  protected queueName(queue: string): string {
    const key = `turns.queue.${queue}`;
    return this.#words.has(key) ? this.t(key) : queue;
  }
}
