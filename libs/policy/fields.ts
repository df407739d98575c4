import type { JsonSchema } from './json-schema';

/**
 * The small vocabulary in which a policy value is declared once: its type in TypeScript, its JSON Schema,
 * its control in the rules editor and its number in the rulebook all come from the declaration.
 */
export type Field =
  | { readonly kind: 'choice'; readonly rule: string; readonly options: readonly string[]; readonly nullable?: boolean }
  | { readonly kind: 'set'; readonly rule: string; readonly options: readonly string[] }
  | { readonly kind: 'order'; readonly rule: string; readonly options: readonly string[] }
  | { readonly kind: 'words'; readonly rule: string }
  | { readonly kind: 'flag'; readonly rule: string; readonly nullable?: boolean }
  | { readonly kind: 'number'; readonly rule: string; readonly min: number; readonly max: number; readonly nullable?: boolean }
  | { readonly kind: 'duration'; readonly rule: string; readonly nullable?: boolean }
  | { readonly kind: 'time'; readonly rule: string; readonly nullable?: boolean }
  | { readonly kind: 'text'; readonly rule: string; readonly nullable?: boolean }
  | { readonly kind: 'map'; readonly rule: string; readonly keys: readonly string[]; readonly options: readonly string[] }
  | { readonly kind: 'record'; readonly rule: string; readonly of: Group; readonly nullable?: boolean }
  | { readonly kind: 'list'; readonly rule: string; readonly of: Group };

export interface Group { readonly [name: string]: Field }

/** What an office names itself, in both languages: the fields every list of such things begins with. @param rule its number in the rulebook */
export const named = <const R extends string>(rule: R) => ({ id: { kind: 'text', rule }, zh: { kind: 'text', rule }, en: { kind: 'text', rule } }) as const satisfies Group;

export const durationUnits = ['second', 'minute', 'hour', 'day', 'week', 'month'] as const;

/** A length of time as an office writes it: "2 months" stays two calendar months. */
export interface Duration {
  readonly amount: number;
  readonly unit: (typeof durationUnits)[number];
}

type Bare<F extends Field> =
  F extends { kind: 'choice'; options: readonly (infer O)[] } ? O
  : F extends { kind: 'set' | 'order'; options: readonly (infer O)[] } ? readonly O[]
  : F extends { kind: 'words' } ? readonly string[]
  : F extends { kind: 'flag' } ? boolean
  : F extends { kind: 'number' } ? number
  : F extends { kind: 'duration' } ? Duration
  : F extends { kind: 'time' | 'text' } ? string
  : F extends { kind: 'map'; keys: readonly (infer K extends string)[]; options: readonly (infer O)[] } ? Readonly<Partial<Record<K, O>>>
  : F extends { kind: 'record'; of: infer G extends Group } ? ValuesOf<G>
  : F extends { kind: 'list'; of: infer G extends Group } ? readonly ValuesOf<G>[]
  : never;

type ValueOf<F extends Field> = F extends { nullable: true } ? Bare<F> | null : Bare<F>;

/** The TypeScript type of the values a group declares. */
export type ValuesOf<G extends Group> = { readonly [N in keyof G]: ValueOf<G[N]> };

function bareSchema(field: Field): JsonSchema {
  switch (field.kind) {
    case 'choice': return { enum: [...field.options] };
    case 'set': return { type: 'array', items: { enum: [...field.options] }, uniqueItems: true };
    case 'order': return { type: 'array', items: { enum: [...field.options] }, uniqueItems: true, minItems: 1 };
    case 'words': return { type: 'array', items: { type: 'string', minLength: 1, maxLength: 60 }, uniqueItems: true, maxItems: 100 };
    case 'flag': return { type: 'boolean' };
    case 'number': return { type: 'number', minimum: field.min, maximum: field.max };
    case 'duration': return {
      type: 'object', additionalProperties: false, required: ['amount', 'unit'],
      properties: { amount: { type: 'integer', minimum: 0, maximum: 100_000 }, unit: { enum: [...durationUnits] } },
    };
    case 'time': return { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' };
    case 'text': return { type: 'string', minLength: 1, maxLength: 200 };
    case 'map': return {
      type: 'object', additionalProperties: false,
      properties: Object.fromEntries(field.keys.map((key) => [key, { enum: [...field.options] }])),
    };
    case 'record': return groupSchema(field.of);
    case 'list': return { type: 'array', items: groupSchema(field.of), maxItems: 200 };
  }
}

/** The JSON Schema of one declared value; its title is the rule's number in the rulebook. */
export function fieldSchema(field: Field): JsonSchema {
  const schema = bareSchema(field);
  const nullable = 'nullable' in field && field.nullable === true;
  return { title: field.rule, ...(nullable ? { anyOf: [schema, { type: 'null' }] } : schema) };
}

/** The JSON Schema of a group of values: every value is required, no other is allowed. */
export function groupSchema(group: Group): JsonSchema {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(group),
    properties: Object.fromEntries(Object.entries(group).map(([name, field]) => [name, fieldSchema(field)])),
  };
}
