import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Words } from '../shared/language/words';
import { Session } from '../shared/session/session';
import { injectPlaceHere } from '../shell/place-here';
import { placesFor } from '../shell/places';

/** The pages about units, deals and their money lead to each other; the navigation names only the first that is open to the reader. */
@Component({
  selector: 'lj-deal-places',
  imports: [RouterLink],
  template: `
    @if (places().length > 1) {
      <nav [attr.aria-label]="t('shell.places.deals')">
        <ul>
          @for (place of places(); track place.path) {
            <li><a [routerLink]="'/' + place.path" [class.here]="here()?.path === place.path" [attr.aria-current]="here()?.path === place.path ? 'page' : null">{{ t('shell.place.' + place.path) }}</a></li>
          }
        </ul>
      </nav>
    }
  `,
  styles: `
    :host { display: block; min-inline-size: 0; }
    ul { display: flex; gap: 0.25rem; overflow-x: auto; scrollbar-width: none; border-block-end: 1px solid var(--rule); }
    a { display: flex; align-items: center; min-block-size: 48px; padding-inline: 1rem; border-block-end: 3px solid transparent; color: var(--ink-quiet); text-decoration: none; white-space: nowrap; }
    a:hover { background: var(--hover); color: var(--ink); }
    a.here { border-color: var(--accent); color: var(--accent); font-weight: 600; }
    a:focus-visible { outline-offset: -3px; }
    @media print { :host { display: none; } }
  `,
})
export class DealPlaces {
  readonly #roles = inject(Session).roles;
  protected readonly here = injectPlaceHere();
  protected readonly t = inject(Words).t;
  protected readonly places = computed(() => placesFor(this.#roles()).filter(({ subject }) => subject === 'deals'));
}
