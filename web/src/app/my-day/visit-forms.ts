import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';
import type { MyReception } from '@lunjie/contracts';
import { OfficeApi } from '../reception/office-api';
import { FormSaving } from './form-saving';

/** The self-saving forms of the receptions in hand. Provided by the page. */
@Injectable()
export class VisitForms {
  readonly #api = inject(OfficeApi);
  readonly #forms = new Map<string, FormSaving>();

  constructor() {
    const document = inject(DOCUMENT);
    const flushAll = () => this.#forms.forEach((form) => void form.flush());
    // A phone that is put away may not come back to this page; a network that is back is used at once.
    const hidden = () => document.visibilityState === 'hidden' && flushAll();
    document.addEventListener('visibilitychange', hidden);
    addEventListener('online', flushAll);
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('visibilitychange', hidden);
      removeEventListener('online', flushAll);
      flushAll();
      this.#forms.forEach((form) => form.stop());
    });
  }

  of(reception: string): FormSaving {
    let form = this.#forms.get(reception);
    if (!form) {
      form = new FormSaving((edits) => this.#api.put<MyReception>(`/receptions/${reception}/form`, edits));
      this.#forms.set(reception, form);
    }
    return form;
  }
}
