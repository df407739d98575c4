import { Injectable, computed, inject, resource } from '@angular/core';
import type { DemoView } from '@lunjie/contracts';
import { ApiClient } from '../../shared/api/api-client';
import { Session } from '../../shared/session/session';

const none: DemoView = { demo: false, password: null, people: [] };

/** Whether this is the demo, with one of its people signed in. */
@Injectable({ providedIn: 'root' })
export class Demo {
  readonly #session = inject(Session);
  readonly #api = inject(ApiClient);
  readonly #view = resource({ loader: () => this.#api.get<DemoView>('/demo').catch(() => none) });
  readonly isDemo = computed(() => {
    const { demo, people } = this.#view.value() ?? none;
    return demo && people.some(({ account }) => account === this.#session.person()?.account);
  });
}
