import type { NoticeKind } from './notices';

/** Where one can do something about it, or read more: the first of these pages that is open to the reader. */
export const noticePages: Readonly<Record<NoticeKind, readonly string[]>> = {
  your_turn: ['me'], reception_offered: ['me'], duty_due: ['me', 'desk'],
  makeup_granted: ['turns', 'me'], makeup_lapsing: ['turns', 'me'], makeup_lapsed: ['turns', 'me'], turn_lost: ['turns', 'me'],
  ruled_not_counted: ['turns', 'me'], ruled_counted: ['turns', 'me'], suspended: ['turns', 'me'], suspension_lifted: ['turns', 'me'],
  cover_short: ['desk', 'board'], back_late: ['desk', 'board'], party_receivable: ['desk'], party_waiting: ['desk'], not_counted_claimed: ['desk'], large_order: ['desk'],
  follow_up_overdue: ['me'], follow_up_overdue_of: ['customers'],
  register_fault: ['register', 'audit'], household_known: ['customers', 'desk'], late_registration: ['customers', 'desk'], registrations_pending: ['customers', 'desk'],
  claim_expiring: ['customers', 'me'], claim_lapsed: ['customers', 'me'], customer_pooled: ['pool', 'customers', 'me'], customers_received: ['customers', 'me'], claims_awaiting: ['customers/awaiting', 'customers'],
  soft_deposit_ending: ['deals', 'units'], soft_deposit_lapsed: ['deals', 'units'], unit_hold_ending: ['units'], unit_hold_lapsed: ['units'],
  payment_overdue: ['deals', 'units'], payment_demanded: ['deals', 'units'], payment_breached: ['deals', 'units'], payments_due: ['receipts', 'deals', 'units'],
  dispute_opened: ['disputes'], dispute_moved: ['disputes'], dispute_settled: ['disputes'], dispute_to_rule: ['disputes'], appeal_to_hear: ['disputes'],
  penalty_issued: ['penalties'], penalty_appealed: ['penalties'], penalty_reversed: ['penalties'], penalty_stands: ['penalties'],
  request_yours: ['requests'], request_overdue: ['requests'], request_overdue_of: ['requests'], request_answered: ['requests'], complaint_to_rule: ['requests'],
  report_stored: ['reports'], webhook_given_up: ['people'], mail_given_up: ['people'],
  check_published: ['checks'], check_to_publish: ['checks'], praise_given: ['penalties'], shift_to_take_over: ['handovers'],
};

/** Pages on which each thing has a page of its own, by its id. */
const withOwnPages = ['requests', 'checks', 'handovers'];

/** The address below the console's root of what a notice is about, on one of its pages. @param subject its id, where it has a page of its own */
export function noticeAddress(page: string, subject: string | null): string {
  return subject !== null && withOwnPages.includes(page) ? `/${page}/${encodeURIComponent(subject)}` : `/${page}`;
}
