import type { Rows, Signature, SignedGroup } from './signatures';

/**
 * How much may still be looked at, in signatures: a table people write needs some ten thousand, and one nobody could
 * read must not keep the server from its work.
 */
export interface Effort {
  left: number;
}

/** One signature of each group: an arrival as the table sees it. */
export type Arrival = readonly Signature[];

/** The signatures worth trying: of those that leave the same rows in the way one, and none that leaves more than another. */
function worthTrying(group: SignedGroup, required: Rows, inTheWay: Rows): Signature[] {
  const distinct = new Map<Rows, Signature>();
  for (const signature of group.signatures) {
    if ((signature.rows & required) !== required) continue;
    const left = signature.rows & inTheWay;
    if (left === 0n) return [signature];
    if (!distinct.has(left)) distinct.set(left, signature);
  }
  const kept: [Rows, Signature][] = [];
  for (const [left, signature] of [...distinct].sort(([a], [b]) => (a < b ? -1 : 1))) {
    // A subset is the smaller number, so whatever beats a signature has been kept before it.
    if (!kept.some(([other]) => (other & left) === other)) kept.push([left, signature]);
  }
  return kept.map(([, signature]) => signature);
}

/**
 * An arrival that matches every required row and none of the forbidden ones; null where there is none, 'unknown' where
 * the search was given up.
 */
export function findArrival(groups: readonly SignedGroup[], required: Rows, forbidden: Rows, effort: Effort): Arrival | null | 'unknown' {
  let left = forbidden;
  const chosen: (Signature | undefined)[] = groups.map(() => undefined);
  const open = new Map<number, Signature[]>();
  groups.forEach((_, index) => open.set(index, []));
  // Groups with only one choice are settled first: each may take away what kept another group's choice open.
  for (let settledOne = true; settledOne;) {
    settledOne = false;
    for (const index of open.keys()) {
      const group = groups[index];
      effort.left -= group?.signatures.length ?? 0;
      if (effort.left < 0) return 'unknown';
      const tries = group ? worthTrying(group, required, left) : [];
      const [first] = tries;
      if (!first) return null;
      open.set(index, tries);
      if (tries.length === 1) {
        chosen[index] = first;
        left &= first.rows;
        open.delete(index);
        settledOne = true;
      }
    }
  }
  const order = [...open].sort(([, a], [, b]) => a.length - b.length);
  // What no remaining group can take away stays in the way, whatever is chosen.
  const stays = (from: number): Rows => order.slice(from).reduce((set, [, tries]) => tries.reduce((common, { rows }) => common & rows, set), left);
  const hopeless = order.map((_, depth) => stays(depth));
  const dead = new Set<string>();
  const go = (depth: number, now: Rows): boolean | 'unknown' => {
    const level = order[depth];
    if (!level) return now === 0n;
    if ((now & (hopeless[depth] ?? 0n)) !== 0n) return false;
    const key = `${depth} ${now}`;
    if (dead.has(key)) return false;
    if ((effort.left -= 10) < 0) return 'unknown';
    const [index, tries] = level;
    for (const signature of tries) {
      const found = go(depth + 1, now & signature.rows);
      if (found === 'unknown') return found;
      if (found) { chosen[index] = signature; return true; }
    }
    dead.add(key);
    return false;
  };
  const found = go(0, left);
  if (found === 'unknown') return found;
  return found ? chosen.filter((signature) => signature !== undefined) : null;
}
