import { noticeKinds, type NoticeKind } from './notices';

/** Over within minutes: whoever is told of these stands in the office, and what looks once a minute would come too late. */
const ofTheMoment: readonly NoticeKind[] = ['your_turn', 'reception_offered', 'makeup_lapsing', 'duty_due', 'party_receivable', 'party_waiting', 'cover_short', 'back_late', 'shift_to_take_over'];

/** What can reach somebody outside the console. */
export const remindedKinds: readonly NoticeKind[] = noticeKinds.filter((kind) => !ofTheMoment.includes(kind));

/** What a person who has chosen nothing yet is offered by mail: what is overdue. */
export const mailedByDefault: readonly NoticeKind[] = ['follow_up_overdue', 'follow_up_overdue_of', 'request_overdue', 'request_overdue_of', 'payment_overdue'];

/** `withdrawn`: it no longer held when it could have been sent. `known`: it stood already when the outlet was set up. */
export const reminderStates = ['waiting', 'delivered', 'given_up', 'withdrawn', 'known'] as const;
export type ReminderState = (typeof reminderStates)[number];

/** Why a try failed. Never more than a code: an answer of a foreign server is not repeated. */
export const reminderFaults = ['host_unknown', 'address_internal', 'unreachable', 'too_slow', 'redirected', 'refused', 'outlet_off', 'mail_off'] as const;
export type ReminderFault = (typeof reminderFaults)[number];

/** A reminder on its way to an office's webhook, or arrived there. */
export interface ReminderDelivery {
  /** The id the receiver sees, the same for every try. */
  readonly id: string;
  /** The notice's kind, or `test`. */
  readonly kind: NoticeKind | 'test';
  /** Whom the notice concerns. */
  readonly to: string;
  readonly createdAt: number;
  readonly state: ReminderState;
  readonly tries: number;
  /** While it waits: when it is tried next. */
  readonly nextTryAt: number | null;
  readonly settledAt: number | null;
  /** Of the last try, where that failed. */
  readonly fault: ReminderFault | null;
}

/** GET /api/offices/:officeId/reminders/webhook */
export interface WebhookView {
  readonly outlet: { readonly url: string; readonly on: boolean; readonly changedAt: number } | null;
  /** A reminder is given up after so many tries. */
  readonly mostTries: number;
  /** Newest first. */
  readonly deliveries: readonly ReminderDelivery[];
}

/** PUT /api/offices/:officeId/reminders/webhook */
export interface WebhookRequest {
  readonly url: string;
  readonly on: boolean;
}

/** What saving the outlet, or asking for a new secret, answers. */
export interface WebhookSaved {
  readonly view: WebhookView;
  /** Told where it is new, and never again: what the receiver checks signatures with. */
  readonly secret: string | null;
}

/** What a webhook receives: ids and codes; who may know more asks the product. */
export interface WebhookBody {
  readonly id: string;
  readonly kind: NoticeKind | 'test';
  readonly office: string;
  /** Whom the notice concerns. */
  readonly person: string;
  /** The same for as long as it is the same news. */
  readonly notice: string;
  /** Of the notice (epoch ms). */
  readonly at: number;
}

/** GET /api/auth/mail: the reader's own. */
export interface MailChoiceView {
  /** Whether the operator has set a mail server. */
  readonly available: boolean;
  readonly email: string | null;
  /** What reaches them by mail; what they are offered, where they gave no address yet. */
  readonly kinds: readonly NoticeKind[];
  /** The last mail that arrived or was given up. */
  readonly last: { readonly at: number; readonly arrived: boolean } | null;
}

/** PUT /api/auth/mail: null for no mail at all. */
export interface MailChoiceRequest {
  readonly email: string | null;
  readonly kinds: readonly NoticeKind[];
}
