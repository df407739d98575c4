import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Words } from '../shared/language/words';
import { placesOfWork } from './places';

/** Says who can open the page that this person cannot. */
@Component({
  selector: 'lj-no-permission-page',
  imports: [RouterLink],
  template: `
    <h1>{{ t('shell.noPermission.title') }}</h1>
    <p>{{ t('shell.noPermission.detail', { place: placeName(), roles: whoCan() }) }}</p>
    <a routerLink="/">{{ t('shell.toStart') }}</a>
  `,
  styles: `
    :host { display: grid; gap: var(--gap); max-inline-size: 40rem; margin: 10vh auto; padding: var(--gap); }
    a { justify-self: start; padding-block: var(--gap-small); }
  `,
})
export default class NoPermissionPage {
  /** Path of the place that was refused. */
  readonly place = input<string>();
  readonly #words = inject(Words);
  protected readonly t = this.#words.t;

  readonly #refused = computed(() => placesOfWork.find((one) => one.path === this.place()));
  protected readonly placeName = computed(() => {
    const refused = this.#refused();
    return refused ? this.t(`shell.place.${refused.path}`) : this.t('shell.noPermission.thisPage');
  });
  protected readonly whoCan = computed(() => {
    const names = (this.#refused()?.roles ?? ['manager']).map((role) => this.t(`shell.role.${role}`));
    return new Intl.ListFormat(this.#words.locale(), { type: 'disjunction' }).format(names);
  });
}
