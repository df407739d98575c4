import type { Considered, ReceptionDecision } from '@lunjie/contracts';
import type { Holds } from '../availability';
import { decideReception, queueFor } from '../decide-reception';
import type { Arrival } from '../facts';
import { lineOf, type Floor, type OfficeMoment } from '../floor';
import type { PostingBody } from '../postings';
import type { Rules } from '../rules';
import type { CreditEnds } from './absence';
import { receive, reversal, type ReceptionIds } from './reception';
import { Refusal } from './refusal';

/** An answered call: what its turn is posted as, and what is told of it in the end. */
export interface CallVerdict {
  /** The decision by which the turn is taken. */
  readonly turn: ReceptionDecision;
  /** The same with what came of it: the caller was another's customer, so the turn is given back with a make-up call. */
  readonly decision: ReceptionDecision;
}

/**
 * Who may not answer: not in the line, suspended, or not certified where the office asks for it (000 3.1.6, P141).
 * @throws Refusal `agent_not_signed_in`, `answerer_uncertified`, `answerer_suspended`
 */
function mustMayAnswer(floor: Floor, rules: Rules, agent: string, now: OfficeMoment): void {
  const standing = floor.agents[agent];
  if (!standing || standing.signedInAt === null) throw new Refusal('agent_not_signed_in');
  const { rotation, phone } = rules.policy.values;
  if (!standing.certifiedCalls && !phone.uncertified_may_answer) throw new Refusal('answerer_uncertified');
  if (rotation.unavailable_when.includes('suspended') && standing.suspendedUntil !== null && standing.suspendedUntil > now.at) throw new Refusal('answerer_suspended');
}

/** Somebody picked up whose turn it was not: they received it, out of turn where it counts; whoever was asked for is still fetched. */
function asAnswered(decision: ReceptionDecision, answeredBy: string): ReceptionDecision {
  if (decision.chosen === answeredBy || decision.by === 'requested' || decision.by === 'named') return decision;
  const place = decision.considered.find(({ agent }) => agent === answeredBy)?.data ?? {};
  const told: readonly Considered[] = [
    { agent: answeredBy, code: 'chosen_answered', data: place },
    ...decision.considered.filter(({ agent }) => agent !== answeredBy).map((entry) => entry.agent === decision.chosen ? { ...entry, code: 'did_not_answer' as const } : entry),
  ];
  return { ...decision, chosen: answeredBy, by: 'turn_holder', waits: false, waitsFor: null, mode: decision.counts || decision.chosen === null ? 'out_of_turn' : decision.mode, passedOver: [], considered: told };
}

/**
 * Whose turn an incoming call is and who has it (000 §2, §5; P03): decided as an arrival of the channel `call`, by who
 * really picked up. The turn of one who answered another's customer is given back with a make-up call where the office
 * makes that up (P30 `answered_anothers_call`; D10.4).
 * @param answeredBy who picked up; null: whose turn it was
 * @throws Refusal for who may not answer, `nobody_answers` where nobody did and nobody could
 */
export function decideCall(floor: Floor, arrival: Arrival, rules: Rules, now: OfficeMoment, answeredBy: string | null): CallVerdict {
  const decided = decideReception(floor, arrival, rules, now);
  if (answeredBy !== null) mustMayAnswer(floor, rules, answeredBy, now);
  const turn = answeredBy === null ? decided : countedAgain(asAnswered(decided, answeredBy), decided, rules);
  const { chosen, counts } = turn;
  if (chosen === null && turn.waits) throw new Refusal('nobody_answers');
  const anothers = counts && arrival.owner !== null && !arrival.owner.lapsed && arrival.owner.owner !== chosen;
  const madeUp = anothers && rules.policy.values.makeup.reasons.includes('answered_anothers_call');
  return { turn, decision: madeUp ? { ...turn, mode: 'reversed', counts: false } : turn };
}

/** A call nobody was free for counts for who picked it up, where its row counts at all. */
function countedAgain(answered: ReceptionDecision, decided: ReceptionDecision, rules: Rules): ReceptionDecision {
  if (decided.chosen !== null || answered.chosen === null) return answered;
  const counts = rules.rows.find(({ row }) => row.id === decided.row)?.row.counts === 'yes';
  return { ...answered, counts, mode: counts ? 'out_of_turn' : 'assist' };
}

/** What an answered call does to the line of calls: its turn is taken and it is over; another's customer gives the turn back. */
export function takeCall(floor: Floor, arrival: Arrival, { turn, decision }: CallVerdict, rules: Rules, ids: ReceptionIds, now: OfficeMoment, ends: CreditEnds): readonly PostingBody[] {
  const begun = receive(floor, arrival, turn, rules, ids, now);
  const started = begun.find((posting) => posting.kind === 'reception_started');
  if (started?.kind !== 'reception_started') return begun;
  const madeUp = decision.mode === 'reversed';
  return [
    ...begun,
    { kind: 'reception_ended', agent: started.agent, reception: ids.reception, how: madeUp ? 'reversed' : 'ended' },
    ...(madeUp ? reversal(floor, rules, started.reception, 'answered_anothers_call', true, ends) : []),
  ];
}

/** Whose turn the next call is; null where nobody could answer it. */
export function nextForCall(floor: Floor, rules: Rules, now: OfficeMoment, holds: Holds = {}): string | null {
  if (lineOf(floor, queueFor(rules, 'call')).length === 0) return null;
  return decideReception(floor, { request: { channel: 'call', says: { firstVisit: 'unclear' } }, owner: null, daysSinceContact: null, referrerOwners: [], holds }, rules, now).chosen;
}
