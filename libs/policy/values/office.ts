import type { Group } from '../fields';

/** Rulebook 3.9: calls, money, records and the policy's own working. */
export const phone = {
  max_rings: { kind: 'number', rule: 'P140', min: 1, max: 20, nullable: true },
  max_minutes: { kind: 'number', rule: 'P140', min: 1, max: 240, nullable: true },
  callback_days: { kind: 'number', rule: 'P140', min: 1, max: 90, nullable: true },
  uncertified_may_answer: { kind: 'flag', rule: 'P141' },
  /** Customers are left in peace; past midnight where `until` is earlier than `from`. */
  quiet_hours: { kind: 'record', rule: 'P140', nullable: true, of: {
    from: { kind: 'time', rule: 'P140' },
    until: { kind: 'time', rule: 'P140' },
  } },
} as const satisfies Group;

export const commission = {
  rates: { kind: 'list', rule: 'P142', of: {
    from_yuan: { kind: 'number', rule: 'P142', min: 0, max: 1_000_000_000_000 },
    per_ten_thousand: { kind: 'number', rule: 'P142', min: 0, max: 10_000 },
  } },
  tiers_over: { kind: 'choice', rule: 'P142', options: ['deal', 'month_so_far', 'whole_month'] },
  team_pool_percent: { kind: 'number', rule: 'P142', min: 0, max: 100 },
  release: { kind: 'list', rule: 'P143', of: {
    milestone: { kind: 'choice', rule: 'P143', options: ['deposit', 'contract', 'receipt', 'loan', 'delivery'] },
    percent: { kind: 'number', rule: 'P143', min: 0, max: 100 },
  } },
  minimum_receipt_percent: { kind: 'number', rule: 'P143', min: 0, max: 100 },
  clawback: { kind: 'choice', rule: 'P144', options: ['full', 'next_month', 'none'] },
  unit_change: { kind: 'choice', rule: 'P144', options: ['recompute', 'keep'] },
  departure_cutoff: { kind: 'choice', rule: 'P145', options: ['signed', 'signed_and_paid'] },
  requires_record: { kind: 'flag', rule: 'P146' },
  floor_mode: { kind: 'choice', rule: 'P147', options: ['competitive', 'shared_equal'] },
} as const satisfies Group;

export const reports = {
  schedule: { kind: 'set', rule: 'P148', options: ['daily', 'weekly', 'monthly'] },
  at: { kind: 'time', rule: 'P148' },
  monthly_day: { kind: 'number', rule: 'P148', min: 1, max: 28 },
} as const satisfies Group;

export const change = {
  effect: { kind: 'choice', rule: 'P149', options: ['new_only', 'active_recomputed', 'all'] },
  deal_tested_on: { kind: 'choice', rule: 'P149', options: ['deal_date', 'registration_date', 'visit_date'] },
} as const satisfies Group;

export const escalation = {
  large_order_units: { kind: 'number', rule: 'P150', min: 1, max: 1000, nullable: true },
  large_order_role: { kind: 'choice', rule: 'P150', options: ['manager', 'supervisor'] },
} as const satisfies Group;

export const offices = {
  /** Who plays each title of the written rules in this office. */
  roles: { kind: 'map', rule: 'P151', keys: ['sales_manager', 'sales_supervisor', 'department_manager', 'project_head', 'clerk', 'reception'], options: ['admin', 'manager', 'supervisor', 'desk', 'agent', 'finance'] },
} as const satisfies Group;

/** What reaches the office and has to be answered (001; 002 篇4 4.1–4.3; 003 篇十一 五, 七). Hours and days are working time of the office. */
export const requests = {
  simple_within: { kind: 'duration', rule: 'SN-04' },
  complex_within: { kind: 'duration', rule: 'SN-04' },
  investigate_within: { kind: 'duration', rule: 'SN-08' },
  complaint_answer_within: { kind: 'duration', rule: 'SN-08' },
  call_back_within: { kind: 'duration', rule: 'SN-07' },
  rule_within: { kind: 'duration', rule: 'SN-08' },
  told: { kind: 'order', rule: 'SN-07', options: ['owner', 'supervisor', 'manager'] },
  told_next_after: { kind: 'duration', rule: 'SN-07' },
  ruled_by: { kind: 'set', rule: 'SN-08', options: ['admin', 'manager', 'supervisor'] },
} as const satisfies Group;

/** Reminders outside the console. Within quiet hours nobody is mailed; what came up is sent after them. */
export const reminders = {
  quiet_hours: { kind: 'record', rule: 'P71', nullable: true, of: { from: { kind: 'time', rule: 'P71' }, until: { kind: 'time', rule: 'P71' } } },
} as const satisfies Group;

export const privacy = {
  verdict_view: { kind: 'choice', rule: 'P152', options: ['full', 'conclusion_only'] },
} as const satisfies Group;
