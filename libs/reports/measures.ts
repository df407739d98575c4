import { mostEntries, type Counted, type Lengths } from '@lunjie/contracts';

/** How many things, with the latest of their entries. */
export function counted(things: readonly { readonly entry: number }[]): Counted {
  return { number: things.length, entries: things.map(({ entry }) => entry).sort((a, b) => b - a).slice(0, mostEntries) };
}

/** Things by a key, in the order in which the keys come. */
export function groupedBy<Thing, Key>(things: readonly Thing[], keyOf: (thing: Thing) => Key): ReadonlyMap<Key, readonly Thing[]> {
  const groups = new Map<Key, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

/** The middle of some lengths, between the two in the middle where their number is even; null of none. */
export function medianOf(lengths: readonly number[]): number | null {
  const sorted = [...lengths].sort((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.length === 0 ? null : Math.round(middle.reduce((sum, each) => sum + each, 0) / middle.length);
}

/** Middle, nearest rank of nine in ten, and the longest. */
export function lengthsOf(lengths: readonly number[]): Lengths {
  const sorted = [...lengths].sort((a, b) => a - b);
  return { number: sorted.length, medianMs: medianOf(sorted), ninetiethMs: sorted[Math.ceil(sorted.length * 0.9) - 1] ?? null, longestMs: sorted.at(-1) ?? null };
}
