import type { ReceptionDecision } from '@lunjie/contracts';
import type { Floor, OfficeMoment, OpenReception } from '../floor';
import type { Arrival } from '../facts';
import { queueFor } from '../decide-reception';
import { lookAlong } from '../turn';
import type { PostingBody } from '../postings';
import type { Rules } from '../rules';
import { creditTerms, settleMissed, type CreditEnds } from './absence';
import { Refusal } from './refusal';

export interface ReceptionIds {
  readonly visit: string;
  readonly reception: string;
}

function acceptBy(rules: Rules, now: OfficeMoment): number | null {
  const window = rules.policy.values.rotation.claim_window;
  if (window === null) return null;
  const seconds = { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800, month: 2_592_000 }[window.unit];
  return now.at + window.amount * seconds * 1000;
}

function turnPosting(floor: Floor, decision: ReceptionDecision, arrival: Arrival, rules: Rules, reception: OpenReception, now: OfficeMoment): readonly PostingBody[] {
  const { mode, chosen } = decision;
  if (!decision.counts || chosen === null || (mode !== 'in_turn' && mode !== 'out_of_turn' && mode !== 'credit')) return [];
  const { advance, out_of_turn_counted: outOfTurn } = rules.policy.values.rotation;
  const move = mode === 'credit' ? 'stay' as const
    : mode === 'out_of_turn' ? (outOfTurn === 'to_tail_now' ? 'to_tail' as const : 'owe_turn' as const)
    : advance === 'cyclic_pointer' ? 'rotate' as const : 'to_tail' as const;
  const passedOver = mode === 'in_turn' ? lookAlong(floor, reception.queue, arrival, rules, now.at).passed : [];
  return [{ kind: 'turn_taken', queue: reception.queue, agent: chosen, reception: reception.id, mode, move, newCustomer: reception.newCustomer, passedOver }];
}

/** What a decision does to the line: the reception begins and its turn is taken, or the party waits. */
export function receive(floor: Floor, arrival: Arrival, decision: ReceptionDecision, rules: Rules, ids: ReceptionIds, now: OfficeMoment): readonly PostingBody[] {
  const queue = queueFor(rules, arrival.request.channel ?? 'visit');
  const waitsAlready = floor.waiting.some((party) => party.visit === ids.visit);
  if (decision.chosen === null) {
    if (!decision.waits || waitsAlready) return [];
    return [{ kind: 'waiting', visit: { visit: ids.visit, queue, since: now.at, waitsFor: decision.waitsFor } }];
  }
  const reception: OpenReception = {
    id: ids.reception, visit: ids.visit, agent: decision.chosen, queue, mode: decision.mode, counts: decision.counts,
    newCustomer: rules.newClasses.has(decision.visitorClass), since: now.at, acceptBy: acceptBy(rules, now),
  };
  return [
    ...(waitsAlready ? [{ kind: 'waiting_ended' as const, visit: ids.visit, how: 'assigned' as const }] : []),
    { kind: 'reception_started', agent: decision.chosen, reception },
    ...turnPosting(floor, decision, arrival, rules, reception, now),
  ];
}

function openReception(floor: Floor, id: string): OpenReception {
  const open = floor.receptions[id];
  if (!open) throw new Refusal('reception_not_open');
  return open;
}

/** The agent answers the call. Accepting twice changes nothing. */
export function accept(floor: Floor, id: string): readonly PostingBody[] {
  const open = openReception(floor, id);
  return open.acceptBy === null ? [] : [{ kind: 'reception_accepted', agent: open.agent, reception: id }];
}

/**
 * A reception ends; the agent rejoins at once or when a manager releases them (P14). One shorter than the policy's least time does not count and its turn is made up (P23); turns missed
 * meanwhile that earn a make-up are settled.
 */
export function endReception(floor: Floor, rules: Rules, id: string, ends: CreditEnds, now: OfficeMoment): readonly PostingBody[] {
  const open = openReception(floor, id);
  const least = rules.policy.values.counting.min_reception_minutes;
  const tooShort = open.counts && least !== null && now.at - open.since < least * 60_000;
  return [
    { kind: 'reception_ended', agent: open.agent, reception: id, how: 'ended' },
    ...(rules.policy.values.rotation.rejoin_requires.includes('manager_release')
      ? [{ kind: 'out' as const, agent: open.agent, reason: 'awaiting_release' as const, expectedBackAt: null }] : []),
    ...(tooShort ? reversal(floor, rules, open, 'too_short', true, ends) : []),
    ...settleMissed(floor, rules, open.agent, 'serving', ends),
  ];
}

/** A turn that was counted is not, with or without a make-up turn for it. */
export function reversal(floor: Floor, rules: Rules, reception: Pick<OpenReception, 'id' | 'agent' | 'queue' | 'newCustomer'>, reason: string, makeup: boolean, ends: CreditEnds): readonly PostingBody[] {
  const queue = floor.queues[reception.queue];
  if (!queue) return [];
  return [{ kind: 'turn_reversed', queue: queue.id, agent: reception.agent, reception: reception.id, newCustomer: reception.newCustomer, makeup, reason, ...creditTerms(queue, rules, ends) }];
}

/**
 * A counted reception is declared not counted (S2-11): the line keeps its rotation, the agent gets one make-up turn
 * where the policy makes up a visitor proved unrelated (P30).
 * @param reception the reception, ended or still open
 */
export function reverseReception(floor: Floor, rules: Rules, reception: Pick<OpenReception, 'id' | 'agent' | 'queue' | 'newCustomer' | 'counts'>, ends: CreditEnds): readonly PostingBody[] {
  if (!reception.counts) throw new Refusal('not_counted_already');
  const makeup = rules.policy.values.makeup.reasons.includes('proved_unrelated');
  return [
    ...(floor.receptions[reception.id] ? [{ kind: 'reception_ended' as const, agent: reception.agent, reception: reception.id, how: 'reversed' as const }] : []),
    ...reversal(floor, rules, reception, 'proved_unrelated', makeup, ends),
  ];
}

/**
 * Takes a reception away from its agent at no cost to anybody (undo P13; hand-back I-HB): the latest turn is taken back
 * exactly; where the line has moved since, it keeps its rotation and the agent gets a make-up turn.
 */
export function withdraw(floor: Floor, rules: Rules, reception: Pick<OpenReception, 'id' | 'agent' | 'queue' | 'newCustomer' | 'counts'>, how: 'undone' | 'handed_back', ends: CreditEnds): readonly PostingBody[] {
  const ended: PostingBody[] = floor.receptions[reception.id] ? [{ kind: 'reception_ended', agent: reception.agent, reception: reception.id, how }] : [];
  if (!reception.counts) return ended;
  const reason = how === 'undone' ? 'undone' as const : 'handback' as const;
  const latest = floor.queues[reception.queue]?.lastTurn?.reception === reception.id;
  return [
    ...ended,
    ...(latest
      ? [{ kind: 'turn_taken_back' as const, queue: reception.queue, agent: reception.agent, reception: reception.id, reason }]
      : reversal(floor, rules, reception, reason, true, ends)),
  ];
}

/** An offer nobody accepted in time (P16): the turn is given back to be decided anew without them, or forfeited where the line has moved. */
export function passOn(floor: Floor, id: string): readonly PostingBody[] {
  const open = openReception(floor, id);
  const ended: PostingBody = { kind: 'reception_ended', agent: open.agent, reception: id, how: 'passed_on' };
  if (!open.counts) return [ended];
  const latest = floor.queues[open.queue]?.lastTurn?.reception === id;
  return [ended, latest
    ? { kind: 'turn_taken_back', queue: open.queue, agent: open.agent, reception: id, reason: 'not_accepted' }
    : { kind: 'turn_forfeited', queue: open.queue, agent: open.agent, reception: id, newCustomer: open.newCustomer, reason: 'not_accepted' }];
}
