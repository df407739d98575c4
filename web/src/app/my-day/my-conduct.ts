import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ChecksView, PenaltiesView } from '@lunjie/contracts';
import { PraiseList } from '../penalties/praise-list';
import { Clock } from '../shared/clock/clock';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';

/** How far back praise and checks stand on the page of the day: a month (ms). */
const shownFor = 30 * 86_400_000;

/** What was found of me and what I was praised for, of the last month; nothing while there is nothing. */
@Component({
  selector: 'lj-my-conduct',
  imports: [PraiseList, RouterLink],
  template: `
    @if (praises().length || checks().length) {
      <h2>{{ t('checks.mine') }}</h2>
      @if (praises().length) {
        <lj-praise-list [praises]="praises()" [own]="true" />
      }
      @if (checks().length) {
        <ul>
          @for (one of checks(); track one.id) {
            <li><a [routerLink]="['/checks', one.id]">{{ one.what }}</a> <span class="quiet figures">{{ one.at }} · {{ one.score }}</span></li>
          }
        </ul>
      }
    }
  `,
  styles: `
    :host, ul { display: grid; gap: var(--gap-small); }
    li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 var(--gap); }
    a { display: inline-flex; align-items: center; min-block-size: 44px; }
  `,
})
export class MyConduct {
  readonly #moments = inject(Moments);
  readonly #words = inject(Words);
  readonly #since = inject(Clock).read() - shownFor;
  readonly #penalties = liveReading<PenaltiesView>('penalties');
  readonly #checks = liveReading<ChecksView>('checks');
  protected readonly t = this.#words.t;
  protected readonly praises = computed(() => this.#penalties.value()?.praises.filter(({ at }) => at >= this.#since).slice(0, 3) ?? []);
  protected readonly checks = computed(() => this.#checks.value()?.checks.filter(({ published }) => (published?.at ?? 0) >= this.#since).slice(0, 3).map(({ id, kind, place, checkedAt, met, looked }) => ({
    id, what: [this.t(`checks.kind.${kind}`), place[this.#words.language()]].join(' · '), at: this.#moments.time(checkedAt), score: this.t('checks.score', { met, looked }),
  })) ?? []);
}
