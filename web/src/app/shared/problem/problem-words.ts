import { Injectable, inject } from '@angular/core';
import { problemTexts } from '@lunjie/contracts';
import type { ApiProblem } from '../api/api-problem';
import { Words } from '../language/words';

/**
 * A problem in the reader's language. The product's shared wording for the code follows a change of language;
 * a code unknown to this build of the console speaks as the server wrote it.
 */
@Injectable({ providedIn: 'root' })
export class ProblemWords {
  readonly #words = inject(Words);

  /** What happened and what to do, in one or two sentences. */
  sentence(problem: ApiProblem): string {
    const own = `problems.${problem.code}`;
    if (this.#words.has(own)) return this.#words.t(own, problem.data);
    const shared = problemTexts[problem.code]?.[this.#words.language()];
    const { title, detail } = shared ?? problem;
    const said = [title, fill(detail, problem.data)].filter(Boolean);
    return said.length ? said.join(this.#words.language() === 'zh' ? '。' : '. ') : this.#words.t('problems.unreadable');
  }
}

function fill(text: string, data: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => {
    const value = data[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : gap;
  });
}
