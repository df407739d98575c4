import { numberFacts, type NumberFact, type ReceptionFactName, type ReceptionFacts } from '@lunjie/contracts';
import { conditionHolds } from '../conditions';
import type { PolicyDocument } from '../document';
import type { ReceptionRow } from '../tables';
import { occurring, type FactGroup } from './occurring';

/** A set of rows: bit n is row n. */
export type Rows = bigint;

export const bit = (row: number): Rows => 1n << BigInt(row);

/**
 * How the combinations of one group look to the table: combinations that satisfy the same rows' conditions are one
 * signature. A row matches an arrival exactly when its bit is in the signature of every group.
 */
export interface Signature {
  readonly rows: Rows;
  readonly example: Partial<ReceptionFacts>;
}

export interface SignedGroup {
  readonly facts: readonly ReceptionFactName[];
  readonly signatures: readonly Signature[];
}

const smallest: Record<NumberFact, number> = { units_wanted: 1, party_size: 1, days_since_contact: 0 };

/** A number is looked at where some row's limit lies, on both sides of it. */
function numberGroup(fact: NumberFact, rows: readonly ReceptionRow[]): { readonly facts: readonly NumberFact[]; readonly combinations: readonly Partial<ReceptionFacts>[] } {
  const limits = rows.flatMap(({ when }) => {
    const { at_least: least, at_most: most } = (when[fact] ?? {});
    return [...(least === undefined ? [] : [Math.ceil(least), Math.ceil(least) - 1]), ...(most === undefined ? [] : [Math.floor(most), Math.floor(most) + 1])];
  });
  const numbers = [...new Set([smallest[fact], ...limits])].filter((value) => value >= smallest[fact] && Number.isSafeInteger(value)).sort((a, b) => a - b);
  return { facts: [fact], combinations: [null, ...numbers].map((value) => ({ [fact]: value })) };
}

function signed(group: FactGroup | ReturnType<typeof numberGroup>, rows: readonly ReceptionRow[], all: Rows): SignedGroup {
  const asked = (group.facts as readonly ReceptionFactName[]).filter((fact) => rows.some(({ when }) => when[fact] !== undefined));
  const satisfied = asked.map((fact) => {
    const conditions = rows.flatMap(({ when }, index) => when[fact] === undefined ? [] : [{ condition: when[fact], row: bit(index) }]);
    const values = new Set(group.combinations.map((combination) => combination[fact] ?? null));
    return new Map([...values].map((value) => [value, conditions.reduce((set, { condition, row }) => conditionHolds(condition, value) ? set : set & ~row, all)]));
  });
  const signatures = new Map<Rows, Signature>();
  for (const example of group.combinations) {
    const matching = asked.reduce((set, fact, index) => set & (satisfied[index]?.get(example[fact] ?? null) ?? all), all);
    if (!signatures.has(matching)) signatures.set(matching, { rows: matching, example });
    if (asked.length === 0) break;
  }
  return { facts: group.facts, signatures: [...signatures.values()] };
}

/** The reception table as its independent groups of facts see it. */
export function signedGroups(policy: PolicyDocument): readonly SignedGroup[] {
  const rows = policy.tables.reception;
  const all = bit(rows.length) - 1n;
  return [...occurring(policy), ...numberFacts.map((fact) => numberGroup(fact, rows))].map((group) => signed(group, rows, all));
}
