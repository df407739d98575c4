import type { Role, UnitAct, UnitState } from '@lunjie/contracts';

/** A unit as an act finds it. */
export interface UnitNow {
  readonly state: UnitState;
  /** Who holds it or took its deposit. */
  readonly agent: string | null;
}

export interface UnitReader {
  readonly personId: string;
  readonly roles: readonly Role[];
}

const manages = ({ roles }: UnitReader): boolean => roles.includes('manager') || roles.includes('supervisor');

/**
 * Why a unit cannot have a deposit taken or be held for an agent; null where it can (S3-46: the unit is checked first).
 * A hold is good for its own agent only: a manager releases it before somebody else sells.
 * @param forWhom who would have it, and who asks
 */
export function refusalOfUnit({ state, agent }: UnitNow, forWhom: readonly (string | null)[]): 'unit_taken' | 'unit_withheld' | null {
  if (state === 'available') return null;
  if (state === 'withheld') return 'unit_withheld';
  return state === 'held' && forWhom.includes(agent) ? null : 'unit_taken';
}

/** What a reader may do with a unit now. */
export function unitActsOf(unit: UnitNow, reader: UnitReader): readonly UnitAct[] {
  const leads = manages(reader);
  const sells = leads || reader.roles.includes('agent');
  const isTheirs = unit.state === 'held' && unit.agent === reader.personId;
  const changes: readonly UnitAct[] = leads || reader.roles.includes('admin') ? ['change'] : [];
  switch (unit.state) {
    case 'available': return [...sells ? ['hold', 'soft_deposit', 'firm_deposit'] as const : [], ...leads ? ['withhold'] as const : [], ...changes];
    case 'held': return [...leads || isTheirs ? ['release', 'soft_deposit', 'firm_deposit'] as const : [], ...changes];
    case 'withheld': return [...leads ? ['release'] as const : [], ...changes];
    default: return [];
  }
}
