import type { AbsenceReason, PassedOver, ReceptionMode } from '@lunjie/contracts';
import type { FloorAgent, OpenReception, Queue, WaitingVisit } from './floor';

/** What of an agent's employment the line carries. */
export type Who = Pick<FloorAgent, 'rosterPosition' | 'weight' | 'certifiedVisits' | 'certifiedCalls' | 'team'>;

/** A passed-over agent whose turn had been consumed before is skipped: it costs them nothing again. */
export type Passed = PassedOver | { readonly agent: string; readonly reason: string; readonly effect: 'skip' };

/** What happened to the line, one fact a posting. The floor is the fold of them, so each carries all that the policy decided. */
export type PostingBody =
  | { readonly kind: 'day_opened'; readonly date: string; readonly campaign?: string }
  | { readonly kind: 'day_closed' }
  | { readonly kind: 'line_built'; readonly queue: string; readonly order: readonly string[]; readonly basis: Queue['basis']; readonly tieBreak: Queue['tieBreak']; readonly lots: readonly string[]; readonly places?: 'each_team'; readonly closedTo?: readonly string[] }
  | { readonly kind: 'joined'; readonly queue: string; readonly agent: string }
  | { readonly kind: 'moved_to_tail'; readonly queue: string; readonly agent: string; readonly reason: string }
  | { readonly kind: 'turns_skipped'; readonly queue: string; readonly agent: string; readonly turns: number; readonly reason: string }
  | { readonly kind: 'signed_in'; readonly agent: string; readonly who: Who }
  | { readonly kind: 'agent_changed'; readonly agent: string; readonly who: Who }
  | { readonly kind: 'signed_out'; readonly agent: string }
  | { readonly kind: 'left_office'; readonly agent: string }
  | { readonly kind: 'out'; readonly agent: string; readonly reason: AbsenceReason; readonly expectedBackAt: number | null }
  | { readonly kind: 'back'; readonly agent: string }
  | { readonly kind: 'door_duty'; readonly agent: string }
  | { readonly kind: 'suspended'; readonly agent: string; readonly until: number; readonly reason: string }
  | { readonly kind: 'suspension_lifted'; readonly agent: string; readonly reason: string }
  | { readonly kind: 'reordered'; readonly queue: string; readonly order: readonly string[]; readonly reason: string }
  | { readonly kind: 'counter_set'; readonly queue: string; readonly agent: string; readonly newCustomers: number; readonly reason: string }
  | { readonly kind: 'credit_granted'; readonly queue: string; readonly agent: string; readonly reason: string; readonly fromTurn: number; readonly expiresAt: number | null; readonly settles: 'missed' | 'nothing' }
  | { readonly kind: 'missed_turns_lost'; readonly queue: string; readonly agent: string; readonly turns: number; readonly reason: string }
  | { readonly kind: 'credit_lapsed'; readonly queue: string; readonly agent: string; readonly at_turn: number }
  | { readonly kind: 'reception_started'; readonly agent: string; readonly reception: OpenReception }
  | { readonly kind: 'reception_accepted'; readonly agent: string; readonly reception: string }
  | { readonly kind: 'reception_ended'; readonly agent: string; readonly reception: string; readonly how: 'ended' | 'reversed' | 'undone' | 'handed_back' | 'passed_on' | 'day_closed' }
  | { readonly kind: 'turn_taken'; readonly queue: string; readonly agent: string; readonly reception: string; readonly mode: Extract<ReceptionMode, 'in_turn' | 'out_of_turn' | 'credit'>; readonly move: 'rotate' | 'to_tail' | 'owe_turn' | 'stay'; readonly newCustomer: boolean; readonly passedOver: readonly Passed[] }
  | { readonly kind: 'turn_taken_back'; readonly queue: string; readonly agent: string; readonly reception: string; readonly reason: 'undone' | 'handback' | 'not_accepted' }
  | { readonly kind: 'turn_reversed'; readonly queue: string; readonly agent: string; readonly reception: string; readonly newCustomer: boolean; readonly makeup: boolean; readonly reason: string; readonly fromTurn: number; readonly expiresAt: number | null }
  | { readonly kind: 'turn_forfeited'; readonly queue: string; readonly agent: string; readonly reception: string; readonly newCustomer: boolean; readonly reason: string }
  | { readonly kind: 'waiting'; readonly visit: WaitingVisit }
  | { readonly kind: 'waiting_ended'; readonly visit: string; readonly how: 'assigned' | 'left' | 'undone' | 'day_closed' };

/** A posting with its instant; its number in the office's ledger is given when it is written. */
export type Posting = PostingBody & { readonly at: number };

/** The agent a posting concerns, if one. */
export function agentOf(posting: PostingBody): string | null {
  return 'agent' in posting ? posting.agent : null;
}
