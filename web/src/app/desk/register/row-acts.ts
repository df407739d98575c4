import type { VisitRow } from '@lunjie/contracts';

export type RowAct = 'undo' | 'end' | 'owner_discovered' | 'not_counted' | 'ruling';

/** What can be done with an arrival of the register at this moment, by this person. */
export function actsOf({ undoUntil, reception, receiver, counts }: VisitRow, now: number, rules: boolean): readonly RowAct[] {
  const running = reception?.state === 'receiving';
  const claim = reception?.notCountedClaim ?? null;
  const acts: readonly (readonly [RowAct, boolean])[] = [
    ['undo', undoUntil !== null && undoUntil > now],
    ['end', running],
    ['owner_discovered', running && receiver !== null],
    ['not_counted', counts && claim === null && (running || reception?.state === 'ended')],
    ['ruling', rules && claim !== null && claim.accepted === null],
  ];
  return acts.filter(([, possible]) => possible).map(([act]) => act);
}
