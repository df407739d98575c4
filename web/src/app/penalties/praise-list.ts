import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PraiseView } from '@lunjie/contracts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';

/** Praise, newest first: for what, of whom, and the check it came of. */
@Component({
  selector: 'lj-praise-list',
  imports: [RouterLink],
  template: `
    <ul>
      @for (one of told(); track one.praise.id) {
        <li>
          <p><strong>{{ one.who }}</strong></p>
          @if (one.praise.reason) { <blockquote>{{ one.praise.reason }}</blockquote> }
          <p class="quiet figures">
            <time [attr.datetime]="one.iso">{{ one.at }}</time> · {{ t('penalties.entry', { entry: one.praise.entry }) }}
            @if (one.praise.check; as check) { · <a [routerLink]="['/checks', check]">{{ t('penalties.toCheck') }}</a> }
          </p>
        </li>
      } @empty {
        <li class="quiet">{{ t('penalties.noPraise') }}</li>
      }
    </ul>
  `,
  styles: `
    li { display: grid; gap: 0.125rem; padding-block: 0.625rem; border-block-end: 1px solid var(--rule); }
    blockquote { margin: 0; padding-inline-start: 0.625rem; border-inline-start: 3px solid var(--receiving); white-space: pre-wrap; overflow-wrap: anywhere; }
    a { display: inline-flex; align-items: center; min-inline-size: 44px; min-block-size: 44px; }
  `,
})
export class PraiseList {
  readonly praises = input.required<readonly PraiseView[]>();
  /** One's own: then it says who praised, else whom. */
  readonly own = input(false);
  readonly #moments = inject(Moments);
  protected readonly t = inject(Words).t;
  protected readonly told = computed(() => this.praises().map((praise) => ({
    praise, at: this.#moments.time(praise.at), iso: this.#moments.iso(praise.at), who: this.t(this.own() ? 'penalties.praisedBy' : 'penalties.praisedOf', { name: this.own() ? praise.by.name : praise.agent.name, by: praise.by.name }),
  })));
}
