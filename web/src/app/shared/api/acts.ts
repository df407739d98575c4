import { signal, type Signal } from '@angular/core';
import { problemFrom, type ApiProblem } from './api-problem';

/** How a page carries out its acts: one signal that something is under way, one that says why the last act did not happen. */
export interface PageActs {
  readonly busy: Signal<boolean>;
  /** Why the last act did not happen. */
  readonly problem: Signal<ApiProblem | null>;
  /** Carries an act out and reads again, also after a refusal: somebody was quicker, and the page shows who. Null where it was refused. */
  readonly answer: <T>(act: () => Promise<T>) => Promise<T | null>;
  /** The same, of an act whose answer nobody wants: whether it happened. */
  readonly happens: (act: () => Promise<unknown>) => Promise<boolean>;
  /** Fetches something that changes nothing, so that nothing is read again. Null where it was refused. */
  readonly fetched: <T>(read: () => Promise<T>) => Promise<T | null>;
  /** Shows why something did not happen; null takes it away. */
  readonly tell: (problem: unknown) => void;
}

const refused = Symbol('refused');

/**
 * The acts of one page, for its store. Never rejects: a refusal stands in `problem`.
 * @param afterwards what is read again; the page stays busy while what it answers is waited for, so who need not wait answers nothing
 */
export function pageActs(afterwards: () => unknown = () => undefined): PageActs {
  const busy = signal(false);
  const problem = signal<ApiProblem | null>(null);

  const run = async <T>(act: () => Promise<T>, reading: () => unknown): Promise<T | typeof refused> => {
    busy.set(true);
    problem.set(null);
    try {
      return await act();
    } catch (error) {
      problem.set(problemFrom(error));
      return refused;
    } finally {
      await reading();
      busy.set(false);
    }
  };
  const orNull = <T>(answer: T | typeof refused) => answer === refused ? null : answer;
  return {
    busy: busy.asReadonly(),
    problem: problem.asReadonly(),
    answer: async (act) => orNull(await run(act, afterwards)),
    happens: async (act) => await run(act, afterwards) !== refused,
    fetched: async (read) => orNull(await run(read, () => undefined)),
    tell: (told) => problem.set(told === null ? null : problemFrom(told)),
  };
}
