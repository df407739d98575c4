import { durationUnits, type Duration, type Field, type Group } from '@lunjie/policy';
import { isRecord } from '../draft/document-path';

/** How a control shows a choice that is not made. */
export const nothingChosen = '';

export function choiceShown(value: unknown): string {
  return typeof value === 'string' ? value : nothingChosen;
}

export function choiceWritten(shown: string): string | null {
  return shown === nothingChosen ? null : shown;
}

export function numberShown(value: unknown): string {
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

/** An empty number is no number: where one is needed, that is a fault and not a zero. */
export function numberWritten(shown: string): number | null {
  const number = Number(shown.trim());
  return shown.trim() === '' || !Number.isFinite(number) ? null : number;
}

/** A set keeps the order of its options, so that ticking a box and taking the tick away changes nothing. */
export function setWritten(options: readonly string[], chosen: readonly string[]): readonly string[] {
  return options.filter((option) => chosen.includes(option));
}

export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

export function wordsShown(value: unknown): string {
  return textsOf(value).join('\n');
}

/** One word a line; empty lines and repetitions are nothing. */
export function wordsWritten(shown: string): readonly string[] {
  return [...new Set(shown.split('\n').map((line) => line.trim()).filter((line) => line !== ''))];
}

export function textShown(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function textWritten(shown: string, nullable: boolean): string | null {
  return shown === '' && nullable ? null : shown;
}

export function durationOf(value: unknown): { readonly amount: number | null; readonly unit: Duration['unit'] } | null {
  if (!isRecord(value)) return null;
  const unit = durationUnits.find((each) => each === value['unit']) ?? 'day';
  return { amount: typeof value['amount'] === 'number' ? value['amount'] : null, unit };
}

/** Null takes a key out: what a map does not name follows the rest of the rules. */
export function mapWritten(value: unknown, key: string, option: string | null): Readonly<Record<string, unknown>> {
  const { [key]: _, ...others } = isRecord(value) ? value : {};
  return option === null ? others : { ...others, [key]: option };
}

export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const one = list[from];
  if (one === undefined || to < 0 || to >= list.length) return list;
  const others = list.filter((_, index) => index !== from);
  return [...others.slice(0, to), one, ...others.slice(to)];
}

export function mayBeNothing(field: Field): boolean {
  return 'nullable' in field && field.nullable === true;
}

/** What a value begins as when it is set for the first time. */
export function blankOf(field: Field): unknown {
  if (mayBeNothing(field)) return null;
  return firstOf(field);
}

/** A value that holds something, for a field that may be nothing. */
export function firstOf(field: Field): unknown {
  switch (field.kind) {
    case 'choice': return field.options[0] ?? '';
    case 'order': return field.options.slice(0, 1);
    case 'set': case 'words': case 'list': return [];
    case 'flag': return false;
    case 'number': return field.min;
    case 'duration': return { amount: 1, unit: 'day' } satisfies Duration;
    case 'time': return '09:00';
    case 'text': return '';
    case 'map': return {};
    case 'record': return blankGroup(field.of);
  }
}

export function blankGroup(group: Group): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(group).map(([name, field]) => [name, blankOf(field)]));
}
