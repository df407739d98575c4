/**
 * The fixed vocabulary of facts an ownership rule may ask about: whose customer, and how credit and commission divide
 * (rulebook 3.6). Every fact is read from the customer's case as the register tells it; a rule that needs a new fact
 * extends this list for every office.
 */
export const ownershipChoiceFacts = {
  /** What is being decided: an arrival, a happening between arrivals, or the deal. */
  moment: ['arrival', 'case', 'deal'],
  /** The claim of whoever the customer belongs to now. */
  owner_claim: ['none', 'valid', 'lapsed'],
  owner_employment: ['none', 'active', 'on_leave', 'transferred', 'left'],
  /** Whether the owner knew their customer when meeting them (P81h). */
  owner_recognised: ['yes', 'no'],
  /** How the customer came from the earlier agent to the present one. Refusing B and preferring A are two facts (X8). */
  takeover: ['none', 'refused', 'requested', 'forgot', 'named', 'lapsed', 'handed_over', 'pool', 'ruled'],
  /** The earlier agent's claim, on the day the policy tests it (P66). */
  earlier_claim: ['none', 'valid', 'lapsed'],
  /** What the earlier agent had done before the customer passed on (P81l). */
  earlier_contact: ['none', 'token', 'call', 'reception'],
  /** The latest complaint about the earlier agent. */
  complaint: ['none', 'open', 'upheld', 'dismissed'],
  /** Whether somebody received the customer in the owner's absence. */
  assisted: ['no', 'yes'],
  /** Whether the absent owner agreed to it, or knew of it (P86). */
  consent: ['none', 'given', 'refused'],
  owner_notified: ['yes', 'no'],
  /** When the deal closed, measured from the latest reception (P88). */
  closed: ['not_yet', 'on_the_spot', 'same_day', 'later'],
  closer: ['none', 'owner', 'earlier', 'assistant', 'other', 'manager'],
  /** The agent found in the files after the customer had forgotten who it was (P81g). */
  found: ['none', 'valid', 'lapsed'],
  /** The days in which an agent may claim a customer who forgot them (P81g). */
  claim_window: ['none', 'open', 'claimed', 'expired'],
  /** What the policy says of the relation to a relative who was registered first (P43). */
  household: ['none', 'first_receiver_all', 'split_equal', 'closer_only'],
  household_claim: ['none', 'valid', 'lapsed'],
  /** Who was brought by a customer: asking for the customer's agent, not asking, or by several with different agents (P81k). */
  referral: ['none', 'asked_for', 'not_asked', 'joint'],
  referrer: ['none', 'buyer', 'not_buyer'],
  /** An agent's customer who turned to another for a discount (P81j). */
  discount_sought: ['no', 'yes'],
  /** A colleague who is no agent of this customer brought them in (P81n). */
  introduced: ['no', 'yes'],
  /** The registration the owner's claim rests on (P46, P50). */
  registration: ['complete', 'late', 'missing'],
  dispute: ['none', 'open', 'quarrel', 'refusal'],
} as const;
export type OwnershipChoiceFact = keyof typeof ownershipChoiceFacts;

export const ownershipNumberFacts = ['agents_involved', 'receptions', 'days_since_first', 'days_since_handover', 'earlier_contacts'] as const;
export type OwnershipNumberFact = (typeof ownershipNumberFacts)[number];

export type OwnershipFactName = OwnershipChoiceFact | OwnershipNumberFact;

/** Every fact of one case, with its value. Numbers are null where there is nothing to count from. */
export type OwnershipFacts =
  & { readonly [F in OwnershipChoiceFact]: (typeof ownershipChoiceFacts)[F][number] }
  & { readonly [F in OwnershipNumberFact]: number | null };

/** The agents a case speaks of, by the part they play in it. `receiver` received the customer who passed on to somebody else. */
export const agentParts = [
  'owner', 'earlier', 'first', 'receiver', 'assistant', 'found', 'claimant', 'household_owner', 'referrer_owner', 'introducer', 'closer',
] as const;
export type AgentPart = (typeof agentParts)[number];

/** Payees who are no single agent (P83). `forfeit` is whoever a quarrel or a refusal gives the deal to (P102). */
export const otherPayees = ['forfeit', 'department', 'team_pool', 'house', 'referrer', 'channel', 'manager'] as const;
export type OtherPayee = (typeof otherPayees)[number];

export type Payee = AgentPart | OtherPayee;
export const payees = [...agentParts, ...otherPayees] as const;

/** Who must agree before an ownership rule takes effect. */
export const approvals = ['none', 'supervisor', 'manager', 'department'] as const;
export type Approval = (typeof approvals)[number];
