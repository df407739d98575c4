import type { Both } from '@lunjie/contracts';
import { groupWords, valueGroups, valueWords, type Field } from '@lunjie/policy';

/** The words of a value or of a part of one, whatever its kind. */
export interface WordsOfField {
  readonly label: Both;
  readonly help?: Both;
  readonly others?: Both | null;
  readonly clause?: string | null;
  readonly options?: Readonly<Record<string, Both>>;
  readonly keys?: Readonly<Record<string, Both>>;
  readonly of?: Readonly<Record<string, WordsOfField>>;
  readonly unit?: Both;
  readonly nothing?: Both;
}

/** One value of the rules: where it stands, how it is declared, what is said of it. */
export interface ValueOfRules {
  readonly path: string;
  readonly field: Field;
  readonly words: WordsOfField;
}

const words: Readonly<Record<string, Readonly<Record<string, WordsOfField>>>> = valueWords;
const titles: Readonly<Record<string, Both>> = groupWords;
const groups: Readonly<Record<string, Readonly<Record<string, Field>>>> = valueGroups;

export const tableNames = ['reception', 'ownership', 'penalties'] as const;
export type TableName = (typeof tableNames)[number];

/** The parts of the rules in the order they are read. */
export const ruleParts: readonly string[] = Object.keys(groupWords);

export function titleOf(part: string): Both {
  return titles[part] ?? { zh: part, en: part };
}

export function isTable(part: string): part is TableName {
  return tableNames.some((table) => table === part);
}

export function valuesOf(part: string): readonly ValueOfRules[] {
  return Object.entries(groups[part] ?? {}).flatMap(([name, field]) => {
    const said = words[part]?.[name];
    return said ? [{ path: `/values/${part}/${name}`, field, words: said }] : [];
  });
}

/** The value a path leads to or into; null for tables and names. */
export function valueOfPath(path: string): ValueOfRules | null {
  const [, root, part, name] = path.split('/');
  return root === 'values' && part && name ? valuesOf(part).find((value) => value.path === `/values/${part}/${name}`) ?? null : null;
}

/** The part of the outline a path belongs to. */
export function partOfPath(path: string): string {
  const [, root, part] = path.split('/');
  return (root === 'values' || root === 'tables') && part ? part : 'name';
}

/** Rulebook number and clause, as the printed rules say it. */
export function sourceOf({ field, words: said }: ValueOfRules): string {
  return said.clause ? `${field.rule} · ${said.clause}` : field.rule;
}
