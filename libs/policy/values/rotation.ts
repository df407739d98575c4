import { absenceReasons, passedOverEffects } from '@lunjie/contracts';
import { named, type Group } from '../fields';

/** Rulebook 3.1: the line, how it is built, how it moves, who may be passed over. */
export const rotation = {
  order_basis: { kind: 'choice', rule: 'P01', options: ['fixed_roster', 'daily_signin', 'manager_checkin', 'self_checkin', 'least_new_customers', 'weighted', 'random', 'manual'] },
  tie_break: { kind: 'choice', rule: 'P02', options: ['roster', 'earliest_signin', 'longest_wait', 'random'] },
  queues: { kind: 'list', rule: 'P03', of: {
    id: { kind: 'text', rule: 'P03' },
    channels: { kind: 'set', rule: 'P03', options: ['visit', 'call', 'online'] },
  } },
  places: { kind: 'choice', rule: 'P03', options: ['each_agent', 'each_team'] },
  /** A team or agency that is not listed stands in every line. */
  team_channels: { kind: 'list', rule: 'P03', of: {
    team: { kind: 'text', rule: 'P03' },
    channels: { kind: 'set', rule: 'P03', options: ['visit', 'call', 'online'] },
  } },
  reset: { kind: 'choice', rule: 'P04', options: ['never', 'daily', 'weekly', 'per_campaign'] },
  advance: { kind: 'choice', rule: 'P05', options: ['cyclic_pointer', 'to_tail'] },
  last_in_order: { kind: 'choice', rule: 'P06', options: ['farthest_present_free', 'farthest_present', 'roster_tail'] },
  out_of_turn_counted: { kind: 'choice', rule: 'P07', options: ['consume_next_turn', 'to_tail_now'] },
  unavailable_when: { kind: 'set', rule: 'P08', options: ['away', 'busy', 'break', 'suspended', 'uncertified', 'overdue_followups', 'pending_guest', 'has_returning_customer', 'at_limit'] },
  /** How long around the hour agreed on an agent awaits the guest: their turn goes past meanwhile. */
  guest_before_minutes: { kind: 'number', rule: 'P08', min: 0, max: 720 },
  guest_after_minutes: { kind: 'number', rule: 'P08', min: 0, max: 720 },
  /** `serving` is an agent busy with another customer; a reason not listed loses the turn. */
  passed_over_effect: { kind: 'map', rule: 'P09', keys: [...absenceReasons, 'suspended', 'uncertified', 'not_accepted', 'overdue_followups', 'pending_guest'], options: passedOverEffects },
  standby_positions: { kind: 'number', rule: 'P10', min: 0, max: 10 },
  standby_chain: { kind: 'flag', rule: 'P10' },
  door_duty: { kind: 'record', rule: 'P11', of: {
    enabled: { kind: 'flag', rule: 'P11' },
    order: { kind: 'choice', rule: 'P11', options: ['forward', 'reverse'] },
    makeup: { kind: 'flag', rule: 'P11' },
  } },
  hours_that_count: { kind: 'record', rule: 'P12', of: {
    open: { kind: 'time', rule: 'P12', nullable: true },
    close: { kind: 'time', rule: 'P12', nullable: true },
    count_outside: { kind: 'flag', rule: 'P12' },
  } },
  undo_window: { kind: 'duration', rule: 'P13', nullable: true },
  rejoin_requires: { kind: 'set', rule: 'P14', options: ['record_saved', 'manager_release'] },
  /** Null: one at a time where `busy` makes unavailable. */
  max_parallel_customers: { kind: 'number', rule: 'P15', min: 1, max: 20, nullable: true },
  block_new_while_serving_old: { kind: 'flag', rule: 'P15' },
  claim_window: { kind: 'duration', rule: 'P16', nullable: true },
  night_pause: { kind: 'record', rule: 'P16', nullable: true, of: {
    from: { kind: 'time', rule: 'P16' },
    to: { kind: 'time', rule: 'P16' },
  } },
  /** Per cent of a full share for an agent without a weight of their own. */
  default_weight: { kind: 'number', rule: 'P17', min: 1, max: 1000 },
  supervisor: { kind: 'set', rule: 'P18', options: ['manager', 'supervisor', 'duty_monitor'] },
  late_signin: { kind: 'choice', rule: 'P19', options: ['none', 'tail', 'skip_n', 'fine'] },
  late_after: { kind: 'time', rule: 'P19', nullable: true },
  late_skip_turns: { kind: 'number', rule: 'P19', min: 0, max: 20 },
  late_fine_yuan: { kind: 'number', rule: 'P19', min: 0, max: 100_000 },
  /** SN-03: agents who must stay on the post while others eat. */
  minimum_on_duty: { kind: 'number', rule: 'SN-03', min: 0, max: 50 },
  /** Whether a manager may let somebody go to a meal although too few would stay. */
  below_minimum: { kind: 'choice', rule: 'SN-03', options: ['refused', 'manager_may'] },
} as const satisfies Group;

/** Rulebook 3.2: what counts, and the classes of visitors. The matrix of P21 is written in the reception table. */
export const counting = {
  classes: { kind: 'list', rule: 'P20', of: {
    ...named('P20'),
    /** A make-up turn that only new customers may use is used by this class. */
    new_customer: { kind: 'flag', rule: 'P33' },
  } },
  reversal_proof: { kind: 'choice', rule: 'P22', options: ['joint', 'agent_only', 'none'] },
  reversal_approver: { kind: 'choice', rule: 'P22', options: ['manager', 'supervisor', 'duty_monitor'] },
  reversal_window: { kind: 'duration', rule: 'P22', nullable: true },
  min_reception_minutes: { kind: 'number', rule: 'P23', min: 0, max: 600, nullable: true },
  mandatory_question: { kind: 'flag', rule: 'P24' },
  question_not_asked: { kind: 'choice', rule: 'P24', options: ['none', 'lose_turn'] },
  new_after_inactive: { kind: 'duration', rule: 'P25', nullable: true },
} as const satisfies Group;

/** Rulebook 3.3: make-up turns. */
export const makeup = {
  reasons: { kind: 'set', rule: 'P30', options: [...absenceReasons, 'proved_unrelated', 'answered_anothers_call', 'voluntary_assist'] },
  denied_reasons: { kind: 'set', rule: 'P31', options: [...absenceReasons, 'developer_intro_buyer', 'own_return_visit'] },
  quantity: { kind: 'choice', rule: 'P32', options: ['one_per_absence', 'n_missed', 'cap'] },
  cap: { kind: 'number', rule: 'P32', min: 1, max: 50, nullable: true },
  customer_class: { kind: 'choice', rule: 'P33', options: ['any_batch', 'new_only'] },
  timing: { kind: 'choice', rule: 'P34', options: ['next_arrival', 'next_round'] },
  expiry: { kind: 'choice', rule: 'P35', options: ['never', 'end_of_day', 'end_of_week', 'end_of_month'] },
  credit_order: { kind: 'choice', rule: 'P36', options: ['oldest_first', 'roster'] },
} as const satisfies Group;
