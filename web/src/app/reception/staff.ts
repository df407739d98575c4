import { Injectable, computed, inject, signal } from '@angular/core';
import type { PersonRef, StaffMember } from '@lunjie/contracts';
import { OfficeApi } from './office-api';

/** The office's people: whom a customer may name, and the names behind the ids of a decision. */
@Injectable({ providedIn: 'root' })
export class Staff {
  readonly #api = inject(OfficeApi);
  readonly #people = signal<readonly StaffMember[]>([]);

  /** Everybody of the office, leavers too. */
  readonly people = this.#people.asReadonly();
  /** Agents a customer may name or an owner may be; those on long leave too, as customers remember them. */
  readonly agents = computed<readonly PersonRef[]>(() => this.#people().filter((one) => one.roles.includes('agent') && one.state !== 'left'));
  readonly names = computed<ReadonlyMap<string, string>>(() => new Map(this.#people().map((one) => [one.id, one.name])));

  /** Reads them where nobody has yet. Names only dress a page: without them it tells of a colleague, and the next page asks again. */
  readOnce(): void {
    if (this.#people().length === 0) void this.load().catch(() => undefined);
  }

  async load(): Promise<void> {
    this.#people.set(await this.#api.get<readonly StaffMember[]>('/people'));
  }
}
