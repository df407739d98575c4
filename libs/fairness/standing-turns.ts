import type { NumberedPosting, Posting } from '@lunjie/rotation';

type TurnTaken = Extract<Posting, { kind: 'turn_taken' }>;

/** A posting that took a turn, with whatever its reader keeps beside it. */
export type Taken<T extends NumberedPosting> = T & { readonly posting: TurnTaken };

function isTaken<T extends NumberedPosting>(one: T): one is Taken<T> {
  return one.posting.kind === 'turn_taken';
}

/**
 * The counted turns that still stand: what was undone, handed back, passed on or declared not counted since was nobody's
 * turn, and its visit's next reception has a posting of its own.
 * @param postings those of the period and all that came after it, oldest first
 */
export function standingTurns<T extends NumberedPosting>(postings: Iterable<T>): readonly Taken<T>[] {
  const turns = new Map<string, Taken<T>>();
  for (const one of postings) {
    if (isTaken(one)) turns.set(one.posting.reception, one);
    else if (one.posting.kind === 'turn_taken_back' || one.posting.kind === 'turn_reversed' || one.posting.kind === 'turn_forfeited') turns.delete(one.posting.reception);
  }
  return [...turns.values()];
}

/**
 * By how much the make-up turns an agent holds in a queue grew through the postings; who is not named holds what they held.
 * @param before those just before: a turn taken in them may be taken back since
 */
export function makeupsSince(postings: Iterable<NumberedPosting>, queue: string, before: Iterable<NumberedPosting> = []): ReadonlyMap<string, number> {
  const grown = new Map<string, number>();
  const used = new Set<string>();
  for (const { posting } of before) if (posting.kind === 'turn_taken' && posting.mode === 'credit') used.add(posting.reception);
  const add = (agent: string, by: number): void => { grown.set(agent, (grown.get(agent) ?? 0) + by); };
  for (const { posting } of postings) {
    if (!('queue' in posting) || posting.queue !== queue) continue;
    switch (posting.kind) {
      case 'credit_granted': add(posting.agent, 1); break;
      case 'credit_lapsed': add(posting.agent, -1); break;
      case 'turn_reversed': if (posting.makeup) add(posting.agent, 1); break;
      case 'turn_taken': if (posting.mode === 'credit') { add(posting.agent, -1); used.add(posting.reception); } break;
      // Taken back exactly, the make-up is there again.
      case 'turn_taken_back': if (used.delete(posting.reception)) add(posting.agent, 1); break;
      default: break;
    }
  }
  return grown;
}
