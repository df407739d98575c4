import { effect, inject, signal, type Signal } from '@angular/core';
import { OfficeApi } from '../reception/office-api';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';

interface Page<Row> {
  readonly entries: readonly Row[];
  readonly next: string | number | null;
}

/** A list read page by page, newest first. What is shown stays when reading on fails. */
export interface PagedReading<Row> {
  /** Null until the first answer. */
  readonly rows: Signal<readonly Row[] | null>;
  readonly problem: Signal<ApiProblem | null>;
  readonly busy: Signal<boolean>;
  readonly hasMore: Signal<boolean>;
  readonly more: () => Promise<void>;
  /** Reads from the top again. */
  readonly refresh: () => Promise<void>;
}

/**
 * Reads `path` with the query of the moment, and again from the top whenever the query changes. Needs an injection context.
 * @param query null while nobody looks: nothing is read
 */
export function pagedReading<Row>(path: string, query: Signal<Readonly<Record<string, string>> | null>): PagedReading<Row> {
  const api = inject(OfficeApi);
  const rows = signal<readonly Row[] | null>(null);
  const problem = signal<ApiProblem | null>(null);
  const busy = signal(false);
  const next = signal<string | number | null>(null);
  const hasMore = signal(false);
  let latest = 0;

  const read = async (before: string | number | null) => {
    const asked = query();
    if (!asked) return;
    const mine = (latest += 1);
    busy.set(true);
    problem.set(null);
    try {
      const page = await api.get<Page<Row>>(path, { ...asked, ...(before === null ? {} : { before: String(before) }) });
      if (mine !== latest) return;
      rows.update((shown) => before === null ? page.entries : [...shown ?? [], ...page.entries]);
      next.set(page.next);
      hasMore.set(page.next !== null);
    } catch (error) {
      if (mine === latest) problem.set(problemFrom(error));
    } finally {
      if (mine === latest) busy.set(false);
    }
  };

  effect(() => {
    query();
    rows.set(null);
    hasMore.set(false);
    void read(null);
  });
  return {
    rows: rows.asReadonly(), problem: problem.asReadonly(), busy: busy.asReadonly(), hasMore: hasMore.asReadonly(),
    more: () => next() === null || busy() ? Promise.resolve() : read(next()), refresh: () => read(null),
  };
}
