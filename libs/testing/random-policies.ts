import { choiceFacts, numberFacts, ownershipEffects, selectors, uncountedModes, type ChoiceFact } from '@lunjie/contracts';
import { presetIds, presets, valueGroups, type Group, type PolicyDocument, type PolicyValues, type ReceptionRow } from '@lunjie/policy';
import { oneOf, someOf, upTo, type Next } from './chance';
import { redrawn } from './random-values';

type Data = Record<string, unknown>;

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

/** A preset, often with another reception table. */
function randomTables(next: Next, mostRows: number): PolicyDocument {
  const preset = presets[oneOf(next, presetIds)];
  if (next() >= 0.7) return preset;
  const rows = Array.from({ length: upTo(next, mostRows) }, (_, index) => randomRow(next, `row_${index}`));
  return { ...preset, tables: { ...preset.tables, reception: next() < 0.7 ? [...rows, { ...randomRow(next, 'last_word'), when: {} }] : rows } };
}

/** A policy by chance: a preset, often with another reception table, often with something spoiled. */
export function randomPolicy(next: Next, mostRows = 8): unknown {
  let candidate = randomTables(next, mostRows) as unknown as Data;
  for (let times = upTo(next, 2); times > 0; times -= 1) candidate = spoiled(next, candidate);
  return candidate;
}

const groups: Readonly<Record<string, Group>> = valueGroups;

/** A policy of the right form with other values in some of its groups; what they mean together may be at fault. */
function redrawnPolicy(next: Next): PolicyDocument {
  const document = randomTables(next, 8);
  const chosen = someOf(next, Object.keys(groups));
  const values: Data = { ...document.values };
  for (const name of chosen) values[name] = redrawn(next, groups[name] ?? {}, values[name] as Data);
  return { ...document, values: values as unknown as PolicyValues };
}

const words = ['id', 'name', 'zh', 'values', 'tables', 'reception', 'ownership', 'penalties', 'when', 'rotation', 'a~b', 'c/d', '', '__proto__', 'constructor', '名'];

/** Anything that can be written as JSON, with the words of a policy in wrong places. */
function garbage(next: Next, depth: number): unknown {
  if (depth === 0 || next() < 0.3) return oneOf(next, odd);
  if (next() < 0.4) return Array.from({ length: upTo(next, 4) }, () => garbage(next, depth - 1));
  // As JSON.parse makes it: `__proto__` is a name like any other.
  return Object.fromEntries(Array.from({ length: upTo(next, 5) }, () => [oneOf(next, words), garbage(next, depth - 1)]));
}

/** What anybody may send as a policy: one of the right form, one with something spoiled, or no policy at all. */
export function anyDocument(next: Next): unknown {
  const kind = next();
  if (kind < 0.4) return redrawnPolicy(next);
  return kind < 0.8 ? randomPolicy(next) : garbage(next, 5);
}
