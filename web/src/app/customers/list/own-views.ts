import { Injectable, signal } from '@angular/core';
import { remembered } from '../../shared/remembered';
import { askedIn, type ListView } from './list-query';

const isText = (value: unknown): value is string => typeof value === 'string';

/** Tabs somebody saved in this browser: filters and order, never what was typed. */
@Injectable({ providedIn: 'root' })
export class OwnViews {
  readonly #saved = remembered('lunjie.customer-views', isText);
  readonly #views = signal<readonly ListView[]>(viewsIn(this.#saved.read()));
  readonly views = this.#views.asReadonly();

  /** A view of the same name is replaced. */
  save({ name, asked }: ListView): void {
    const { text: _, ...kept } = asked;
    this.#keep([...this.#views().filter((one) => one.name !== name), { name, asked: kept }]);
  }

  remove(name: string): void {
    this.#keep(this.#views().filter((one) => one.name !== name));
  }

  #keep(views: readonly ListView[]): void {
    this.#views.set(views);
    this.#saved.write(JSON.stringify(views));
  }
}

/** What an older console or another hand wrote there is left out where it is no view. */
export function viewsIn(text: string | null): readonly ListView[] {
  const read = parsed(text);
  return Array.isArray(read) ? read.flatMap((one: unknown) => isView(one) ? [{ name: one.name, asked: askedIn(one.asked) }] : []) : [];
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
}

function isView(value: unknown): value is { readonly name: string; readonly asked: Readonly<Record<string, unknown>> } {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('asked' in value)) return false;
  return typeof value.name === 'string' && typeof value.asked === 'object' && value.asked !== null;
}
