import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HandoversView } from '@lunjie/contracts';
import { NzIconDirective } from 'ng-zorro-antd/icon';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';

/** Shifts nobody has taken over yet, in sight where people come to work: one line as wide as there is room, and nothing while there are none. */
@Component({
  selector: 'lj-open-handovers',
  imports: [NzIconDirective, RouterLink],
  template: `
    @if (told(); as told) {
      <a [routerLink]="told.link" [title]="told.says" [attr.aria-label]="told.says"><nz-icon nzType="inbox" aria-hidden="true" /> <span class="whole">{{ told.says }}</span> <span class="short">{{ t('desk.handover.short') }}</span></a>
    }
  `,
  styles: `
    :host { display: flex; justify-content: end; min-inline-size: 0; container-type: inline-size; }
    a { display: flex; align-items: center; gap: 0.5rem; min-inline-size: 0; min-block-size: 48px; margin-inline-start: 0.5rem; padding-inline: 0.75rem; border: 1px solid var(--makeup); border-radius: var(--corner); background: var(--makeup-soft); color: var(--ink); font-weight: 600; }
    nz-icon { color: var(--makeup); }
    span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .short { display: none; }
    @container (max-width: 12rem) { a { padding-inline: 0.5rem; } .whole { display: none; } .short { display: inline; } }
    @container (max-width: 5rem) { .short { display: none; } }
  `,
})
export class OpenHandovers {
  readonly #moments = inject(Moments);
  protected readonly t = inject(Words).t;
  readonly #reading = liveReading<HandoversView>('handovers');
  protected readonly told = computed(() => {
    const open = this.#reading.value()?.handovers.filter(({ taken }) => taken === null) ?? [];
    const [one] = open;
    if (one === undefined) return null;
    if (open.length > 1) return { link: ['/handovers'], says: this.t('desk.handover.several', { count: open.length }) };
    return { link: ['/handovers', one.id], says: this.t(one.may.includes('take_over') ? 'desk.handover.toTake' : 'desk.handover.mine', { post: this.t(`notices.post.${one.place}`), name: one.by.name, at: this.#moments.time(one.at) }) };
  });
}
