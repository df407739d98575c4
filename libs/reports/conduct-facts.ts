import type { CommissionPostingKind, ConflictDecision, DisputeDecision, DisputeOutcome, DisputeStep, OtherPayee, OwnershipDecision, Payee, RequestClass, Satisfaction } from '@lunjie/contracts';

/** A ruling that was neither withdrawn nor rejected. */
export interface RulingFact {
  readonly entry: number;
  readonly at: number;
  readonly clause: string;
  readonly proposed: boolean;
  readonly decision: OwnershipDecision | ConflictDecision | DisputeDecision;
  /** Of a dispute's ruling its parties; else none. */
  readonly parties: readonly string[];
}

export interface DisputeFact {
  readonly entry: number;
  readonly openedAt: number;
  readonly step: DisputeStep;
  readonly parties: readonly string[];
  /** How it ended first; what an appeal made of it stands with the appeal. Null while it is open. */
  readonly settled: { readonly at: number; readonly outcome: DisputeOutcome; readonly to: OtherPayee | null } | null;
  readonly appealed: { readonly at: number; readonly entry: number } | null;
  readonly heard: { readonly at: number; readonly entry: number; readonly fell: boolean } | null;
}

export interface PostingFact {
  readonly entry: number;
  readonly date: string;
  readonly clause: string;
  readonly kind: CommissionPostingKind;
  readonly payee: Payee;
  readonly agent: string | null;
  readonly fen: number;
}

/** A follow-up that was to be done; no invitation, and nothing that fell away. */
export interface TaskFact {
  readonly entry: number;
  readonly agent: string;
  readonly dueDate: string;
  /** When it is overdue: after its day, in no quiet hour. */
  readonly dueAt: number;
  readonly doneAt: number | null;
  /** The business date of `doneAt`. */
  readonly doneOn: string | null;
}

/** A visit that was not taken back. */
export interface PartyFact {
  readonly entry: number;
  readonly date: string;
  readonly at: number;
  readonly state: 'received' | 'left' | 'waiting' | 'other';
  readonly receiver: string | null;
  /** How long nobody had them, all times together; null where they never waited. Of `left` until they went, where that is known. */
  readonly waitedMs: number | null;
  /** They left when the day was closed, or wait still: how long they waited is not known. */
  readonly endless: boolean;
  readonly acceptedAt: number | null;
}

export interface RequestFact {
  readonly entry: number;
  readonly date: string;
  readonly class: RequestClass;
  readonly takenBy: string;
  readonly owner: string;
  readonly about: string | null;
  readonly closed: boolean;
  readonly promisedAt: number | null;
  readonly answeredAt: number | null;
  readonly satisfaction: Satisfaction | null;
  readonly upheld: boolean | null;
}

/** What an office's conduct is counted from. */
export interface ConductFacts {
  readonly rulings: readonly RulingFact[];
  readonly disputes: readonly DisputeFact[];
  readonly postings: readonly PostingFact[];
  readonly tasks: readonly TaskFact[];
  readonly parties: readonly PartyFact[];
  readonly requests: readonly RequestFact[];
}

/** A span by its business dates and by the instants between which it lies: `toAt` belongs to it no more. */
export interface Bounds {
  readonly from: string;
  readonly to: string;
  readonly fromAt: number;
  readonly toAt: number;
}

export const onDayOf = ({ from, to }: Bounds, date: string): boolean => from <= date && date <= to;
export const within = ({ fromAt, toAt }: Bounds, at: number): boolean => fromAt <= at && at < toAt;
