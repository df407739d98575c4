import type { Group } from '../fields';

/** Rulebook 3.6: the principles and the switches around the ownership table. */
export const attribution = {
  principle_order: { kind: 'order', rule: 'P80', options: ['first_registration', 'validity', 'customer_wish', 'closer', 'escorted_visit', 'process_logged'] },
  forgot_mode: { kind: 'choice', rule: 'P81g', options: ['new_only', 'lookup_valid_split', 'claim_window'] },
  forgot_claim_window: { kind: 'duration', rule: 'P81g', nullable: true },
  credit_and_commission_separate: { kind: 'flag', rule: 'P82' },
  payees: { kind: 'set', rule: 'P83', options: ['agent', 'department', 'team_pool', 'house', 'referrer', 'channel'] },
  share_type: { kind: 'choice', rule: 'P84', options: ['fixed_percent', 'range', 'role_shares', 'flat_amount'] },
  notify_owner: { kind: 'choice', rule: 'P86', options: ['none', 'notify', 'consent'] },
  concealment_effect: { kind: 'choice', rule: 'P86', options: ['none', 'owner_all'] },
  assist_reward_source: { kind: 'choice', rule: 'P87', options: ['owner_commission', 'pool', 'none'] },
  same_day: { kind: 'choice', rule: 'P88', options: ['calendar_day', 'before_close', 'on_the_spot'] },
  named_trigger: { kind: 'choice', rule: 'P89', options: ['customer_says_contact', 'customer_demands', 'customer_demands_on_entering'] },
  agent_leave_threshold: { kind: 'duration', rule: 'P91', nullable: true },
  agent_leave_method: { kind: 'choice', rule: 'P91', options: ['random', 'manual', 'rotation', 'pool'] },
  /** What of a running deal's commission goes to who takes its customer over. */
  agent_leave_deal_percent: { kind: 'number', rule: 'P91', min: 0, max: 100 },
  agent_transfer_method: { kind: 'choice', rule: 'P92', options: ['random', 'manual', 'rotation', 'pool', 'keeps'] },
  rounding: { kind: 'choice', rule: 'P93', options: ['largest_remainder'] },
} as const satisfies Group;

/** Rulebook 3.7: disputes and overrides. */
export const disputes = {
  ladder: { kind: 'order', rule: 'P100', options: ['negotiate', 'supervisor', 'department', 'manager', 'department_manager'] },
  evidence: { kind: 'order', rule: 'P101', options: ['register_time', 'evening_minutes', 'system_record', 'report', 'check_in', 'follow_up_log'] },
  quarrel_effect: { kind: 'choice', rule: 'P102', options: ['none', 'department', 'house'] },
  refusal_effect: { kind: 'choice', rule: 'P102', options: ['none', 'department', 'house'] },
  freeze: { kind: 'flag', rule: 'P103' },
  window: { kind: 'duration', rule: 'P104', nullable: true },
  opens_by_itself: { kind: 'flag', rule: 'P100' },
  negotiate_within: { kind: 'duration', rule: 'P100', nullable: true },
  mediate_within: { kind: 'duration', rule: 'P100', nullable: true },
  decide_within: { kind: 'duration', rule: 'P100', nullable: true },
  holds_claims: { kind: 'flag', rule: 'P103' },
  appeal_within: { kind: 'duration', rule: 'P105', nullable: true },
  appeal_to: { kind: 'choice', rule: 'P105', options: ['manager', 'supervisor', 'admin'] },
  override_roles: { kind: 'set', rule: 'P105', options: ['manager', 'supervisor', 'admin'] },
  own_team: { kind: 'choice', rule: 'P105', options: ['rules', 'rules_within', 'never'] },
  penalty_severity_role: { kind: 'choice', rule: 'P107', options: ['manager', 'supervisor'] },
  penalty_appeal_within: { kind: 'duration', rule: 'P107', nullable: true },
  penalty_appeal_to: { kind: 'choice', rule: 'P107', options: ['manager', 'supervisor', 'admin'] },
} as const satisfies Group;

/** Rulebook 3.8: channel reports. */
export const channel = {
  mode: { kind: 'choice', rule: 'P120', options: ['none', 'report_deal', 'report_visit_deal', 'visit_deal', 'visit_wins'] },
  report_protect: { kind: 'duration', rule: 'P121', nullable: true },
  visit_protect: { kind: 'duration', rule: 'P122', nullable: true },
  deal_protect: { kind: 'duration', rule: 'P122', nullable: true },
  performance_protect: { kind: 'duration', rule: 'P122', nullable: true },
  hard_cap: { kind: 'duration', rule: 'P122', nullable: true },
  lead_time: { kind: 'duration', rule: 'P123', nullable: true },
  must_escort: { kind: 'flag', rule: 'P124' },
  geofence_metres: { kind: 'number', rule: 'P124', min: 1, max: 100_000, nullable: true },
  quota_day: { kind: 'number', rule: 'P124', min: 0, max: 100_000, nullable: true },
  quota_month: { kind: 'number', rule: 'P124', min: 0, max: 1_000_000, nullable: true },
  prior_contact_lookback: { kind: 'duration', rule: 'P125', nullable: true },
  renew: { kind: 'choice', rule: 'P126', options: ['auto', 're_report_if_unclaimed', 'in_person'] },
  scope: { kind: 'choice', rule: 'P127', options: ['project', 'company'] },
  several_partners: { kind: 'choice', rule: 'P128', options: ['first', 'last', 'equal'] },
  missing_data: { kind: 'choice', rule: 'P129', options: ['natural_visit', 'pending', 'reject'] },
  confirm: { kind: 'choice', rule: 'P130', options: ['auto', 'site', 'developer'] },
  fresh_after: { kind: 'duration', rule: 'P131', nullable: true },
} as const satisfies Group;
