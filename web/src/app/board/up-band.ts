import { Component, computed, inject, input } from '@angular/core';
import type { BoardView } from '@lunjie/contracts';
import { Words } from '../shared/language/words';
import { Slide } from '../shared/motion/slide';
import { letterWidths } from './letter-widths';

/** Who a new visitor would go to: up now very large, then up next and third. */
@Component({
  selector: 'lj-up-band',
  imports: [Slide],
  template: `
    @for (place of places(); track place.label) {
      <section [class.now]="$first" [class.empty]="!place.who">
        <h2>{{ t(place.label) }}</h2>
        @if (place.who; as who) {
          <p class="name" [style.--letters]="place.letters" [ljSlide]="'up-' + who.agent.id">{{ who.agent.name }}</p>
          @if (who.by === 'makeup') {
            <p class="makeup">{{ t('board.byMakeup') }}</p>
          }
        } @else {
          <p class="nobody">{{ $first ? t('board.nobodyFree') : t('board.none') }}</p>
        }
      </section>
    }
  `,
  styleUrl: './up-band.css',
})
export class UpBand {
  readonly up = input.required<BoardView['up']>();
  protected readonly t = inject(Words).t;
  protected readonly places = computed(() =>
    ['board.upNow', 'board.upNext', 'board.third'].map((label, index) => {
      const who = this.up()[index];
      return { label, who, letters: Math.max(2, letterWidths(who?.agent.name ?? '')) };
    }),
  );
}
