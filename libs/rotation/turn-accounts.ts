import type { Posting } from './postings';
import type { NumberedPosting } from './turn-rows';

/** What an account grew by: due = taken + owed + lost. */
export interface TurnAccount {
  readonly due: number;
  readonly taken: number;
  readonly owed: number;
  readonly lost: number;
}

type TurnTaken = Extract<Posting, { kind: 'turn_taken' }>;
type QueuePosting = Extract<Posting, { queue: string }>;
type Change = readonly [agent: string, change: Partial<TurnAccount>];

const nothing: TurnAccount = { due: 0, taken: 0, owed: 0, lost: 0 };

function turn({ agent, mode, passedOver }: TurnTaken): readonly Change[] {
  return [
    [agent, mode === 'credit' ? { owed: -1, taken: 1 } : { due: 1, taken: 1 }],
    ...passedOver.flatMap((passed): Change[] => passed.effect === 'lose_turn' ? [[passed.agent, { due: 1, lost: 1 }]] : passed.effect === 'credit' ? [[passed.agent, { due: 1, owed: 1 }]] : []),
  ];
}

function changes(posting: QueuePosting): readonly Change[] {
  switch (posting.kind) {
    case 'turn_taken': return turn(posting);
    case 'turn_reversed': return [[posting.agent, posting.makeup ? { taken: -1, owed: 1 } : { taken: -1, due: -1 }]];
    case 'turn_forfeited': return [[posting.agent, { taken: -1, lost: 1 }]];
    case 'turns_skipped': return [[posting.agent, { due: posting.turns, lost: posting.turns }]];
    case 'credit_granted': return posting.settles === 'missed' ? [] : [[posting.agent, { due: 1, owed: 1 }]];
    case 'credit_lapsed': return [[posting.agent, { owed: -1, lost: 1 }]];
    case 'missed_turns_lost': return [[posting.agent, { owed: -posting.turns, lost: posting.turns }]];
    default: return [];
  }
}

function negated([agent, { due = 0, taken = 0, owed = 0, lost = 0 }]: Change): Change {
  return [agent, { due: -due, taken: -taken, owed: -owed, lost: -lost }];
}

/**
 * What the postings of a period did to each agent's account, by queue. It says what the fold of the line says
 * (turn-accounts.spec.ts holds the two together) without building the line, which pages read often would pay for.
 */
export function turnAccounts(postings: readonly NumberedPosting[]): ReadonlyMap<string, ReadonlyMap<string, TurnAccount>> {
  const queues = new Map<string, Map<string, TurnAccount>>();
  /** Only the latest turn of a queue can be taken back exactly. */
  const latest = new Map<string, TurnTaken | null>();
  for (const { posting } of postings) {
    if (!('queue' in posting)) continue;
    const last = latest.get(posting.queue);
    const isBack = posting.kind === 'turn_taken_back';
    const made = !isBack ? changes(posting) : last?.reception === posting.reception ? turn(last).map(negated) : [];
    if (!isBack || made.length > 0) latest.set(posting.queue, posting.kind === 'turn_taken' ? posting : null);
    const accounts = queues.get(posting.queue) ?? new Map<string, TurnAccount>();
    queues.set(posting.queue, accounts);
    for (const [agent, { due = 0, taken = 0, owed = 0, lost = 0 }] of made) {
      const before = accounts.get(agent) ?? nothing;
      accounts.set(agent, { due: before.due + due, taken: before.taken + taken, owed: before.owed + owed, lost: before.lost + lost });
    }
  }
  return queues;
}
