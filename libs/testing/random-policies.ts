import { choiceFacts, numberFacts, ownershipEffects, selectors, uncountedModes, type ChoiceFact } from '@lunjie/contracts';
import { presetIds, presets, type PolicyDocument, type ReceptionRow } from '@lunjie/policy';

/** Numbers in [0, 1) that a seed repeats exactly (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Next = () => number;
type Data = Record<string, unknown>;

const upTo = (next: Next, most: number): number => Math.floor(next() * (most + 1));
const oneOf = <T>(next: Next, from: readonly T[]): T => from[upTo(next, from.length - 1)] as T;
const someOf = <T>(next: Next, from: readonly T[]): T[] => {
  const some = from.filter(() => next() < 0.4);
  return some.length > 0 ? some : [oneOf(next, from)];
};

function randomWhen(next: Next, facts: readonly string[], most: number): Data {
  const when: Data = {};
  for (let count = upTo(next, most); count > 0; count -= 1) {
    const fact = oneOf(next, facts);
    if (fact in choiceFacts) {
      const values = someOf<string>(next, choiceFacts[fact as ChoiceFact]);
      when[fact] = oneOf<unknown>(next, [values[0], values, { not: values }]);
    } else {
      when[fact] = oneOf<unknown>(next, [{ at_least: upTo(next, 5) }, { at_most: upTo(next, 5) }, { is_null: next() < 0.5 }, { at_least: upTo(next, 5), at_most: upTo(next, 5) }]);
    }
  }
  return when;
}

/** A row over some of the vocabulary's facts, of the right form whatever it means. */
export function randomRow(next: Next, id: string, facts: readonly string[] = [...Object.keys(choiceFacts), ...numberFacts], most = 4): ReceptionRow {
  return {
    id, clause: '§1', class: 'new', when: randomWhen(next, facts, most), receiver: next() < 0.2 ? [] : someOf(next, selectors).slice(0, 2),
    counts: oneOf(next, ['yes', 'no', 'if_due'] as const), mode: oneOf(next, uncountedModes), ownership: oneOf(next, ownershipEffects), busy: oneOf(next, ['pass', 'wait', 'parallel'] as const),
  };
}

const odd: readonly unknown[] = [null, '', 'none', -1, 0, 1.5, 1e308, true, [], [null], {}, { amount: 1 }, { not: [] }, '00:00', '24:00', [[]], '__proto__', 'a'.repeat(300)];

/** Puts something else in one place of a document, or takes the place away. */
function spoiled(next: Next, document: Data): Data {
  // Only what lies on the way is copied: a million documents share the rest.
  const copyOf = (value: object): Data => (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Data;
  const copy = copyOf(document);
  let at: Data = copy;
  for (let depth = upTo(next, 4); ; depth -= 1) {
    const names = Object.keys(at);
    if (names.length === 0) return copy;
    const name = oneOf(next, names);
    const inner = at[name];
    if (depth > 0 && typeof inner === 'object' && inner !== null) { at = at[name] = copyOf(inner); continue; }
    if (next() < 0.15) { if (Array.isArray(at)) at.splice(Number(name), 1); else delete at[name]; }
    else if (next() < 0.15) at[`${name}x`] = inner;
    else at[name] = oneOf(next, odd);
    return copy;
  }
}

/** A policy by chance: a preset, often with another reception table, often with something spoiled. */
export function randomPolicy(next: Next, mostRows = 8): unknown {
  const preset = presets[oneOf(next, presetIds)];
  let document: PolicyDocument = preset;
  if (next() < 0.7) {
    const rows = Array.from({ length: upTo(next, mostRows) }, (_, index) => randomRow(next, `row_${index}`));
    document = { ...preset, tables: { ...preset.tables, reception: next() < 0.7 ? [...rows, { ...randomRow(next, 'last_word'), when: {} }] : rows } };
  }
  let candidate = document as unknown as Data;
  for (let times = upTo(next, 2); times > 0; times -= 1) candidate = spoiled(next, candidate);
  return candidate;
}
