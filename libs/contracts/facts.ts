/**
 * The fixed vocabulary of facts a reception rule may ask about. A policy row combines them freely;
 * a rule that needs a new fact extends this list for every office.
 */
export const presences = ['none', 'free', 'busy', 'absent'] as const;
export type Presence = (typeof presences)[number];

export const purposes = [
  'visit', 'market_survey', 'directions', 'looking_for_staff', 'after_sale', 'vip_tour', 'event',
] as const;
export type Purpose = (typeof purposes)[number];

export const choiceFacts = {
  channel: ['visit', 'call'],
  hours: ['open', 'closed'],
  purpose: purposes,
  first_visit: ['yes', 'no', 'unclear'],
  earlier_contact: ['none', 'phone', 'visit', 'not_said'],
  /** Whom the customer says received or phoned them. */
  named: ['none', 'one', 'several', 'forgot'],
  /** The best presence among the agents they named. */
  named_presence: presences,
  /** Whom the customer asks to be received by. */
  requested: ['none', 'owner', 'other'],
  requested_presence: presences,
  requested_due: ['yes', 'no'],
  refuses: ['none', 'owner', 'other'],
  complains: ['none', 'owner', 'other'],
  /** The register's claim on this customer at the time of the arrival. */
  owner: ['none', 'valid', 'lapsed'],
  owner_presence: presences,
  owner_due: ['yes', 'no'],
  /** Who brought the visitor: a registered customer, several with different owners, or "a customer of agent X". */
  brought_by: ['none', 'customer', 'joint', 'agents_customer'],
  referrer_owner_presence: presences,
  recognised: ['yes', 'no'],
  escorted: ['yes', 'no'],
  /** What a partner's report is worth for this visit (P120, P123, P124). */
  channel_report: ['none', 'holds', 'too_soon', 'not_escorted', 'brought'],
} as const;
export type ChoiceFact = keyof typeof choiceFacts;

export type ChannelReport = (typeof choiceFacts)['channel_report'][number];

export const numberFacts = ['units_wanted', 'party_size', 'days_since_contact'] as const;
export type NumberFact = (typeof numberFacts)[number];

export type ReceptionFactName = ChoiceFact | NumberFact;

/** Every fact of one arrival, with its value. `days_since_contact` is null where there was none. */
export type ReceptionFacts =
  & { readonly [F in ChoiceFact]: (typeof choiceFacts)[F][number] }
  & { readonly [F in NumberFact]: number | null };
