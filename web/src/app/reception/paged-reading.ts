import { effect, inject, signal, untracked, type Signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { OfficeApi } from './office-api';
import { problemFrom, type ApiProblem } from '../shared/api/api-problem';
import { Live } from '../shared/live/live';
import { Session } from '../shared/session/session';

type Cursor = string | number | null;

/** How a list comes in pages: where its rows stand in one, and what the next is asked by. */
export interface PageShape<Row, Page extends { readonly next: Cursor }> {
  readonly cursor: 'before' | 'after';
  readonly rowsOf: (page: Page) => readonly Row[];
  /** What was shown stays until the answer to another query is there, so that nothing jumps while somebody types. */
  readonly stays?: boolean;
  /** Whenever something of the office changed, as many rows as are shown are read again and take their place at once. */
  readonly live?: boolean;
}

/** A list read page by page. What is shown stays when reading on fails. */
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
 * Reads `path` with the query of the moment, and again from the top whenever either changes. Needs an injection context.
 * @param query null while nobody looks: nothing is read
 */
export function pagedReading<Row, Page extends { readonly next: Cursor }>(
  path: string | Signal<string>, query: Signal<Readonly<Record<string, string>> | null>, { cursor, rowsOf, stays = false, live = false }: PageShape<Row, Page>,
): PagedReading<Row> {
  const at = () => typeof path === 'string' ? path : path();
  const api = inject(OfficeApi);
  const rows = signal<readonly Row[] | null>(null);
  const problem = signal<ApiProblem | null>(null);
  const busy = signal(false);
  const next = signal<Cursor>(null);
  const hasMore = signal(false);
  let latest = 0;
  let running = false;
  let again = false;

  const read = async (from: Cursor) => {
    const asked = query();
    if (!asked) return;
    const mine = (latest += 1);
    busy.set(true);
    problem.set(null);
    try {
      const page = await api.get<Page>(at(), { ...asked, ...(from === null ? {} : { [cursor]: String(from) }) });
      if (mine !== latest) return;
      rows.update((shown) => from === null ? rowsOf(page) : [...shown ?? [], ...rowsOf(page)]);
      next.set(page.next);
      hasMore.set(page.next !== null);
    } catch (error) {
      if (mine === latest) problem.set(problemFrom(error));
    } finally {
      if (mine === latest) busy.set(false);
    }
  };

  /** Reads what is shown again, and shows it when all of it is there: nothing jumps, and what fails leaves what was. */
  const readAgain = async () => {
    const asked = untracked(query);
    const shown = untracked(rows)?.length;
    if (!asked || shown === undefined || untracked(busy)) return;
    const mine = (latest += 1);
    const fresh: Row[] = [];
    let from: Cursor = null;
    try {
      do {
        const page: Page = await api.get<Page>(at(), { ...asked, ...(from === null ? {} : { [cursor]: String(from) }) });
        if (mine !== latest) return;
        fresh.push(...rowsOf(page));
        from = page.next;
      } while (from !== null && fresh.length < shown);
      problem.set(null);
      rows.set(fresh);
      next.set(from);
      hasMore.set(from !== null);
    } catch {
      // The next change, or the next poll, reads it again.
    }
  };
  const changed = async () => {
    again = running;
    if (running) return;
    running = true;
    do {
      again = false;
      await readAgain();
    } while (again);
    running = false;
  };
  if (live) {
    const changes = inject(Live);
    changes.listen(inject(Session).office()?.officeId ?? '');
    changes.changes.pipe(takeUntilDestroyed()).subscribe(() => void changed());
  }

  effect(() => {
    query();
    at();
    if (!stays) rows.set(null);
    hasMore.set(false);
    void read(null);
  });
  return {
    rows: rows.asReadonly(), problem: problem.asReadonly(), busy: busy.asReadonly(), hasMore: hasMore.asReadonly(),
    more: () => next() === null || busy() ? Promise.resolve() : read(next()), refresh: () => read(null),
  };
}
