/** What the bell can say. Wording lives in the console under `notices.kind`. */
export const noticeKinds = [
  'your_turn', 'reception_offered', 'makeup_granted', 'makeup_lapsing', 'makeup_lapsed', 'turn_lost', 'ruled_not_counted', 'ruled_counted', 'suspended', 'suspension_lifted', 'duty_due',
  'party_receivable', 'cover_short', 'back_late',
  'not_counted_claimed', 'large_order', 'party_waiting', 'register_fault', 'household_known', 'late_registration', 'registrations_pending',
  'follow_up_overdue', 'follow_up_overdue_of',
  'claim_expiring', 'claim_lapsed', 'customer_pooled', 'customers_received', 'claims_awaiting',
  'soft_deposit_ending', 'soft_deposit_lapsed', 'unit_hold_ending', 'unit_hold_lapsed', 'payment_overdue', 'payment_demanded', 'payment_breached', 'payments_due',
  'dispute_opened', 'dispute_moved', 'dispute_settled', 'dispute_to_rule', 'appeal_to_hear', 'penalty_issued', 'penalty_appealed', 'penalty_reversed', 'penalty_stands',
  'request_yours', 'request_overdue', 'request_overdue_of', 'request_answered', 'complaint_to_rule',
  'check_published', 'check_to_publish', 'praise_given', 'shift_to_take_over',
  'webhook_given_up', 'mail_given_up', 'report_stored',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** One thing that concerns the reader. What a kind has no use for is null. */
export interface Notice {
  /** The same for as long as it is the same news. */
  readonly id: string;
  readonly kind: NoticeKind;
  readonly at: number;
  /** Holds now and asks for something; the others tell what happened. */
  readonly open: boolean;
  /** Name of the agent it is about, where that is not the reader. */
  readonly agent: string | null;
  /** Surname and title; never the full name. */
  readonly customer: string | null;
  /** Code of the unit it is about (完整房号). */
  readonly unit: string | null;
  /** A code, or the words of an office that entered them there. */
  readonly reason: string | null;
  /** What whoever ruled it wrote. */
  readonly note: string | null;
  /** Id of what it is about, where that has a page of its own. */
  readonly subject: string | null;
  readonly until: number | null;
  readonly count: number | null;
}

/** GET /api/offices/:officeId/notices: what concerns the reader now, newest first. */
export interface NoticesView {
  readonly now: number;
  readonly notices: readonly Notice[];
  /** Until when the reader has seen them (epoch ms); 0 where they never looked. */
  readonly seenAt: number;
}

/** PUT /api/offices/:officeId/notices/seen: `now` of the view that was shown. */
export interface NoticesSeenRequest {
  readonly until: number;
}
