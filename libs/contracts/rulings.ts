import type { PersonRef } from './arrival';
import type { DisputeDecision } from './disputes';
import type { ConflictDecision, OwnershipDecision } from './ownership';

/** What bears on whose customer somebody is and happens between receptions. Each is a register entry of the same kind. */
export const happeningKinds = [
  'complaint_ruled', 'looked_up', 'follow_up_assigned', 'consent', 'owner_told', 'discount_sought', 'not_recognised', 'token_contact', 'introduced',
  'window_opened', 'window_claimed', 'registered_again', 'minutes_mention',
] as const;
export type HappeningKind = (typeof happeningKinds)[number];

/** What somebody may enter by hand: the rest follows from other acts. */
export const enteredHappenings = [
  'complaint_ruled', 'looked_up', 'follow_up_assigned', 'consent', 'discount_sought', 'not_recognised', 'token_contact', 'introduced', 'window_opened', 'window_claimed',
] as const satisfies readonly HappeningKind[];
export type EnteredHappening = (typeof enteredHappenings)[number];

/**
 * POST /api/offices/:officeId/customers/:customerId/happenings. `agent` is the one complained about, found in the files,
 * assigned to, who consents, from whom a discount was sought, who did not recognise, had the token contact or introduced;
 * whoever claims within the window is the one who asks. `holds`: the complaint is upheld, the consent is given.
 */
export interface HappeningRequest {
  readonly kind: EnteredHappening;
  readonly agent?: string | null;
  readonly holds?: boolean;
  readonly reason?: string | null;
}

export interface HappeningAnswer {
  readonly entry: number;
  readonly ruling: RulingRow;
}

/** `withdrawn`: the arrival it was made of was taken back. */
export const rulingStates = ['in_force', 'proposed', 'rejected', 'withdrawn'] as const;
export type RulingState = (typeof rulingStates)[number];

/** What made the case be decided: an arrival, a happening, a household link, a hand-over, a conflict, a deal. */
export type RulingOccasion = HappeningKind | 'arrival' | 'household' | 'referral' | 'conflict' | 'deal' | 'dispute';

/** One ruling on a customer, newest first. */
export interface RulingRow {
  readonly id: string;
  readonly at: number;
  readonly entry: number;
  readonly occasion: RulingOccasion;
  readonly state: RulingState;
  readonly ownerBefore: PersonRef | null;
  readonly owner: PersonRef | null;
  readonly clause: string;
  readonly policyVersion: number;
  /** Null where the office shows conclusions only (P152) and the reader does not manage. */
  readonly decision: OwnershipDecision | null;
  readonly conflict: ConflictDecision | null;
  /** How a dispute was settled; absent for every other occasion. */
  readonly dispute?: DisputeDecision | null;
}

/** GET …/customers/:customerId/ownership: whose it is now and why, and every ruling before. */
export interface OwnershipView {
  readonly owner: PersonRef | null;
  /** How the case stands: what a deal closing now would be worth to whom. Null as in `RulingRow`. */
  readonly decision: OwnershipDecision | null;
  readonly clause: string;
  readonly rulings: readonly RulingRow[];
  /** Names of everybody the decisions speak of. */
  readonly names: Readonly<Record<string, string>>;
}

/** POST …/customers/:customerId/conflict: two agents or more call one customer theirs (撞单). */
export interface ConflictRequest {
  readonly parties: readonly string[];
}

/** One piece of evidence, in the order the policy ranks its kinds (P101). */
export interface EvidenceRow {
  readonly kind: string;
  readonly agent: PersonRef | null;
  readonly at: number;
  readonly entry: number;
  readonly hash: string;
}

export interface ConflictAnswer {
  readonly ruling: RulingRow;
  readonly evidence: readonly EvidenceRow[];
}

/** POST …/rulings/:rulingId/approval. */
export interface ApprovalRequest {
  readonly approved: boolean;
  readonly reason: string;
}
