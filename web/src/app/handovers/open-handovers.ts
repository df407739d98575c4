import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HandoversView } from '@lunjie/contracts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';

/** Shifts nobody has taken over yet, in sight where people come to work; nothing while there are none. */
@Component({
  selector: 'lj-open-handovers',
  imports: [RouterLink],
  template: `
    @for (one of open(); track one.id) {
      <a [routerLink]="['/handovers', one.id]">{{ one.told }}</a>
    }
  `,
  styles: `
    :host { display: grid; gap: var(--gap-small); }
    :host:empty { display: none; }
    a { display: flex; align-items: center; min-block-size: 48px; padding: 0.5rem 0.75rem; border: 1px solid var(--makeup); border-radius: var(--corner); background: var(--makeup-soft); color: var(--ink); font-weight: 600; }
  `,
})
export class OpenHandovers {
  readonly #moments = inject(Moments);
  readonly #t = inject(Words).t;
  readonly #reading = liveReading<HandoversView>('handovers');
  protected readonly open = computed(() => this.#reading.value()?.handovers.filter(({ taken }) => taken === null).map(({ id, place, by, at, may }) => ({
    id, told: this.#t(may.includes('take_over') ? 'desk.handover.toTake' : 'desk.handover.mine', { post: this.#t(`notices.post.${place}`), name: by.name, at: this.#moments.time(at) }),
  })) ?? []);
}
