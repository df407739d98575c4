import type { MoneyFault, MoneyPart } from '../floor/money-fault';
import { digestOf } from '@lunjie/register';
import { storedJson } from '../register/register';
import { sha256 } from '../register/sha256';

/** A row as the database answers it. */
export type Row = Readonly<Record<string, string | number | null>>;

/** What a JSON column must agree with, as far as it speaks of the same. */
export class Covering {
  constructor(readonly parts: Readonly<Record<string, unknown>>) {}
}

/** What a row must be, by its columns. Undefined: no entry says it, so nothing can be proved. */
export type Expected = Readonly<Record<string, unknown>>;

/** The first column in which a row is not what it should be; null where it is. */
export function differenceOf(part: MoneyPart, entry: number, row: Row, expected: Expected): MoneyFault | null {
  for (const [column, value] of Object.entries(expected)) {
    if (value === undefined || isSame(row[column] ?? null, value)) continue;
    return { part, entry, fault: 'differs', column, stored: told(row[column] ?? null), entered: told(value) };
  }
  return null;
}

function isSame(stored: string | number | null, expected: unknown): boolean {
  if (expected === null || stored === null) return expected === stored;
  if (typeof expected === 'number') return Number(stored) === expected;
  if (typeof expected === 'string') return String(stored) === expected;
  const json = storedJson(String(stored));
  if (!(expected instanceof Covering)) return digestIn(json) === digestIn(expected);
  return typeof json === 'object' && json !== null && Object.entries(expected.parts).every(([name, part]) => !(name in json) || digestIn((json as Readonly<Record<string, unknown>>)[name]) === digestIn(part));
}

/** SHA-256 of a JSON value; of none, and of what is no JSON, nothing. */
export function digestIn(value: unknown): string {
  return value === undefined ? '' : digestOf(value, sha256);
}

/** A value to be named: what is long by the beginning of its digest. */
function told(value: unknown): string {
  if (value instanceof Covering) return told(value.parts);
  const text = value === null ? 'nothing' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const isLong = text.length > 80;
  return !isLong ? text : `content of digest ${digestIn(typeof value === 'string' ? storedJson(value) ?? value : value).slice(0, 12)}`;
}
