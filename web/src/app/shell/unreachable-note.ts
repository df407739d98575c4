import { Component, inject } from '@angular/core';
import { Words } from '../shared/language/words';

/** The server does not answer before anybody could be recognised. It is asked again until it does. */
@Component({
  selector: 'lj-unreachable-note',
  template: `
    <main role="status">
      <h1>{{ t('shell.unreachable.title') }}</h1>
      <p>{{ t('shell.unreachable.detail') }}</p>
    </main>
  `,
  styles: `
    main { display: grid; gap: var(--gap-small); max-inline-size: 32rem; margin: 20vh auto 0; padding: var(--gap); }
  `,
})
export class UnreachableNote {
  protected readonly t = inject(Words).t;
}
