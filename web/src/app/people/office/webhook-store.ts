import { Injectable, inject, signal } from '@angular/core';
import type { WebhookRequest, WebhookSaved, WebhookView } from '@lunjie/contracts';
import { OfficeApi } from '../../reception/office-api';
import { pageActs } from '../../shared/api/acts';

const path = '/reminders/webhook';

/** The office's webhook with its last deliveries. */
@Injectable()
export class WebhookStore {
  readonly #api = inject(OfficeApi);
  readonly #view = signal<WebhookView | null>(null);
  readonly #secret = signal<string | null>(null);
  readonly #acts = pageActs();

  readonly view = this.#view.asReadonly();
  /** A secret that was just made; told until it is put away, and never again. */
  readonly secret = this.#secret.asReadonly();
  readonly problem = this.#acts.problem;
  readonly busy = this.#acts.busy;

  load(): Promise<boolean> {
    return this.#acts.happens(async () => this.#view.set(await this.#api.get<WebhookView>(path)));
  }

  save(request: WebhookRequest): Promise<boolean> {
    return this.#acts.happens(async () => this.#take(await this.#api.put<WebhookSaved>(path, request)));
  }

  renewSecret(): Promise<boolean> {
    return this.#acts.happens(async () => this.#take(await this.#api.post<WebhookSaved>(`${path}/secret`)));
  }

  test(): Promise<boolean> {
    return this.#acts.happens(async () => this.#view.set(await this.#api.post<WebhookView>(`${path}/test`)));
  }

  putAway(): void {
    this.#secret.set(null);
  }

  #take({ view, secret }: WebhookSaved): void {
    this.#view.set(view);
    if (secret !== null) this.#secret.set(secret);
  }
}
