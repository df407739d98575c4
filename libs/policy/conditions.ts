import type { RuleNotMatchedOf } from '@lunjie/contracts';
import type { ChoiceCondition, NumberCondition } from './tables';

export function isNumberCondition(condition: ChoiceCondition | NumberCondition): condition is NumberCondition {
  return typeof condition === 'object' && !Array.isArray(condition) && !('not' in condition);
}

/** Whether a fact's value satisfies a row's condition on it. */
export function conditionHolds(condition: ChoiceCondition | NumberCondition, actual: string | number | null): boolean {
  if (typeof condition === 'string') return actual === condition;
  if (Array.isArray(condition)) return condition.includes(actual);
  if (isNumberCondition(condition)) {
    if (condition.is_null !== undefined && (actual === null) !== condition.is_null) return false;
    if (condition.at_least !== undefined && !(typeof actual === 'number' && actual >= condition.at_least)) return false;
    return condition.at_most === undefined || (typeof actual === 'number' && actual <= condition.at_most);
  }
  return !(condition as { readonly not: readonly string[] }).not.includes(String(actual));
}

/** A condition as a reader of the explanation sees it: `valid|lapsed`, `!none`, `>=3`. */
function written(condition: ChoiceCondition | NumberCondition): string {
  if (typeof condition === 'string') return condition;
  if (Array.isArray(condition)) return condition.join('|');
  if (isNumberCondition(condition)) {
    return [
      condition.at_least === undefined ? '' : `>=${condition.at_least}`,
      condition.at_most === undefined ? '' : `<=${condition.at_most}`,
      condition.is_null === undefined ? '' : condition.is_null ? 'none' : 'some',
    ].filter(Boolean).join(' ');
  }
  return `!${(condition as { readonly not: readonly string[] }).not.join('|')}`;
}

export interface Mismatch<Fact extends string> {
  readonly fact: Fact;
  readonly expected: string;
  readonly actual: string;
}

/** A row of a decision table made ready to test: answers the first fact that speaks against it, or null where it matches. */
export function matcherOf<Fact extends string>(when: { readonly [F in Fact]?: ChoiceCondition | NumberCondition }): (facts: { readonly [F in Fact]: string | number | null }) => Mismatch<Fact> | null {
  const conditions = Object.entries(when) as [Fact, ChoiceCondition | NumberCondition][];
  return (facts) => {
    for (const [fact, condition] of conditions) {
      if (!conditionHolds(condition, facts[fact])) return { fact, expected: written(condition), actual: String(facts[fact]) };
    }
    return null;
  };
}

/** The first row that matches, and for each row before it the fact that spoke against it: the explanation (design: a policy is data). */
export function firstMatch<Row extends { readonly id: string; readonly clause: string }, Fact extends string>(
  rows: readonly { readonly row: Row; readonly firstMismatch: (facts: { readonly [F in Fact]: string | number | null }) => Mismatch<Fact> | null }[],
  facts: { readonly [F in Fact]: string | number | null },
): { readonly row: Row | null; readonly notMatched: readonly RuleNotMatchedOf<Fact>[] } {
  const notMatched: RuleNotMatchedOf<Fact>[] = [];
  for (const { row, firstMismatch } of rows) {
    const mismatch = firstMismatch(facts);
    if (!mismatch) return { row, notMatched };
    notMatched.push({ row: row.id, clause: row.clause, ...mismatch });
  }
  return { row: null, notMatched };
}
