import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import type { CustomerMatch, MatchRequest, MatchView } from '@lunjie/contracts';
import { OfficeApi } from '../../reception/office-api';
import { canBeLookedUp } from './arrival-draft';

const quietMs = 300;
const shortestName = 2;

/** Who may be the visitor at the desk, looked for while their name or number is typed. Provided by the page. */
@Injectable()
export class LikelyCustomers {
  readonly #api = inject(OfficeApi);
  readonly #matches = signal<readonly CustomerMatch[]>([]);
  #asked = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Likeliest first. A failed look shows nobody: the desk never waits for it. */
  readonly matches = this.#matches.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#timer));
  }

  lookFor(typed: { readonly name: string; readonly phone: string }): void {
    const request = requestOf(typed);
    const asked = JSON.stringify(request);
    if (asked === this.#asked) return;
    this.#asked = asked;
    clearTimeout(this.#timer);
    if (request) this.#timer = setTimeout(() => void this.#find(request, asked), quietMs);
    else this.#matches.set([]);
  }

  async #find(request: MatchRequest, asked: string): Promise<void> {
    const matches = await this.#api.ask<MatchView>('/customers/matches', request).then((answer) => answer.matches, () => []);
    if (asked === this.#asked) this.#matches.set(matches);
  }
}

/** A name of a letter and a part of a number say nothing yet. */
function requestOf({ name, phone }: { readonly name: string; readonly phone: string }): MatchRequest | null {
  const request = { ...name.trim().length >= shortestName ? { name: name.trim() } : {}, ...canBeLookedUp(phone) ? { phone: phone.trim() } : {} };
  return Object.keys(request).length ? request : null;
}
