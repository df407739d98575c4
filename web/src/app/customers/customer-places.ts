import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Words } from '../shared/language/words';
import { Session } from '../shared/session/session';
import { placesFor } from '../shell/places';

/** The page itself, whatever it is filtered by: importing lies below the list and is another place. */
const exactly = { paths: 'exact', queryParams: 'ignored', matrixParams: 'ignored', fragment: 'ignored' } as const;

/** The pages about customers lead to each other; the navigation names only the first that is open to the reader. */
@Component({
  selector: 'lj-customer-places',
  imports: [RouterLink, RouterLinkActive],
  template: `
    @if (places().length > 1) {
      <nav [attr.aria-label]="t('customers.places')">
        <ul>
          @for (place of places(); track place.path) {
            <li><a [routerLink]="'/' + place.path" routerLinkActive="here" [routerLinkActiveOptions]="exactly" ariaCurrentWhenActive="page">{{ t('shell.place.' + place.path) }}</a></li>
          }
        </ul>
      </nav>
    }
  `,
  styles: `
    :host { display: block; min-inline-size: 0; }
    ul { display: flex; gap: 0.25rem; overflow-x: auto; scrollbar-width: none; border-block-end: 1px solid var(--rule); }
    a { display: grid; place-items: center; min-block-size: 48px; padding-inline: 1rem; border-block-end: 3px solid transparent; color: var(--ink-quiet); text-decoration: none; white-space: nowrap; }
    a:hover { background: var(--hover); color: var(--ink); }
    a.here { border-color: var(--accent); color: var(--accent); font-weight: 600; }
    a:focus-visible { outline-offset: -3px; }
  `,
})
export class CustomerPlaces {
  readonly #roles = inject(Session).roles;
  protected readonly exactly = exactly;
  protected readonly t = inject(Words).t;
  protected readonly places = computed(() => placesFor(this.#roles()).filter(({ subject }) => subject === 'customers'));
}
