import type { ReceptionFactName, ReceptionFacts, RuleNotMatched } from '@lunjie/contracts';
import { firstMatch, matcherOf, type PolicyDocument, type ReceptionRow } from '@lunjie/policy';

/** A policy version ready to decide: its reception rows compiled once. */
export interface Rules {
  readonly version: number;
  readonly policy: PolicyDocument;
  readonly rows: readonly { readonly row: ReceptionRow; readonly firstMismatch: ReturnType<typeof matcherOf<ReceptionFactName>> }[];
  readonly newClasses: ReadonlySet<string>;
}

/** Compiles a checked policy document once for one published version. */
export function compileRules(policy: PolicyDocument, version: number): Rules {
  return {
    version,
    policy,
    rows: policy.tables.reception.map((row) => ({ row, firstMismatch: matcherOf<ReceptionFactName>(row.when) })),
    newClasses: new Set(policy.values.counting.classes.filter((entry) => entry.new_customer).map((entry) => entry.id)),
  };
}

/** The first row that matches, and for each row before it the fact that spoke against it. */
export function decidingRow(rules: Rules, facts: ReceptionFacts): { readonly row: ReceptionRow | null; readonly notMatched: readonly RuleNotMatched[] } {
  return firstMatch<ReceptionRow, ReceptionFactName>(rules.rows, facts);
}
