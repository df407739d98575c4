import type { Claimant, ConflictDecision } from '@lunjie/contracts';
import type { PolicyDocument } from '@lunjie/policy';

type Principle = PolicyDocument['values']['attribution']['principle_order'][number];

/** How far a claimant is ahead by one principle: the greater number wins; null = the principle says nothing of them. */
const measure: Readonly<Record<Principle, (claimant: Claimant) => number | null>> = {
  first_registration: ({ registeredAt }) => registeredAt === null ? null : -registeredAt,
  validity: ({ valid }) => valid ? 1 : 0,
  customer_wish: ({ wished }) => wished ? 1 : 0,
  closer: ({ closed }) => closed ? 1 : 0,
  escorted_visit: ({ escorted }) => escorted ? 1 : 0,
  process_logged: ({ contactsLogged }) => contactsLogged,
};

function aheadBy(principle: Principle, claimants: readonly Claimant[]): readonly Claimant[] {
  const measured = claimants.map((claimant) => ({ claimant, value: measure[principle](claimant) ?? -Infinity }));
  const best = Math.max(...measured.map(({ value }) => value));
  return measured.filter(({ value }) => value === best).map(({ claimant }) => claimant);
}

/** Settles a conflict otherwise than its principles do (P105): who they named stays readable. */
export function overrule(decision: ConflictDecision, owner: string): ConflictDecision {
  return owner === decision.owner ? decision : { ...decision, owner, overruled: decision.owner };
}

/**
 * Settles two or more claims on one customer by the policy's principles in their order (P80, X10): each principle keeps
 * those who are ahead, until one is left. Claims alike in every principle fall to the earliest register entry.
 * @param claimants at least one
 */
export function decideConflict(claimants: readonly Claimant[], policy: PolicyDocument, version: number, at: number): ConflictDecision {
  let left = claimants;
  let principle: Principle | null = null;
  const principles: ConflictDecision['principles'][number][] = [];
  for (const each of policy.values.attribution.principle_order) {
    const ahead = aheadBy(each, left);
    principles.push({ principle: each, ahead: ahead.map(({ agent }) => agent) });
    if (ahead.length < left.length) principle = each;
    left = ahead;
    if (left.length === 1) break;
  }
  const [owner] = [...left].sort((a, b) => (a.entry ?? Infinity) - (b.entry ?? Infinity));
  if (!owner) throw new Error('a conflict needs claimants');
  return { kind: 'conflict', owner: owner.agent, principle: left.length === 1 ? principle : null, claimants, principles, decidedAt: at, policyVersion: version };
}
