import type { Role } from '@lunjie/contracts';

/** Who looks at a check. */
export interface CheckReader {
  readonly id: string;
  readonly roles: readonly Role[];
}

/** What decides who may know of a check. */
export interface CheckSeen {
  readonly isPublished: boolean;
  /** Ids of those who were checked. */
  readonly agents: readonly string[];
}

const overseers: readonly Role[] = ['manager', 'supervisor', 'admin', 'auditor'];

/**
 * How much of a check somebody may know. Nobody knows of it who is not named here: what is not published is hidden from
 * everybody who is an agent, whatever else they are, and from whoever was checked (000 §11: a mystery visit).
 */
export function sightOf({ id, roles }: CheckReader, { isPublished, agents }: CheckSeen): 'all' | 'own' | 'nothing' {
  const oversees = overseers.some((role) => roles.includes(role));
  const isAgent = roles.includes('agent');
  if (!isPublished) return oversees && !isAgent && !agents.includes(id) ? 'all' : 'nothing';
  if (oversees) return 'all';
  return isAgent && agents.includes(id) ? 'own' : 'nothing';
}

/** Whether somebody reads of checks that are not published at all: who does not is told of no entry about one either. */
export const seesHidden = (roles: readonly Role[]): boolean => overseers.some((role) => roles.includes(role)) && !roles.includes('agent');
