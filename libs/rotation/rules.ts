import type { ReceptionFactName, ReceptionFacts, RuleNotMatched } from '@lunjie/contracts';
import { conditionHolds, isNumberCondition, type ChoiceCondition, type NumberCondition, type PolicyDocument, type ReceptionRow } from '@lunjie/policy';

type Test = (facts: ReceptionFacts) => { readonly fact: ReceptionFactName; readonly expected: string; readonly actual: string } | null;

interface CompiledRow {
  readonly row: ReceptionRow;
  readonly firstMismatch: Test;
}

/** A policy version ready to decide: its reception rows compiled once. */
export interface Rules {
  readonly version: number;
  readonly policy: PolicyDocument;
  readonly rows: readonly CompiledRow[];
  readonly newClasses: ReadonlySet<string>;
}

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

function compiled(row: ReceptionRow): CompiledRow {
  const conditions = Object.entries(row.when) as [ReceptionFactName, ChoiceCondition | NumberCondition][];
  return {
    row,
    firstMismatch: (facts) => {
      for (const [fact, condition] of conditions) {
        if (!conditionHolds(condition, facts[fact])) return { fact, expected: written(condition), actual: String(facts[fact]) };
      }
      return null;
    },
  };
}

/** Compiles a checked policy document once for one published version. */
export function compileRules(policy: PolicyDocument, version: number): Rules {
  return {
    version,
    policy,
    rows: policy.tables.reception.map(compiled),
    newClasses: new Set(policy.values.counting.classes.filter((entry) => entry.new_customer).map((entry) => entry.id)),
  };
}

/** The first row that matches, and for each row before it the fact that spoke against it. */
export function decidingRow(rules: Rules, facts: ReceptionFacts): { readonly row: ReceptionRow | null; readonly notMatched: readonly RuleNotMatched[] } {
  const notMatched: RuleNotMatched[] = [];
  for (const { row, firstMismatch } of rules.rows) {
    const mismatch = firstMismatch(facts);
    if (!mismatch) return { row, notMatched };
    notMatched.push({ row: row.id, clause: row.clause, ...mismatch });
  }
  return { row: null, notMatched };
}
