import { goneStates, type StaffMember } from '@lunjie/contracts';

/** Which people the list shows; the first is what it shows without being asked. */
export const stateFilters = ['here', 'active', 'long_leave', 'gone', 'all'] as const;
export type StateFilter = (typeof stateFilters)[number];

export function isStateFilter(value: unknown): value is StateFilter {
  return stateFilters.some((filter) => filter === value);
}

export function isGone({ state }: Pick<StaffMember, 'state'>): boolean {
  return goneStates.includes(state);
}

/** Whether the filter shows the person. */
export function passes(member: StaffMember, filter: StateFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'here') return !isGone(member);
  if (filter === 'gone') return isGone(member);
  return member.state === filter;
}

/** Whether a person is meant by what was typed: a part of the name or account, the beginning of the pinyin or of the initials. */
export function isMeant({ name, account, pinyin, initials }: StaffMember, typed: string): boolean {
  const wanted = typed.trim().toLowerCase().replaceAll(/\s+/g, '');
  if (wanted === '') return true;
  return name.toLowerCase().replaceAll(/\s+/g, '').includes(wanted) || (account ?? '').includes(wanted) || pinyin.includes(wanted) || initials.startsWith(wanted);
}
