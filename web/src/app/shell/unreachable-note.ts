import { Component, DestroyRef, DOCUMENT, inject, signal } from '@angular/core';
import { Words } from '../shared/language/words';

/** The server does not answer before anybody could be recognised. It is asked again until it does. */
@Component({
  selector: 'lj-unreachable-note',
  template: `
    <main role="status">
      <h1>{{ t(offline() ? 'shell.unreachable.offlineTitle' : 'shell.unreachable.title') }}</h1>
      <p>{{ t(offline() ? 'shell.unreachable.offlineDetail' : 'shell.unreachable.detail') }}</p>
    </main>
  `,
  styles: `
    main { display: grid; gap: var(--gap-small); max-inline-size: 32rem; margin: 20vh auto 0; padding: var(--gap); }
  `,
})
export class UnreachableNote {
  protected readonly t = inject(Words).t;
  /** The device itself says that it has no network. */
  protected readonly offline = signal(false);

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    const look = () => this.offline.set(view?.navigator.onLine === false);
    const heard = new AbortController();
    for (const event of ['online', 'offline']) view?.addEventListener(event, look, { signal: heard.signal });
    inject(DestroyRef).onDestroy(() => heard.abort());
    look();
  }
}
