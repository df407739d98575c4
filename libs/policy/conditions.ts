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
