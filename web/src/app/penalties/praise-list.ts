import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PraiseView } from '@lunjie/contracts';
import { Moments } from '../shared/clock/moments';
import { Words } from '../shared/language/words';
import { Session } from '../shared/session/session';

/** Praise, newest first: for what, of whom, and the check or the customer's request it came of. */
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
            @if (readsRequests() && one.praise.request; as request) { · <a [routerLink]="['/requests', request]">{{ t('penalties.toRequest') }}</a> }
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
  readonly #roles = inject(Session).roles;
  protected readonly t = inject(Words).t;
  /** The requests of others are not everybody's to read. */
  protected readonly readsRequests = computed(() => this.#roles().some((role) => role === 'admin' || role === 'manager' || role === 'supervisor' || role === 'desk' || role === 'auditor'));
  protected readonly told = computed(() => this.praises().map((praise) => ({
    praise, at: this.#moments.time(praise.at), iso: this.#moments.iso(praise.at), who: this.t(`penalties.${this.own() ? 'praisedBy' : 'praisedOf'}${praise.request === null ? '' : 'Customer'}`, { name: this.own() ? praise.by.name : praise.agent.name, by: praise.by.name }),
  })));
}
