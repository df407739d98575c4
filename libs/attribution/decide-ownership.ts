import type { OwnershipChoiceFact, OwnershipDecision, OwnershipFactName, OwnershipFacts, Otherwise, Payee, Portion } from '@lunjie/contracts';
import { agentParts, ownershipChoiceFacts } from '@lunjie/contracts';
import { firstMatch, matcherOf, type OwnershipRow, type PolicyDocument, type ShareRule } from '@lunjie/policy';
import type { CaseMoment, CustomerCase } from './case';
import { situationOf, type Situation } from './ownership-facts';

/** A policy version ready to decide on ownership: its rows compiled once. */
export interface OwnershipRules {
  readonly version: number;
  readonly policy: PolicyDocument;
  readonly rows: readonly { readonly row: OwnershipRow; readonly firstMismatch: ReturnType<typeof matcherOf<OwnershipFactName>> }[];
}

/** Compiles a checked policy document once for one published version. */
export function compileOwnership(policy: PolicyDocument, version: number): OwnershipRules {
  return { version, policy, rows: policy.tables.ownership.map((row) => ({ row, firstMismatch: matcherOf<OwnershipFactName>(row.when) })) };
}

/** Facts whose other value somebody who lost by a decision asks about: one day later, had the file been valid. */
const askedAbout = ['closed', 'earlier_claim', 'complaint', 'found', 'consent', 'household_claim'] as const satisfies readonly OwnershipChoiceFact[];

const wholly = (payee: Payee): readonly ShareRule[] => [{ payee, percent: 100 }];

/** What a policy without an ownership table leaves: whoever owns the customer. */
const unwritten: Pick<OwnershipRow, 'owner' | 'credit' | 'shares' | 'approval'> = { owner: 'owner', credit: wholly('owner'), shares: wholly('owner'), approval: 'none' };

type Parts = Situation['people'];

/** A part nobody plays falls to the owner, else to the closer, else to the department: a split is never short. */
function payeeOf(payee: Payee, people: Parts, forfeit: Payee): { readonly payee: Payee; readonly agent: string | null } {
  if (payee === 'forfeit') return { payee: forfeit, agent: null };
  const named = agentParts.find((part) => part === payee);
  if (named === undefined) return { payee, agent: null };
  for (const part of [named, 'owner', 'closer'] as const) {
    const agent = people[part];
    if (agent !== undefined) return { payee: part, agent };
  }
  return { payee: 'department', agent: null };
}

/** Shares of one agent under two parts are one share. */
function portionsOf(shares: readonly ShareRule[], people: Parts, forfeit: Payee): readonly Portion[] {
  const portions: Portion[] = [];
  for (const { payee, percent, from, to } of shares) {
    const paid = payeeOf(payee, people, forfeit);
    const points = Math.round(percent * 100);
    const range = from === undefined || to === undefined ? null : { from: Math.round(from * 100), to: Math.round(to * 100) };
    const index = portions.findIndex((each) => each.agent === paid.agent && (each.agent !== null || each.payee === paid.payee));
    const same = portions[index];
    if (same) portions[index] = { ...same, points: same.points + points, range: null };
    else portions.push({ ...paid, points, range });
  }
  return portions.filter(({ points }) => points > 0);
}

function forfeitOf({ dispute }: OwnershipFacts, { disputes }: PolicyDocument['values']): Payee {
  const effect = dispute === 'refusal' ? disputes.refusal_effect : disputes.quarrel_effect;
  return effect === 'none' ? 'owner' : effect;
}

function ruled(rules: OwnershipRules, facts: OwnershipFacts, people: Parts) {
  const { row, notMatched } = firstMatch<OwnershipRow, OwnershipFactName>(rules.rows, facts);
  const outcome = row ?? unwritten;
  const forfeit = forfeitOf(facts, rules.policy.values);
  const owner = outcome.owner === 'none' ? null : people[outcome.owner] ?? people.owner ?? null;
  return {
    row: row?.id ?? null, clause: row?.clause ?? '', because: Object.keys(row?.when ?? {}) as OwnershipFactName[], owner, approval: outcome.approval, notMatched,
    credit: portionsOf(outcome.credit, people, forfeit), shares: portionsOf(outcome.shares, people, forfeit),
  };
}

const divided = (portions: readonly Portion[]): string => portions.map(({ payee, agent, points }) => `${agent ?? payee}:${points}`).sort().join();

/** What the deal would have been worth to whom, had one of the facts people ask about been otherwise. */
function otherwiseOf(rules: OwnershipRules, { facts, people }: Situation, decided: ReturnType<typeof ruled>): readonly Otherwise[] {
  const told: Otherwise[] = [];
  for (const fact of askedAbout) {
    if (facts[fact] === 'none') continue;
    for (const value of ownershipChoiceFacts[fact]) {
      if (value === facts[fact] || value === 'none' || value === 'not_yet') continue;
      const other = ruled(rules, { ...facts, [fact]: value }, people);
      const differs = divided(other.credit) !== divided(decided.credit) || divided(other.shares) !== divided(decided.shares);
      const already = told.some((each) => each.fact === fact && divided(each.shares) === divided(other.shares) && divided(each.credit) === divided(other.credit));
      if (differs && !already) told.push({ fact, value, row: other.row ?? '', clause: other.clause, credit: other.credit, shares: other.shares });
    }
  }
  return told;
}

/**
 * Whose customer it is, and how credit and commission divide: the first row of the policy's ownership table that matches
 * decides (rulebook 3.6, S3-20 … S3-37). Pure: the same case, moment and rules give the same decision.
 */
export function decideOwnership(given: CustomerCase, moment: CaseMoment, rules: OwnershipRules): OwnershipDecision {
  const situation = situationOf(given, moment, rules.policy.values);
  const { facts, people, compared } = situation;
  const decided = ruled(rules, facts, people);
  return {
    kind: 'ownership', row: decided.row, clause: decided.clause, owner: decided.owner, ownerBefore: people.owner ?? null,
    credit: decided.credit, shares: decided.shares, approval: decided.approval, facts, people, compared, because: decided.because,
    rulesNotMatched: decided.notMatched, otherwise: otherwiseOf(rules, situation, decided), decidedAt: moment.at, policyVersion: rules.version,
  };
}
