import type { Both } from '@lunjie/contracts';
import type { Field, Group } from '../fields';

/** What the rules desk says about one value; the texts of another kind of value are refused by the compiler. */
export type FieldWords<F extends Field> = ValueWords & OptionWords<F> & Parts<F>;

export interface ValueWords {
  readonly label: Both;
  /** What the value decides, for somebody who has never seen a policy. */
  readonly help: Both;
  /** What other offices' written rules say here; null where none of them says anything. */
  readonly others: Both | null;
  /** Clauses of the written rules behind the default; null where it is the product's own. */
  readonly clause: string | null;
}

type OptionWords<F extends Field> =
  & (F extends { kind: 'choice' | 'set' | 'order'; options: readonly (infer O extends string)[] } ? { readonly options: Readonly<Record<O, Both>> } : unknown)
  & (F extends { kind: 'map'; keys: readonly (infer K extends string)[]; options: readonly (infer O extends string)[] } ? { readonly keys: Readonly<Record<K, Both>>; readonly options: Readonly<Record<O, Both>> } : unknown)
  & (F extends { kind: 'number' } ? { readonly unit?: Both } : unknown)
  & (F extends { nullable: true } ? { readonly nothing: Both } : unknown);

type Parts<F extends Field> = F extends { kind: 'record' | 'list'; of: infer G extends Group } ? { readonly of: { readonly [N in keyof G]: PartWords<G[N]> } } : unknown;

/** A part of a record or of a list's row: its label, and its options where it has some. */
export type PartWords<F extends Field> = { readonly label: Both } & OptionWords<F>;

export type GroupWords<G extends Group> = { readonly [N in keyof G]: FieldWords<G[N]> };

export const say = (zh: string, en: string): Both => ({ zh, en });

type Pair = readonly [zh: string, en: string];

/** The words every value has: label, help, what others do, and the clause behind the default. */
export function about(label: Pair, help: Pair, others: Pair | null = null, clause: string | null = null): ValueWords {
  return { label: say(...label), help: say(...help), others: others && say(...others), clause };
}

/** Of a value that is written down and nothing is decided by: whoever edits the rules is told so. */
export const forTheRecord = (words: ValueWords): ValueWords => ({ ...words, help: say(`${words.help.zh}只作书面记录，系统不据此判定。`, `${words.help.en} Written down only: nothing is decided by it.`) });

/** Of a value whose matter the rows of a table decide. */
export const decidedByTable = (words: ValueWords): ValueWords => ({ ...words, help: say(`${words.help.zh}只作书面记录，怎样判定写在规则表里。`, `${words.help.en} Written down only: the rows of the rule tables decide.`) });

/** A part's words. */
export const part = (zh: string, en: string): { readonly label: Both } => ({ label: say(zh, en) });

/** What an empty value means. */
export const unset = { nothing: say('不设', 'Not set') };
export const unlimited = { nothing: say('不限', 'No limit') };
export const never = { nothing: say('不失效', 'Never ends') };
