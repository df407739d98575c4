import { callFormFields, visitFormFields } from '@lunjie/contracts';
import type { Group } from '../fields';

const formFields = visitFormFields.map((field) => field.name);
const callFields = callFormFields.map((field) => field.name);

/** Rulebook 3.4: who a visitor is, and what their registration needs. */
export const identity = {
  match_keys: { kind: 'choice', rule: 'P40', options: ['phone', 'name_and_phone', 'name_or_phone', 'id', 'face'] },
  phone_form: { kind: 'choice', rule: 'P41', options: ['full', 'first3_last4', 'first4_last3'] },
  household_relations: { kind: 'set', rule: 'P42', options: ['spouse', 'parent', 'child', 'sibling', 'grandparent', 'partner', 'company', 'group'] },
  household_rule: { kind: 'map', rule: 'P43', keys: ['spouse', 'parent', 'child', 'sibling', 'grandparent', 'partner', 'company', 'group'], options: ['first_receiver_all', 'split_equal', 'closer_only'] },
  group_rule: { kind: 'choice', rule: 'P44', options: ['one_agent', 'each_own', 'large_order_report'] },
} as const satisfies Group;

export const register = {
  required_fields: { kind: 'record', rule: 'P45', of: {
    visit: { kind: 'set', rule: 'P45', options: formFields },
    call: { kind: 'set', rule: 'P45', options: callFields },
  } },
  incomplete: { kind: 'choice', rule: 'P46', options: ['void', 'pending', 'complete_at_next_visit'] },
  deadline: { kind: 'choice', rule: 'P47', options: ['none', 'same_day', 'reception_end'] },
  backfill: { kind: 'flag', rule: 'P47' },
  creates_claim_for: { kind: 'map', rule: 'P48', keys: ['visit', 'call', 'online', 'channel'], options: ['none', 'preference', 'claim'] },
  immutable: { kind: 'set', rule: 'P49', options: ['signature', 'time', 'agent', 'all'] },
  custodian: { kind: 'choice', rule: 'P49', options: ['manager', 'supervisor', 'desk'] },
  amend_role: { kind: 'choice', rule: 'P49', options: ['nobody', 'manager', 'supervisor'] },
  missing_at_deal: { kind: 'choice', rule: 'P50', options: ['no_credit', 'manager_decides', 'unpaid_this_period'] },
} as const satisfies Group;

/** Rulebook 3.5: how long a claim lives and what keeps it alive. */
export const validity = {
  visit: { kind: 'duration', rule: 'P60', nullable: true },
  call: { kind: 'duration', rule: 'P61', nullable: true },
  start: { kind: 'choice', rule: 'P62', options: ['first_filing', 'last_visit', 'last_registration', 'last_followup', 'last_effective_followup', 'last_event'] },
  refresh_events: { kind: 'set', rule: 'P63', options: ['visit', 'call', 'follow_up', 'effective_contact', 'registration', 'activity'] },
  refresh_by: { kind: 'duration', rule: 'P63', nullable: true },
  refresh_only_if_longer: { kind: 'flag', rule: 'P63' },
  refresh_max_times: { kind: 'number', rule: 'P63', min: 0, max: 1000, nullable: true },
  hard_cap: { kind: 'duration', rule: 'P64', nullable: true },
  inclusive: { kind: 'flag', rule: 'P65' },
  tested_on: { kind: 'choice', rule: 'P66', options: ['visit', 'deposit', 'signing'] },
  effective_contact: { kind: 'set', rule: 'P67', options: ['connected', 'personal', 'logged'] },
  min_contacts: { kind: 'number', rule: 'P68', min: 0, max: 100 },
  on_expiry: { kind: 'choice', rule: 'P69', options: ['claim_lapses', 'new', 'public_pool', 'manager', 'reassign'] },
  warn_before: { kind: 'duration', rule: 'P71', nullable: true },
} as const satisfies Group;

export const pool = {
  who: { kind: 'choice', rule: 'P70', options: ['nobody', 'agents', 'manager'] },
  grab_limit: { kind: 'number', rule: 'P70', min: 0, max: 10_000, nullable: true },
  cool_down: { kind: 'duration', rule: 'P70', nullable: true },
  retention: { kind: 'duration', rule: 'P70', nullable: true },
} as const satisfies Group;

/** Rulebook 3.5: how often each grade is contacted, and whom an overdue follow-up reaches. */
export const follow_up = {
  cadence: { kind: 'list', rule: 'P72', of: {
    grade: { kind: 'choice', rule: 'P72', options: ['A', 'B', 'C', 'D'] },
    every: { kind: 'duration', rule: 'P72', nullable: true },
  } },
  /** A due day on which the office does not work. */
  on_rest_day: { kind: 'choice', rule: 'P72', options: ['stays', 'before', 'next'] },
  /** How long overdue before the supervisor hears of it, and the manager. */
  supervisor_after: { kind: 'duration', rule: 'P72', nullable: true },
  manager_after: { kind: 'duration', rule: 'P72', nullable: true },
} as const satisfies Group;
