import { choiceFacts, numberFacts, ownershipEffects, selectors, uncountedModes, type ChoiceFact, type NumberFact, type ReceptionFactName } from '@lunjie/contracts';
import { isNumberCondition, sentenceOf, type ChoiceCondition, type NumberCondition, type ReceptionRow } from '@lunjie/policy';
import type { Language } from '../../shared/language/languages';
import { isRecord } from '../draft/document-path';

export const allFacts: readonly ReceptionFactName[] = [...(Object.keys(choiceFacts) as ChoiceFact[]), ...numberFacts];
export const counting = ['yes', 'no', 'if_due'] as const satisfies readonly ReceptionRow['counts'][];
export const whenBusy = ['pass', 'wait', 'parallel'] as const satisfies readonly ReceptionRow['busy'][];
export { ownershipEffects, selectors, uncountedModes };

export function isNumberFact(fact: string): fact is NumberFact {
  return numberFacts.some((each) => each === fact);
}

/** The rows of a document that may have faults; what has no form of a row is left to the faults. */
export function rowsOf(table: unknown): readonly ReceptionRow[] {
  return Array.isArray(table) ? table.filter((row): row is ReceptionRow => isRecord(row) && isRecord(row['when']) && Array.isArray(row['receiver'])) : [];
}

/** A row read as a sentence. Words it does not know leave the row its own id. */
export function sentenceOrId(row: ReceptionRow, language: Language): string {
  try {
    return sentenceOf(row, language);
  } catch {
    return row.id;
  }
}

/** An id no other row has: `new_rule`, `new_rule_2`. */
export function freeId(rows: readonly { readonly id: string }[], wanted: string): string {
  const taken = new Set(rows.map(({ id }) => id));
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.replace(/_\d+$/, '').slice(0, 50);
  for (let number = 2; ; number += 1) if (!taken.has(`${stem}_${number}`)) return `${stem}_${number}`;
}

export function blankRow(rows: readonly ReceptionRow[], firstClass: string, clause: string): ReceptionRow {
  return {
    id: freeId(rows, 'new_rule'), clause, class: firstClass, when: { purpose: 'visit' }, receiver: ['turn_holder'],
    counts: 'yes', mode: 'none', ownership: 'receiver', busy: 'pass',
  };
}

/** A row put before the given place. */
export function inserted(rows: readonly ReceptionRow[], at: number, row: ReceptionRow): readonly ReceptionRow[] {
  return [...rows.slice(0, at), row, ...rows.slice(at)];
}

export function without(rows: readonly ReceptionRow[], at: number): readonly ReceptionRow[] {
  return rows.filter((_, index) => index !== at);
}

export function replaced(rows: readonly ReceptionRow[], at: number, row: ReceptionRow): readonly ReceptionRow[] {
  return rows.map((each, index) => index === at ? row : each);
}

/** The copy stands right after its row and has an id of its own. */
export function duplicated(rows: readonly ReceptionRow[], at: number): readonly ReceptionRow[] {
  const row = rows[at];
  return row ? inserted(rows, at + 1, { ...row, id: freeId(rows, row.id) }) : rows;
}

export type AnyCondition = ChoiceCondition | NumberCondition;

/** Null takes the condition away. */
export function withCondition(row: ReceptionRow, fact: ReceptionFactName, condition: AnyCondition | null): ReceptionRow {
  const { [fact]: _, ...others } = row.when as Readonly<Record<string, AnyCondition>>;
  if (condition === null) return { ...row, when: others };
  // A condition that is changed keeps its place in the sentence.
  return { ...row, when: { ...row.when, [fact]: condition } };
}

/** How a choice is asked for: it is one of these, or it is none of them. */
export interface AskedChoice {
  readonly not: boolean;
  readonly values: readonly string[];
}

export function askedChoice(condition: AnyCondition): AskedChoice {
  if (typeof condition === 'string') return { not: false, values: [condition] };
  if (Array.isArray(condition)) return { not: false, values: condition as readonly string[] };
  return isNumberCondition(condition) ? { not: false, values: [] } : { not: true, values: (condition as { readonly not: readonly string[] }).not };
}

/** The shortest way to write it; nothing chosen is no condition. */
export function choiceCondition({ not, values }: AskedChoice): ChoiceCondition | null {
  if (values.length === 0) return null;
  if (not) return { not: values };
  return values.length === 1 ? values[0] ?? null : values;
}

/** The condition a fact begins with when it is taken into a row. */
export function firstCondition(fact: ReceptionFactName): AnyCondition {
  return isNumberFact(fact) ? { at_least: 1 } : choiceFacts[fact][0];
}
