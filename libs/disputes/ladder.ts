import type { DisputeOutcome, DisputeState, DisputeStep, Role } from '@lunjie/contracts';
import type { Duration, PolicyValues } from '@lunjie/policy';

type Values = Pick<PolicyValues, 'disputes' | 'offices'>;

/** The step after one on the policy's ladder (P100); null at its end, and for a step the ladder no longer has. */
export function stepAfter(step: DisputeStep, { disputes: { ladder } }: Values): DisputeStep | null {
  const at = ladder.indexOf(step);
  return at < 0 ? null : ladder[at + 1] ?? null;
}

/** Who deals with a case on a step: roles of the office, those above the step included. Nobody but the parties while they negotiate. */
export function rolesOn(step: DisputeStep, { offices: { roles } }: Values): readonly Role[] {
  switch (step) {
    case 'negotiate': return [];
    case 'supervisor': case 'department': return [...new Set<Role>([roles.sales_supervisor ?? 'supervisor', roles.sales_manager ?? 'manager', 'manager'])];
    case 'manager': return [...new Set<Role>([roles.sales_manager ?? 'manager'])];
    case 'department_manager': return [...new Set<Role>([roles.department_manager ?? 'manager'])];
  }
}

/** A step at which somebody decides; while the parties negotiate or the department mediates below others, nobody does. */
export function decides(step: DisputeStep, { disputes: { ladder } }: Values): boolean {
  return step !== 'negotiate' && (step !== 'department' || ladder.at(-1) === 'department');
}

/**
 * Whether somebody's roles let them rule on a case at its step. A quarrel ends every step at once (003 §(五)4b), by those
 * of the step or who may overrule (P105).
 */
export function mayRule(step: DisputeStep, outcome: DisputeOutcome, roles: readonly Role[], values: Values): boolean {
  const own = rolesOn(step, values);
  if (outcome === 'quarrel') return roles.some((role) => own.includes(role) || values.disputes.override_roles.some((overrules) => overrules === role));
  return decides(step, values) && roles.some((role) => own.includes(role));
}

/**
 * Whether somebody's roles let them record how a step about a deal ended, as the ladder has it: what came of the talks is
 * told by whoever manages, but while the parties negotiate nobody decides for them, and a quarrel is told by who may
 * overrule; the department's step is its own and its manager's (003 §(五)4).
 */
export function mayRecord(step: 'negotiation' | 'department', result: 'agreed' | 'failed' | 'quarrel' | 'refusal', roles: readonly Role[], values: Values): boolean {
  if (step === 'department') return [...rolesOn('department', values), ...rolesOn('department_manager', values)].some((role) => roles.includes(role));
  return result === 'quarrel' ? mayRule('negotiate', 'quarrel', roles, values) : result !== 'refusal';
}

/**
 * Whether whose team keeps somebody from ruling on a case (P105): one of their own is party to it, and the office lets
 * nobody rule there, or only where all parties are of the one team.
 * @param own the team of who would rule; null = none
 * @param parties the team of each party
 */
export function ownTeamBars(own: string | null, parties: readonly (string | null)[], { disputes: { own_team: rule } }: Pick<Values, 'disputes'>): boolean {
  if (own === null || rule === 'rules' || !parties.includes(own)) return false;
  return rule === 'never' || parties.some((team) => team !== own);
}

/** Whose clock runs on a step: null = it waits for as long as it takes. */
export function clockOf(step: DisputeStep, { disputes }: Values): Duration | null {
  if (step === 'negotiate') return disputes.negotiate_within;
  return step === 'supervisor' || step === 'department' ? disputes.mediate_within : disputes.decide_within;
}

/** The owner all parties agree on, or null: agreement needs every one of them (003 §(五)4). */
export function agreedOwner(parties: readonly string[], consents: Readonly<Record<string, string>>): string | null {
  const [first, ...others] = parties.map((party) => consents[party] ?? null);
  return first != null && others.every((other) => other === first) ? first : null;
}

/** Whether pay-out of a deal waits for its dispute (P103): while the case is open or in appeal. */
export function disputeFreezes(state: DisputeState | null, { disputes: { freeze } }: Pick<Values, 'disputes'>): boolean {
  return freeze && (state === 'open' || state === 'appealed');
}
