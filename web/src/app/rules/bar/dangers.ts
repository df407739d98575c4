import type { OrderDecides, PolicyAnalysis, PolicyDifference } from '@lunjie/contracts';

/** Something to look at twice before the draft rules. */
export interface Danger {
  readonly code: 'removed_rules' | 'unreachable' | 'order' | 'line' | 'claims' | 'money' | 'recomputed' | 'changed_today' | 'rules_in_motion';
  readonly count: number;
}

const groupsOfClaims = ['validity', 'pool', 'identity'];
const groupsOfMoney = ['attribution', 'commission', 'channel'];
const lineValues = ['order_basis', 'queues', 'places', 'team_channels', 'reset', 'advance', 'unavailable_when', 'passed_over_effect', 'door_duty'];

/** Pairs whose order alone decides between opposite outcomes, and which the rules in force do not have. */
export function newPairs(draft: PolicyAnalysis | null, inForce: PolicyAnalysis | null): readonly OrderDecides[] {
  const known = new Set(inForce?.orderDecides.map(({ first, second }) => `${first} ${second}`));
  return draft?.orderDecides.filter(({ first, second }) => !known.has(`${first} ${second}`)) ?? [];
}

/** What publishing would bring beyond the words changed: lost rules, a line that runs otherwise, claims and money touched. */
export function dangersOf({ values, rows }: PolicyDifference, analysis: PolicyAnalysis | null, inForce: PolicyAnalysis | null, changedToday: number, effect: unknown): readonly Danger[] {
  const inGroups = (groups: readonly string[]) => values.filter(({ path }) => groups.includes(path.split('/')[2] ?? '')).length;
  const dangers: readonly Danger[] = [
    { code: 'changed_today', count: changedToday },
    { code: 'removed_rules', count: rows.filter(({ change }) => change === 'removed').length },
    { code: 'rules_in_motion', count: rows.filter(({ change }) => change === 'moved').length },
    { code: 'unreachable', count: analysis?.unreachable.length ?? 0 },
    { code: 'order', count: newPairs(analysis, inForce).length },
    { code: 'line', count: values.filter(({ path }) => path.startsWith('/values/rotation/') && lineValues.includes(path.split('/')[3] ?? '')).length },
    { code: 'claims', count: inGroups(groupsOfClaims) },
    { code: 'money', count: inGroups(groupsOfMoney) + rows.filter(({ table }) => table === 'ownership').length },
    { code: 'recomputed', count: effect === 'new_only' ? 0 : values.length + rows.length },
  ];
  return dangers.filter(({ count }) => count > 0);
}
