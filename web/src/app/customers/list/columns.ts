import { Injectable, signal } from '@angular/core';
import { remembered } from '../../shared/remembered';

/** Columns beside the name, in their order. */
export const columns = ['phone', 'grade', 'owner', 'validity', 'source', 'registered', 'lastContact', 'visits'] as const;
export type Column = (typeof columns)[number];

const isText = (value: unknown): value is string => typeof value === 'string';

/** Which columns somebody wants to see, remembered in this browser. */
@Injectable({ providedIn: 'root' })
export class ShownColumns {
  readonly #saved = remembered('lunjie.customer-columns', isText);
  readonly #shown = signal<readonly Column[]>(columnsIn(this.#saved.read()));
  readonly shown = this.#shown.asReadonly();

  show(column: Column, on: boolean): void {
    const shown = columns.filter((one) => one === column ? on : this.#shown().includes(one));
    this.#shown.set(shown);
    this.#saved.write(shown.join(','));
  }
}

function columnsIn(text: string | null): readonly Column[] {
  return text === null ? columns : columns.filter((one) => text.split(',').includes(one));
}
