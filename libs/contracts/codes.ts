/** How a reception sits in the rotation (rulebook §1.0). */
export const receptionModes = [
  'in_turn', 'out_of_turn', 'credit', 'reversed',
  'assist', 'owner_return', 'designated', 'handback', 'off_hours', 'none',
] as const;
export type ReceptionMode = (typeof receptionModes)[number];

/** Modes a rule may give to a reception that does not count. */
export const uncountedModes = ['assist', 'owner_return', 'designated', 'off_hours', 'none'] as const;
export type UncountedMode = (typeof uncountedModes)[number];

/** Visitor classes the presets use; an office may add its own (P20). */
export const visitorClasses = [
  'new', 'named', 'forgot', 'requested', 'return_owner_present', 'return_owner_absent', 'return_named', 'owner_refused',
  'requested_on_return', 'referral', 'after_sale', 'peer_declared', 'peer_undeclared', 'unrelated_proved',
  'seeker_or_directions', 'event', 'off_hours', 'call_new', 'call_named', 'call_known', 'channel_escorted', 'vip_tour',
] as const;

/** Who a rule may send the visitor to; the first of a rule's list who can receive does. */
export const selectors = ['turn_holder', 'last_in_order', 'owner', 'named', 'requested', 'referrer_owner'] as const;
export type Selector = (typeof selectors)[number];

/** Whose customer the visitor becomes by this reception. */
export const ownershipEffects = ['receiver', 'keep', 'none', 'referrer_owner', 'named', 'escort'] as const;
export type OwnershipEffect = (typeof ownershipEffects)[number];

/** Why somebody was, or was not, the one. Wording lives in the console under `verdict.considered`. */
export const consideredCodes = [
  'chosen_in_turn', 'chosen_out_of_turn', 'chosen_makeup', 'chosen_owner', 'chosen_named', 'chosen_requested',
  'chosen_referrer_owner', 'chosen_last', 'chosen_handback', 'chosen_answered',
  'out', 'break', 'receiving', 'at_limit', 'suspended', 'uncertified', 'overdue_followups', 'pending_guest',
  'returning_customer', 'not_in_line', 'not_accepted', 'refused_by_customer', 'turn_consumed',
  'later_in_line', 'before_the_last', 'credit_not_for_this', 'not_asked_for', 'did_not_answer',
] as const;
export type ConsideredCode = (typeof consideredCodes)[number];

/** Why an agent is away from the line. An office chooses by policy which earn a make-up turn (P30, P31). */
export const absenceReasons = [
  'official', 'private', 'lunch', 'break', 'restroom', 'hotline', 'own_paperwork', 'leave', 'training', 'survey', 'fair',
  'vip_tour', 'helped_colleague', 'colleagues_customer', 'assigned_work', 'after_sale', 'delivery', 'appointment',
  'door_duty', 'serving', 'awaiting_release',
] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

/** The reasons a person may give when going out; the others follow from something else. */
export const statedAbsences = absenceReasons.filter((reason) => reason !== 'leave' && reason !== 'awaiting_release');

/** What passing somebody over does to their turn (P09). */
export const passedOverEffects = ['keep_place', 'lose_turn', 'credit'] as const;
export type PassedOverEffect = (typeof passedOverEffects)[number];

/** Why a make-up turn was given. */
export const creditReasons = ['absence', 'reversed', 'handback', 'undone', 'correction', 'helped'] as const;
export type CreditReason = (typeof creditReasons)[number] | AbsenceReason;

/** How a reception ended. */
export const receptionOutcomes = [
  'interested', 'considering', 'not_interested', 'deposit', 'contract', 'enquiry_only', 'left_early', 'unrelated',
] as const;
export type ReceptionOutcome = (typeof receptionOutcomes)[number];

/** Who a visitor proves to be when a reception is asked not to count (002 §6 note); an open list. */
export const unrelatedClasses = [
  'peer', 'developer_staff', 'own_company_staff', 'ad_agency_staff', 'decoration_company_staff', 'event_company_staff', 'other',
] as const;

export const dutyKinds = ['report_large_order', 'register_customer', 'notify_owner', 'call_back', 'contact_owner', 'read_message'] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** Where a reception stands. */
export const receptionStates = ['offered', 'receiving', 'ended', 'reversed', 'undone', 'handed_back', 'passed_on'] as const;
export type ReceptionState = (typeof receptionStates)[number];

/** Where a visit stands: assigned to somebody, waiting for somebody, served by nobody (asking the way), or gone. */
export const visitStates = ['assigned', 'waiting', 'not_received', 'gone', 'undone'] as const;
export type VisitState = (typeof visitStates)[number];
