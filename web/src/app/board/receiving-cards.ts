import { Component, inject, input } from '@angular/core';
import type { BoardReception } from '@lunjie/contracts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { Slide } from '../shared/motion/slide';

/** Who receives whom, since when, and whether it counts. */
@Component({
  selector: 'lj-receiving-cards',
  imports: [Slide],
  template: `
    <h2>{{ t('board.receiving') }} <span class="count">{{ receptions().length }}</span></h2>
    @if (receptions().length) {
      <ul>
        @for (reception of receptions(); track reception.id) {
          <li [ljSlide]="'receiving-' + reception.agent.id" [class.offered]="!reception.accepted">
            <p class="name">{{ reception.agent.name }}</p>
            <p class="minutes"><time [attr.datetime]="moments.iso(reception.since)">{{ moments.elapsed(reception.since, now()) }}</time></p>
            <p class="customer">{{ reception.customerLabel || t('board.someone') }}</p>
            <p class="tag">
              {{ reception.accepted ? t(reception.counts ? 'board.counts' : 'board.doesNotCount') : t('board.agentState.offered') }}
            </p>
          </li>
        }
      </ul>
    } @else {
      <p class="nobody">{{ t('board.nobodyReceiving') }}</p>
    }
  `,
  styleUrl: './receiving-cards.css',
})
export class ReceivingCards {
  readonly receptions = input.required<readonly BoardReception[]>();
  readonly now = input.required<number>();
  protected readonly moments = inject(Moments);
  protected readonly t = inject(Words).t;
}
