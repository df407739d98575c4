import { Injectable, inject } from '@angular/core';
import type { ApiProblem } from '../api/api-problem';
import { Words } from '../language/words';

/**
 * A problem in the reader's language. The console's own words for the code come first, as they follow a change of
 * language; a code it has no words for speaks in the server's.
 */
@Injectable({ providedIn: 'root' })
export class ProblemWords {
  readonly #words = inject(Words);

  /** What happened and what to do, in one or two sentences. */
  sentence(problem: ApiProblem): string {
    const key = `problems.${problem.code}`;
    if (this.#words.has(key)) return this.#words.t(key, problem.data);
    const said = [problem.title, problem.detail].filter(Boolean).join(' ');
    return said || this.#words.t('problems.unreadable');
  }
}
