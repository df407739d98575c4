import { Injectable, inject } from '@angular/core';
import type { ArrivalExample, NumberFact } from '@lunjie/contracts';
import { clauseOf, numberFactWords } from '@lunjie/policy';
import { Words } from '../../shared/language/words';

/** An arrival that can occur, in words: only what matters of it. */
@Injectable({ providedIn: 'root' })
export class ExampleWords {
  readonly #words = inject(Words);

  of({ facts, matter }: ArrivalExample): string {
    const language = this.#words.language();
    const clauses = matter.map((fact) => {
      const value = facts[fact];
      const counted = isCounted(fact) ? numberFactWords[fact] : null;
      if (!counted) return clauseOf(fact, String(value), language);
      const { label, unit, unknown } = counted;
      return value === null ? unknown[language] : `${label[language]} ${value} ${unit[language]}`;
    });
    return clauses.length === 0 ? this.#words.t('rules.gaps.anyArrival') : clauses.join(language === 'zh' ? '，' : ', ');
  }
}

function isCounted(fact: string): fact is NumberFact {
  return fact in numberFactWords;
}
