import type { PolicyValues } from '../values';
import { standardChecks, standardHandover } from './house-values';

const months = (amount: number) => ({ amount, unit: 'month' as const });
const minutes = (amount: number) => ({ amount, unit: 'minute' as const });
const hours = (amount: number) => ({ amount, unit: 'hour' as const });
const days = (amount: number) => ({ amount, unit: 'day' as const });

const visitorClasses: PolicyValues['counting']['classes'] = [
  { id: 'new', zh: '新客户', en: 'New customer', new_customer: true },
  { id: 'named', zh: '说出顾问姓名的新客户', en: 'New customer who names an agent', new_customer: true },
  { id: 'forgot', zh: '忘记顾问姓名的客户', en: 'Customer who forgot the agent', new_customer: true },
  { id: 'requested', zh: '首访指定顾问', en: 'First visit asking for an agent', new_customer: true },
  { id: 'requested_on_return', zh: '复访另指定顾问', en: 'Return visit asking for another agent', new_customer: false },
  { id: 'owner_refused', zh: '不愿见原顾问', en: 'Refuses the earlier agent', new_customer: false },
  { id: 'return_owner_present', zh: '复访，原顾问在场', en: 'Return visit, owner on site', new_customer: false },
  { id: 'return_owner_absent', zh: '复访，原顾问不在', en: 'Return visit, owner not on site', new_customer: false },
  { id: 'return_named', zh: '复访，说出顾问姓名', en: 'Return visit naming an agent', new_customer: false },
  { id: 'referral', zh: '老带新', en: 'Owner referral', new_customer: true },
  { id: 'after_sale', zh: '售后', en: 'After-sales', new_customer: false },
  { id: 'peer_declared', zh: '表明身份的同行市调', en: 'Declared competitor survey', new_customer: false },
  { id: 'peer_undeclared', zh: '未表明身份的同行', en: 'Undeclared competitor', new_customer: true },
  { id: 'unrelated_proved', zh: '已证实的无关人员', en: 'Proved unrelated', new_customer: false },
  { id: 'seeker_or_directions', zh: '找人、问路', en: 'Looking for someone, asking the way', new_customer: false },
  { id: 'event', zh: '活动来访', en: 'Event visitor', new_customer: false },
  { id: 'off_hours', zh: '非营业时间来访', en: 'Visit outside hours', new_customer: false },
  { id: 'vip_tour', zh: '贵宾参观', en: 'VIP tour', new_customer: false },
  { id: 'channel_escorted', zh: '渠道带看', en: 'Channel escorted', new_customer: false },
  { id: 'call_new', zh: '新来电', en: 'New call', new_customer: true },
  { id: 'call_named', zh: '来电找顾问', en: 'Call asking for an agent', new_customer: false },
  { id: 'call_known', zh: '有归属的客户来电', en: 'Call of somebody\'s customer', new_customer: false },
];

/** The product's own default: 003 where it speaks, 002 for what 003 leaves out, 000 for calls (rulebook Part 3). */
export const standardValues: PolicyValues = {
  rotation: {
    order_basis: 'fixed_roster', tie_break: 'longest_wait',
    queues: [{ id: 'visit', channels: ['visit', 'online'] }, { id: 'call', channels: ['call'] }],
    places: 'each_agent', team_channels: [], reset: 'never', advance: 'cyclic_pointer', last_in_order: 'farthest_present_free', out_of_turn_counted: 'to_tail_now',
    unavailable_when: ['away', 'busy', 'break', 'suspended', 'uncertified'], guest_before_minutes: 30, guest_after_minutes: 30,
    passed_over_effect: {
      official: 'credit', private: 'lose_turn', leave: 'lose_turn', serving: 'lose_turn',
      suspended: 'lose_turn', uncertified: 'lose_turn', not_accepted: 'lose_turn',
    },
    standby_positions: 1, standby_chain: false,
    door_duty: { enabled: false, order: 'forward', makeup: false },
    hours_that_count: { open: '08:30', close: '18:30', count_outside: true },
    undo_window: minutes(2), rejoin_requires: [], max_parallel_customers: null, block_new_while_serving_old: true,
    claim_window: null, night_pause: null, default_weight: 100, supervisor: ['manager', 'supervisor'],
    late_signin: 'none', late_after: null, late_skip_turns: 0, late_fine_yuan: 0, minimum_on_duty: 1, below_minimum: 'refused',
  },
  counting: {
    classes: visitorClasses, reversal_proof: 'joint', reversal_approver: 'manager', reversal_window: null,
    min_reception_minutes: null, mandatory_question: true, question_not_asked: 'none', new_after_inactive: null,
  },
  makeup: {
    reasons: ['official', 'proved_unrelated'], denied_reasons: ['private'], quantity: 'n_missed', cap: null,
    customer_class: 'new_only', timing: 'next_arrival', expiry: 'never', credit_order: 'oldest_first',
  },
  identity: {
    match_keys: 'phone', phone_form: 'full',
    household_relations: ['spouse', 'parent', 'child', 'sibling', 'grandparent'],
    household_rule: { spouse: 'first_receiver_all', parent: 'first_receiver_all', child: 'first_receiver_all', sibling: 'first_receiver_all', grandparent: 'first_receiver_all' },
    group_rule: 'large_order_report',
  },
  register: {
    required_fields: { visit: ['name', 'phone'], call: ['phone'] }, incomplete: 'pending', deadline: 'same_day', backfill: true,
    creates_claim_for: { visit: 'claim', call: 'preference', online: 'preference', channel: 'preference' },
    immutable: ['all'], custodian: 'manager', amend_role: 'nobody', missing_at_deal: 'manager_decides',
  },
  validity: {
    visit: months(2), call: null, start: 'first_filing', refresh_events: [], refresh_by: null, refresh_only_if_longer: true,
    refresh_max_times: null, hard_cap: null, inclusive: true, tested_on: 'visit', effective_contact: ['connected', 'logged'],
    min_contacts: 0, on_expiry: 'claim_lapses', warn_before: days(3),
  },
  pool: { who: 'nobody', grab_limit: null, cool_down: null, retention: null },
  follow_up: { cadence: [{ grade: 'A', every: days(7) }, { grade: 'B', every: days(14) }, { grade: 'C', every: days(30) }, { grade: 'D', every: null }], on_rest_day: 'stays', supervisor_after: days(1), manager_after: days(3) },
  attribution: {
    principle_order: ['first_registration', 'customer_wish'], forgot_mode: 'lookup_valid_split', forgot_claim_window: null,
    credit_and_commission_separate: true, payees: ['agent', 'department'], share_type: 'fixed_percent', notify_owner: 'notify',
    concealment_effect: 'none', assist_reward_source: 'owner_commission', same_day: 'calendar_day',
    named_trigger: 'customer_demands_on_entering', agent_leave_threshold: null, agent_leave_method: 'random', agent_leave_deal_percent: 0,
    agent_transfer_method: 'random', rounding: 'largest_remainder',
  },
  disputes: {
    ladder: ['negotiate', 'department', 'department_manager'], evidence: ['register_time', 'evening_minutes'],
    quarrel_effect: 'department', refusal_effect: 'department', freeze: true, window: null,
    opens_by_itself: true, negotiate_within: { amount: 2, unit: 'day' }, mediate_within: { amount: 2, unit: 'day' }, decide_within: { amount: 3, unit: 'day' }, holds_claims: true,
    appeal_within: { amount: 3, unit: 'day' }, appeal_to: 'admin',
    override_roles: ['manager'], own_team: 'never', penalty_severity_role: 'manager', penalty_appeal_within: { amount: 3, unit: 'day' }, penalty_appeal_to: 'admin',
  },
  channel: {
    mode: 'report_deal', report_protect: null, visit_protect: null, deal_protect: null, performance_protect: null, hard_cap: null,
    lead_time: null, must_escort: false, geofence_metres: null, quota_day: null, quota_month: null, prior_contact_lookback: null,
    renew: 're_report_if_unclaimed', scope: 'project', several_partners: 'first', missing_data: 'natural_visit', confirm: 'site', fresh_after: null,
  },
  phone: { max_rings: 3, max_minutes: 3, callback_days: 7, uncertified_may_answer: false, quiet_hours: { from: '21:00', until: '09:00' } },
  deals: {
    hold_for: days(1), soft_deposit_for: days(3), sign_within: null, subscription_copies: { customer: 1, finance: 1, sales: 2 }, overdue_notice_after: days(1), overdue_breach_after: months(2),
    exchange: 'not_cheaper', exchange_after_contract: false, name_change_fee_yuan: 1_000, cancellation: 'before_contract', forfeited_commission: 'taken_back',
  },
  commission: {
    rates: [{ from_yuan: 0, per_ten_thousand: 40 }], tiers_over: 'deal', team_pool_percent: 0, release: [{ milestone: 'contract', percent: 100 }],
    minimum_receipt_percent: 0, clawback: 'full', unit_change: 'recompute', departure_cutoff: 'signed', requires_record: false, floor_mode: 'competitive',
  },
  reports: { schedule: ['daily', 'weekly', 'monthly'], at: '09:30', monthly_day: 2 },
  change: { effect: 'new_only', deal_tested_on: 'deal_date' },
  escalation: { large_order_units: 3, large_order_role: 'manager' },
  requests: {
    simple_within: hours(2), complex_within: hours(24), investigate_within: days(1), complaint_answer_within: days(2), call_back_within: days(2), rule_within: days(2),
    told: ['owner', 'supervisor', 'manager'], told_next_after: hours(2), ruled_by: ['manager'],
  },
  checks: standardChecks,
  handover: standardHandover,
  reminders: { quiet_hours: { from: '21:00', until: '08:00' } },
  offices: { roles: { sales_manager: 'manager', sales_supervisor: 'supervisor', department_manager: 'manager', project_head: 'manager', clerk: 'desk', reception: 'desk' } },
  privacy: { verdict_view: 'full' },
};
