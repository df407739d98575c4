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

/** As the list shows them: the roster first, then everybody else by name, then who is gone, the latest first. */
export function inOrder(people: readonly StaffMember[]): readonly StaffMember[] {
  const group = (member: StaffMember): number => (isGone(member) ? 2 : member.roles.includes('agent') ? 0 : 1);
  return [...people].sort((a, b) => {
    const between = group(a) - group(b);
    if (between !== 0) return between;
    if (isGone(a)) return (b.toDate ?? '').localeCompare(a.toDate ?? '');
    return group(a) === 0 ? a.rosterPosition - b.rosterPosition : a.pinyin.localeCompare(b.pinyin);
  });
}
