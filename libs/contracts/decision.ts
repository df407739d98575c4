import type { ConsideredCode, OwnershipEffect, PassedOverEffect, ReceptionMode, Selector } from './codes';
import type { ReceptionFactName, ReceptionFacts } from './facts';

/** Values a reason carries: times are epoch milliseconds, dates `YYYY-MM-DD`, people are ids. */
export type ReasonData = Readonly<Record<string, string | number | boolean | null>>;

/** One person the decision looked at, and why they were or were not the one. */
export interface Considered {
  readonly agent: string;
  readonly code: ConsideredCode;
  /** Both compared values, e.g. `{ since, reason }` or `{ limit: 1, actual: 1 }`. */
  readonly data: ReasonData;
}

/** A rule that came before the deciding one, and the first fact in which it did not match. */
export interface RuleNotMatchedOf<Fact extends string> {
  readonly row: string;
  readonly clause: string;
  readonly fact: Fact;
  /** The condition as written in the policy. */
  readonly expected: string;
  readonly actual: string;
}

export type RuleNotMatched = RuleNotMatchedOf<ReceptionFactName>;

/** An agent the pointer passed on its way to the receiver, and what that does to their turn. */
export interface PassedOver {
  readonly agent: string;
  readonly reason: string;
  readonly effect: PassedOverEffect;
}

/** A decision explains itself: who, why, why not the others, the clause, the facts, and the policy that made it. */
export interface ReceptionDecision {
  readonly kind: 'reception';
  /** The policy row that decided. */
  readonly row: string;
  readonly clause: string;
  readonly visitorClass: string;
  /** Null: nobody receives (asking the way), or nobody can and the party waits. */
  readonly chosen: string | null;
  readonly by: Selector | 'makeup' | null;
  readonly waits: boolean;
  /** Set where the party waits for one person only. */
  readonly waitsFor: string | null;
  readonly mode: ReceptionMode;
  readonly counts: boolean;
  readonly ownership: OwnershipEffect;
  readonly passedOver: readonly PassedOver[];
  readonly considered: readonly Considered[];
  readonly facts: ReceptionFacts;
  /** People the facts speak of. */
  readonly people: {
    readonly named: readonly string[];
    readonly requested: string | null;
    readonly owner: string | null;
    readonly ownerValidUntil: string | null;
    readonly refused: readonly string[];
    readonly referrerOwner: string | null;
  };
  readonly rulesNotMatched: readonly RuleNotMatched[];
  /** Duties the policy attaches to this reception. */
  readonly duties: readonly { readonly kind: string; readonly to: string; readonly when: 'after_reception' | 'now'; readonly limit: number | null; readonly actual: number | null }[];
  readonly decidedAt: number;
  readonly policyVersion: number;
}
