import type { ReasonData, RuleNotMatchedOf } from './decision';
import type { AgentPart, Approval, OwnershipFactName, OwnershipFacts, Payee } from './ownership-facts';

/** One payee's part of the credit or the commission. */
export interface Portion {
  /** The part of the case that gave it. */
  readonly payee: Payee;
  /** The agent; null where the payee is no single agent. */
  readonly agent: string | null;
  /** Basis points of the whole: 8000 = 80%. */
  readonly points: number;
  /** Where the parties may agree on another figure: its bounds in basis points. */
  readonly range: { readonly from: number; readonly to: number } | null;
}

/** What the deal would have been worth to whom, had one fact been otherwise. */
export interface Otherwise {
  readonly fact: OwnershipFactName;
  readonly value: string;
  readonly row: string;
  readonly clause: string;
  readonly credit: readonly Portion[];
  readonly shares: readonly Portion[];
}

/** Whose customer it is, and how credit and commission divide. It explains itself like every decision. */
export interface OwnershipDecision {
  readonly kind: 'ownership';
  /** The policy row that decided; null where the policy has no ownership table. */
  readonly row: string | null;
  readonly clause: string;
  /** The owner from now on, and the one before; null = nobody. */
  readonly owner: string | null;
  readonly ownerBefore: string | null;
  readonly credit: readonly Portion[];
  readonly shares: readonly Portion[];
  readonly approval: Approval;
  readonly facts: OwnershipFacts;
  /** The agents behind the parts. */
  readonly people: Readonly<Partial<Record<AgentPart, string>>>;
  /** Both values of what was compared: dates `YYYY-MM-DD`, instants in epoch ms. */
  readonly compared: readonly Compared[];
  /** The facts the deciding row asks for; a decision from before they were kept has none. */
  readonly because?: readonly OwnershipFactName[];
  readonly rulesNotMatched: readonly RuleNotMatchedOf<OwnershipFactName>[];
  readonly otherwise: readonly Otherwise[];
  readonly decidedAt: number;
  readonly policyVersion: number;
}

/** One comparison behind a fact, e.g. `earlier_claim`: valid until 2025-05-25, tested on 2025-05-09. */
export interface Compared {
  readonly fact: OwnershipFactName;
  readonly data: ReasonData;
}

/** What is settled when two agents call one customer theirs (003 §(五)1, P80). */
export interface ConflictDecision {
  readonly kind: 'conflict';
  readonly owner: string;
  /** The principle that told them apart; null where the claims are alike in all of them. */
  readonly principle: string | null;
  readonly claimants: readonly Claimant[];
  readonly principles: readonly { readonly principle: string; readonly ahead: readonly string[] }[];
  /** Whom the principles named, where somebody who may overrule them settled it otherwise (P105). */
  readonly overruled?: string;
  readonly decidedAt: number;
  readonly policyVersion: number;
}

/** One side of a conflict, as the register knows it. */
export interface Claimant {
  readonly agent: string;
  readonly registeredAt: number | null;
  readonly entry: number | null;
  readonly validUntil: string | null;
  readonly valid: boolean;
  readonly wished: boolean;
  readonly closed: boolean;
  readonly escorted: boolean;
  readonly contactsLogged: number;
}
