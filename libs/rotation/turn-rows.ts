import type { TurnEffect, TurnRowKind } from '@lunjie/contracts';
import type { Posting } from './postings';

/** A posting with its number in the office's ledger. */
export interface NumberedPosting {
  readonly seq: number;
  readonly posting: Posting;
}

/** What a posting did to one agent's turns, or to the whole line (`agent` null). People are ids. */
export interface TurnFact {
  readonly seq: number;
  /** The place among the rows of one posting. */
  readonly place: number;
  readonly at: number;
  readonly queue: string | null;
  readonly agent: string | null;
  readonly kind: TurnRowKind;
  readonly effect: TurnEffect | null;
  readonly reason: string | null;
  readonly until: number | null;
  readonly turns: number;
  /** Who received instead of an agent who was passed over. */
  readonly receiver: string | null;
  readonly reception: string | null;
  readonly order: readonly string[] | null;
}

/** The kinds of postings that concern turns: what `turnFacts` and `turnAccounts` must be given to tell everything. */
export const turnPostingKinds = [
  'turn_taken', 'turn_taken_back', 'turn_reversed', 'turn_forfeited', 'credit_granted', 'credit_lapsed', 'missed_turns_lost', 'turns_skipped', 'moved_to_tail',
  'reordered', 'counter_set', 'suspended', 'suspension_lifted', 'reception_started',
] as const satisfies readonly Posting['kind'][];

type TurnTaken = Extract<Posting, { kind: 'turn_taken' }>;
type Told = Pick<TurnFact, 'kind'> & Partial<Omit<TurnFact, 'seq' | 'place' | 'at' | 'kind'>>;

function takenBy(posting: TurnTaken): readonly Told[] {
  const { queue, reception, agent, mode, move } = posting;
  const effect = move === 'owe_turn' || (mode === 'out_of_turn' && move === 'to_tail') ? move : null;
  return [
    { kind: mode === 'credit' ? 'makeup_used' : 'taken', queue, agent, reception, effect, reason: mode, turns: 1 },
    // Whoever the pointer passed has a row of their own: that is where they look for it.
    ...posting.passedOver.map((passed): Told => ({ kind: 'passed', queue, agent: passed.agent, reception, effect: passed.effect, reason: passed.reason, turns: 1, receiver: agent })),
  ];
}

/** A turn taken back restores what it had done to everybody. */
function takenBack(posting: Extract<Posting, { kind: 'turn_taken_back' }>, taken: TurnTaken | undefined): readonly Told[] {
  const { queue, reception, reason, agent } = posting;
  const costly = taken?.passedOver.filter((passed) => passed.effect !== 'keep_place') ?? [];
  return [
    { kind: 'taken_back', queue, reception, reason, agent, turns: 1 },
    ...costly.map((passed): Told => ({ kind: 'pass_taken_back', queue, reception, reason, agent: passed.agent, effect: passed.effect, turns: 1, receiver: agent })),
  ];
}

function told(posting: Posting, taken: ReadonlyMap<string, TurnTaken>): readonly Told[] {
  switch (posting.kind) {
    case 'turn_taken': return takenBy(posting);
    case 'turn_taken_back': return takenBack(posting, taken.get(posting.reception));
    case 'turn_reversed': return [{ ...about(posting), kind: 'reversed', effect: posting.makeup ? 'credit' : null, reception: posting.reception, turns: 1 }];
    case 'turn_forfeited': return [{ ...about(posting), kind: 'forfeited', effect: 'lose_turn', reception: posting.reception, turns: 1 }];
    case 'credit_granted': return [{ ...about(posting), kind: 'makeup_granted', until: posting.expiresAt, turns: 1 }];
    case 'credit_lapsed': return [{ kind: 'makeup_lapsed', queue: posting.queue, agent: posting.agent, effect: 'lose_turn', turns: 1 }];
    case 'missed_turns_lost': return [{ ...about(posting), kind: 'missed_lost', effect: 'lose_turn', turns: posting.turns }];
    case 'turns_skipped': return [{ ...about(posting), kind: 'turns_skipped', effect: 'lose_turn', turns: posting.turns }];
    case 'moved_to_tail': return [{ ...about(posting), kind: 'moved_to_tail', effect: 'to_tail' }];
    case 'counter_set': return [{ ...about(posting), kind: 'counter_set', turns: posting.newCustomers }];
    case 'reordered': return [{ kind: 'reordered', queue: posting.queue, agent: null, reason: posting.reason, order: posting.order }];
    case 'suspended': return [{ kind: 'suspended', agent: posting.agent, reason: posting.reason, until: posting.until }];
    case 'suspension_lifted': return [{ kind: 'suspension_lifted', agent: posting.agent, reason: posting.reason }];
    case 'reception_started': {
      const { id, mode, counts, queue } = posting.reception;
      return counts ? [] : [{ kind: 'received_uncounted', queue, agent: posting.agent, reason: mode, reception: id }];
    }
    default: return [];
  }
}

function about({ queue, agent, reason }: { readonly queue: string; readonly agent: string; readonly reason: string }): Pick<Told, 'queue' | 'agent' | 'reason'> {
  return { queue, agent, reason };
}

/** Every row the postings of a period come to, oldest first. */
export function turnFacts(postings: Iterable<NumberedPosting>): readonly TurnFact[] {
  const taken = new Map<string, TurnTaken>();
  const facts: TurnFact[] = [];
  for (const { seq, posting } of postings) {
    if (posting.kind === 'turn_taken') taken.set(posting.reception, posting);
    told(posting, taken).forEach((one, place) => facts.push({
      seq, place, at: posting.at, queue: null, agent: null, effect: null, reason: null, until: null, turns: 0, receiver: null, reception: null, order: null, ...one,
    }));
  }
  return facts;
}

/** Whether a row is one of the agent's: their own, or one of the whole line they stood in. */
export function concerns(fact: TurnFact, agent: string): boolean {
  return fact.agent === agent || (fact.agent === null && fact.order?.includes(agent) === true);
}
