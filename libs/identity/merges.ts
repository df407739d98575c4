/** Two entries of one person: `from` is read as `into` for as long as the merge holds. */
export interface Merge {
  readonly from: string;
  readonly into: string;
}

export type MergeFault = 'merge_with_itself' | 'merged_already';

/** Which entry each merged entry is read as, in the end. Entries that are not merged are not in it. */
export function readAs(merges: readonly Merge[]): ReadonlyMap<string, string> {
  const into = new Map(merges.map((merge) => [merge.from, merge.into]));
  return new Map([...into.keys()].map((from) => {
    let last = from;
    // An entry is merged at most once and never into its own: the way ends.
    for (let next = into.get(last); next !== undefined; next = into.get(last)) last = next;
    return [from, last];
  }));
}

/** Why two entries cannot be merged, or null: each must still be read as itself, so that no way leads back to where it began. */
export function mergeFault(merges: readonly Merge[], { from, into }: Merge): MergeFault | null {
  if (from === into) return 'merge_with_itself';
  const read = readAs(merges);
  return read.has(from) || read.has(into) ? 'merged_already' : null;
}
