export type Next = () => number;

/** Numbers in [0, 1) that a seed repeats exactly (mulberry32). */
export function seeded(seed: number): Next {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 to the given one, both included. */
export const upTo = (next: Next, most: number): number => Math.floor(next() * (most + 1));

export const oneOf = <T>(next: Next, from: readonly T[]): T => from[upTo(next, from.length - 1)] as T;

/** Some of them in their order, at least one. */
export const someOf = <T>(next: Next, from: readonly T[]): T[] => {
  const some = from.filter(() => next() < 0.4);
  return some.length > 0 ? some : [oneOf(next, from)];
};
