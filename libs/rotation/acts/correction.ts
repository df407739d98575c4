import type { TurnCorrection } from '@lunjie/contracts';
import { standsIn, type Floor, type Queue } from '../floor';
import type { PostingBody } from '../postings';
import type { Rules } from '../rules';
import { creditTerms, type CreditEnds } from './absence';
import { Refusal } from './refusal';

function times(turns: number, posting: PostingBody): readonly PostingBody[] {
  return Array.from({ length: turns }, () => posting);
}

function lapsed(queue: Queue, agent: string, turns: number): readonly PostingBody[] {
  const left = queue.credits.filter((credit) => credit.agent === agent).length;
  if (left < turns) throw new Refusal('makeup_too_few', { turns, left });
  return times(turns, { kind: 'credit_lapsed', queue: queue.id, agent, at_turn: queue.turn });
}

/**
 * A manager corrects an agent's turns in the first queue whose line they stand in: gives make-up turns, withdraws some
 * that were given, or takes turns away. Nothing earlier is altered.
 * @throws Refusal `agent_not_signed_in` for who stands in no line, `makeup_too_few`
 */
export function correctTurns(floor: Floor, rules: Rules, agent: string, correction: { readonly kind: TurnCorrection; readonly turns: number }, ends: CreditEnds): readonly PostingBody[] {
  const { kind, turns } = correction;
  const queue = rules.policy.values.rotation.queues.map(({ id }) => floor.queues[id]).find((held) => held !== undefined && standsIn(floor, held, agent));
  if (!queue) throw new Refusal('agent_not_signed_in');
  switch (kind) {
    case 'grant_makeup': return times(turns, { kind: 'credit_granted', queue: queue.id, agent, reason: 'correction', settles: 'nothing', ...creditTerms(queue, rules, ends) });
    case 'withdraw_makeup': return lapsed(queue, agent, turns);
    case 'take_turns': return [{ kind: 'turns_skipped', queue: queue.id, agent, turns, reason: 'correction' }];
  }
}
