import type { PersonRef } from './arrival';
import type { DisputeDecision } from './disputes';
import type { Role } from './roles';
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

const managing: readonly Role[] = ['manager', 'supervisor'];
const onTheFloor: readonly Role[] = ['agent', 'desk', ...managing];

/** Who may enter what: a ruling on somebody's conduct is for those who manage, what an agent found is the agent's to say. */
export const happeningEnteredBy: Readonly<Record<EnteredHappening, readonly Role[]>> = {
  complaint_ruled: managing, follow_up_assigned: managing, discount_sought: managing, token_contact: managing,
  not_recognised: ['desk', ...managing], window_opened: ['desk', ...managing], introduced: onTheFloor, looked_up: ['agent', ...managing],
  consent: ['agent', ...managing], window_claimed: ['agent'],
};

/** What whoever does not manage says of themselves alone. */
export const ownWordHappenings: readonly EnteredHappening[] = ['consent', 'window_claimed', 'introduced'];

/** What is one thing or the other (`holds`). */
export const decidedHappenings: readonly EnteredHappening[] = ['complaint_ruled', 'consent'];

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

/**
 * POST …/customers/:customerId/conflict: two agents or more call one customer theirs (撞单). The policy's principles settle
 * it; `owner` names another party than they do, which only who may overrule can (P105), and the reason stands in the register.
 */
export interface ConflictRequest {
  readonly parties: readonly string[];
  readonly owner?: string;
  readonly reason: string;
}

/** GET …/customers/:customerId/conflict?parties=: what would be settled, and what each side can show. Nothing is written. */
export interface ConflictView {
  /** Who has or had to do with the customer as theirs: who is likely to be a party, the owner first. */
  readonly known: readonly PersonRef[];
  /** Null while fewer than two parties are named. */
  readonly decision: ConflictDecision | null;
  /** Of every party, in the order of time. */
  readonly evidence: readonly EvidenceRow[];
  /** The reader may settle it otherwise than the principles do. */
  readonly mayOverrule: boolean;
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
