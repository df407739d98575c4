import type { Notice, NoticeKind } from '@lunjie/contracts';

/** What telling needs of the console's words and clock. */
export interface NoticeSpeech {
  readonly t: (key: string, values?: Record<string, unknown>) => string;
  readonly has: (key: string) => boolean;
  readonly time: (at: number) => string;
}

/** A notice in one sentence. */
export function tellNotice(notice: Notice, speech: NoticeSpeech): string {
  const { t } = speech;
  const { kind, reason, note } = notice;
  const said = t(`notices.kind.${wordedAs(notice)}`, values(notice, speech));
  const why = note ?? (kind === 'duty_due' || kind === 'register_fault' || kind === 'dispute_moved' ? '' : reasonInWords(reason, speech));
  return why ? t('notices.because', { said, reason: why }) : said;
}

function wordedAs({ kind, until, agent }: Notice): string {
  if (kind === 'payment_breached' && agent !== null) return 'payment_breachedOf';
  return (kind === 'makeup_granted' || kind === 'dispute_settled' || kind === 'penalty_issued') && until !== null ? `${kind}Until` : kind;
}

function values({ kind, agent, customer, unit, count, until, reason }: Notice, { t, time }: NoticeSpeech): Record<string, unknown> {
  return {
    agent: agent ?? '', customer: customer || t('notices.customer'), count: count ?? 1, until: until === null ? '' : time(until), unit: unit ?? t('notices.unit'),
    ...kind === 'duty_due' ? { duty: t(`notices.duty.${reason}`) } : {},
    ...kind === 'dispute_moved' ? { step: t(`notices.step.${reason}`) } : {},
    ...kind === 'register_fault' ? { part: t(`notices.part.${reason}`, { count }) } : {},
  };
}

/** One of the office's codes in words, or a person's own words; a code without words is left out rather than shown raw. */
function reasonInWords(reason: string | null, { t, has }: NoticeSpeech): string {
  if (reason === null) return '';
  const key = ['verdict.absence', 'turns.reason', 'verdict.creditReason', 'verdict.unrelated'].map((place) => `${place}.${reason}`).find((one) => has(one));
  if (key) return t(key);
  return /^[a-z_]+$/.test(reason) ? '' : reason;
}

/** Where one can do something about it, or read more: the first of these pages that is open to the reader. */
const whereTo: Readonly<Record<NoticeKind, readonly string[]>> = {
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
  webhook_given_up: ['people'],
};

export function addressOf(notice: Notice, open: readonly string[]): string | null {
  const path = whereTo[notice.kind].find((one) => open.includes(one));
  return path === undefined ? null : `/${path}`;
}
