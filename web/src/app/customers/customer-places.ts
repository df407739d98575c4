import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AwaitingClaims } from '@lunjie/contracts';
import { Words } from '../shared/language/words';
import { liveReading } from '../shared/live/live-reading';
import { Session } from '../shared/session/session';
import { injectPlaceHere } from '../shell/place-here';
import { placesFor } from '../shell/places';

/** The pages about customers lead to each other; the navigation names only the first that is open to the reader. */
@Component({
  selector: 'lj-customer-places',
  imports: [RouterLink],
  template: `
    @if (places().length > 1) {
      <nav [attr.aria-label]="t('customers.places')">
        <ul>
          @for (place of places(); track place.path) {
            <li><a [routerLink]="'/' + place.path" [class.here]="here()?.path === place.path" [attr.aria-current]="here()?.path === place.path ? 'page' : null">{{ t('shell.place.' + place.path) }}
              @if (place.path === 'customers/awaiting' && waiting()) {
                <span class="count figures" [attr.aria-label]="t('customers.awaitingCount', { count: waiting() })">{{ waiting() }}</span>
              }
            </a></li>
          }
        </ul>
      </nav>
    }
  `,
  styles: `
    :host { display: block; min-inline-size: 0; }
    ul { display: flex; gap: 0.25rem; overflow-x: auto; scrollbar-width: none; border-block-end: 1px solid var(--rule); }
    a { display: flex; align-items: center; gap: 0.375rem; min-block-size: 48px; padding-inline: 1rem; border-block-end: 3px solid transparent; color: var(--ink-quiet); text-decoration: none; white-space: nowrap; }
    .count { padding-inline: 0.375rem; border-radius: 1rem; background: var(--makeup-soft); color: var(--makeup); font-size: var(--text-small); font-weight: 600; }
    a:hover { background: var(--hover); color: var(--ink); }
    a.here { border-color: var(--accent); color: var(--accent); font-weight: 600; }
    a:focus-visible { outline-offset: -3px; }
  `,
})
export class CustomerPlaces {
  readonly #roles = inject(Session).roles;
  protected readonly here = injectPlaceHere();
  protected readonly t = inject(Words).t;
  protected readonly places = computed(() => placesFor(this.#roles()).filter(({ subject }) => subject === 'customers'));
  /** Read by who can decide on them. */
  readonly #awaiting = liveReading<AwaitingClaims>(computed(() => this.places().some(({ path }) => path === 'customers/awaiting') ? 'claims/awaiting' : null));
  /** How many customers wait for a decision; nothing while none does. */
  protected readonly waiting = computed(() => {
    const { claims, next } = this.#awaiting.value() ?? { claims: [], next: null };
    return claims.length === 0 ? '' : `${claims.length}${next === null ? '' : '+'}`;
  });
}
