/** An entry of the register as the money's fold reads it. */
export interface Entered {
  readonly number: number;
  readonly at: number;
  /** Business date. */
  readonly date: string;
  readonly kind: string;
  readonly by: string | null;
  readonly subject: string | null;
  readonly corrects: number | null;
  readonly content: Readonly<Record<string, unknown>>;
}

/** A part of an entry's content; null where it is something else. */
export const textIn = ({ content }: Entered, name: string): string | null => typeof content[name] === 'string' ? content[name] : null;

export const numberIn = ({ content }: Entered, name: string): number | null => typeof content[name] === 'number' ? content[name] : null;

/** The rows a list of an entry names. */
export function rowsIn({ content }: Entered, name: string): readonly Readonly<Record<string, unknown>>[] {
  const list = content[name];
  return Array.isArray(list) ? list.filter((each): each is Readonly<Record<string, unknown>> => typeof each === 'object' && each !== null) : [];
}

/** Names in a list of an entry. */
export function namesIn({ content }: Entered, name: string): readonly string[] {
  const list = content[name];
  return Array.isArray(list) ? list.filter((each): each is string => typeof each === 'string') : [];
}

/** In 分: what an entry's amounts, or its instalments, come to. */
export const sumIn = (entry: Entered, name: 'amounts' | 'instalments'): number => rowsIn(entry, name).reduce((sum, { fen }) => sum + Number(fen), 0);
