import type { ReceptionDecision } from '@lunjie/contracts';

/**
 * A reception begun by one agent turns out to be another's customer (S3-22): the owner receives as a hand-back, which
 * costs nobody a turn (I-HB). Where the table sends the visitor to somebody else (the owner is not there), that stands.
 * @param decision what the table decides now that the owner is known
 */
export function asHandback(decision: ReceptionDecision, owner: string): ReceptionDecision {
  if (decision.chosen !== owner) return decision;
  return {
    ...decision, mode: 'handback', counts: false, by: 'owner', ownership: 'keep', passedOver: [],
    considered: decision.considered.map((entry) => entry.agent === owner ? { ...entry, code: 'chosen_handback' as const } : entry),
  };
}
