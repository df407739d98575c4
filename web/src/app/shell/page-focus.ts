import { DOCUMENT, Injectable, inject } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter, pairwise } from 'rxjs';

/** After a change of page the focus goes to its heading, so that keyboard and screen reader start at the top of it. */
@Injectable({ providedIn: 'root' })
export class PageFocus {
  readonly #router = inject(Router);
  readonly #document = inject(DOCUMENT);

  start(): void {
    this.#router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        pairwise(),
        filter(([before, now]) => pathOf(before) !== pathOf(now)),
      )
      .subscribe(() => requestAnimationFrame(() => this.#focusHeading()));
  }

  #focusHeading(): void {
    const heading = this.#document.querySelector<HTMLElement>('main h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}

function pathOf(event: NavigationEnd): string {
  return event.urlAfterRedirects.split(/[?#]/)[0] ?? '';
}
