import { DOCUMENT, Injector, inject } from '@angular/core';
import type { NavigationError } from '@angular/router';
import { Words } from '../shared/language/words';

/**
 * A page's code could not be fetched. Where the server answers, a newer console took the place of this one and the page
 * is loaded whole; otherwise the page left behind stays and says so.
 */
export async function pageNotLoaded(error: NavigationError): Promise<void> {
  const { location } = inject(DOCUMENT);
  const injector = inject(Injector);
  const words = inject(Words);
  const answer = await fetch('/', { cache: 'no-store' }).catch(() => null);
  if (answer?.ok && location.pathname + location.search !== error.url) {
    location.assign(error.url);
    return;
  }
  console.error(error.error);
  // Fetched only now, as few ever need it; the frame around the page has it already.
  const { NzMessageService } = await import('ng-zorro-antd/message');
  injector.get(NzMessageService).error(words.t('shell.pageNotLoaded'));
}
