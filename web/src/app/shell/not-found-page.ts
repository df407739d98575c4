import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Words } from '../shared/language/words';

@Component({
  selector: 'lj-not-found-page',
  imports: [RouterLink],
  template: `
    <h1>{{ t('shell.notFound.title') }}</h1>
    <p>{{ t('shell.notFound.detail') }}</p>
    <a routerLink="/">{{ t('shell.toStart') }}</a>
  `,
  styles: `
    :host { display: grid; gap: var(--gap); max-inline-size: 40rem; margin: 10vh auto; padding: var(--gap); }
    a { justify-self: start; padding-block: var(--gap-small); }
  `,
})
export default class NotFoundPage {
  protected readonly t = inject(Words).t;
}
