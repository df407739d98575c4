import { isNumberCondition, ownershipSentence, penaltySentence, sentenceOf, tableWords, type ChoiceCondition, type NumberCondition, type OwnershipRow, type PenaltyRow, type ReceptionRow, type TableInWords } from '@lunjie/policy';
import type { Language } from '../../shared/language/languages';
import { isRecord } from '../draft/document-path';
import type { TableName } from '../values/rule-words';

/** A row of any of the tables; what its columns hold is said by `tableWords`. */
export interface TableRow {
  readonly id: string;
  readonly clause: string;
  readonly [column: string]: unknown;
}

export type TableFacts = NonNullable<TableInWords['facts']>;
export type AnyCondition = ChoiceCondition | NumberCondition;

/** The rows of a document that may have faults; what has no form of a row is left to the faults. */
export function rowsOf(table: TableName, value: unknown): readonly TableRow[] {
  const { facts, columns } = tableWords[table];
  const lists = columns.filter(({ field: { kind } }) => kind === 'order' || kind === 'list');
  return Array.isArray(value) ? value.filter((row): row is TableRow =>
    isRecord(row) && typeof row['id'] === 'string' && (!facts || isRecord(row['when'])) && lists.every(({ name }) => Array.isArray(row[name]))) : [];
}

/** A row read as a sentence. Words it does not know leave the row its own id. */
export function rowInWords(table: TableName, row: TableRow, language: Language): string {
  try {
    switch (table) {
      case 'reception': return sentenceOf(row as unknown as ReceptionRow, language);
      case 'ownership': return ownershipSentence(row as unknown as OwnershipRow, language);
      case 'penalties': return penaltySentence(row as unknown as PenaltyRow, language);
    }
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

export function blankRow(table: TableName, rows: readonly TableRow[], clause: string, changes: Readonly<Record<string, unknown>> = {}): TableRow {
  return { id: freeId(rows, 'new_rule'), clause, ...tableWords[table].blank, ...changes };
}

/** A row put before the given place. */
export function inserted(rows: readonly TableRow[], at: number, row: TableRow): readonly TableRow[] {
  return [...rows.slice(0, at), row, ...rows.slice(at)];
}

export function without(rows: readonly TableRow[], at: number): readonly TableRow[] {
  return rows.filter((_, index) => index !== at);
}

export function replaced(rows: readonly TableRow[], at: number, row: TableRow): readonly TableRow[] {
  return rows.map((each, index) => index === at ? row : each);
}

/** The copy stands right after its row and has an id of its own. */
export function duplicated(rows: readonly TableRow[], at: number): readonly TableRow[] {
  const row = rows[at];
  return row ? inserted(rows, at + 1, { ...row, id: freeId(rows, row.id) }) : rows;
}

/** The conditions of a row, those over facts nobody knows left to the faults. */
export function conditionsOf(row: TableRow, facts: TableFacts): readonly { readonly fact: string; readonly condition: AnyCondition }[] {
  const when = row['when'];
  return isRecord(when) ? Object.entries(when).filter(([fact]) => fact in facts.choices || fact in facts.numbers).map(([fact, condition]) => ({ fact, condition: condition as AnyCondition })) : [];
}

/** Null takes the condition away. */
export function withCondition(row: TableRow, fact: string, condition: AnyCondition | null): TableRow {
  const when = isRecord(row['when']) ? row['when'] : {};
  const { [fact]: _, ...others } = when;
  if (condition === null) return { ...row, when: others };
  // A condition that is changed keeps its place in the sentence.
  return { ...row, when: { ...when, [fact]: condition } };
}

/** What a column holds now. Parts of a list's entries that are left empty are left out: a share has no range unless it has one. */
export function withColumn(row: TableRow, column: string, value: unknown): TableRow {
  if (!Array.isArray(value)) return { ...row, [column]: value };
  return { ...row, [column]: value.map((entry: unknown) => isRecord(entry) ? Object.fromEntries(Object.entries(entry).filter(([, part]) => part !== null)) : entry) };
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
export function firstCondition(facts: TableFacts, fact: string): AnyCondition {
  return Object.keys(facts.choices[fact]?.values ?? {})[0] ?? { at_least: 1 };
}
