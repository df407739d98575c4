import type { StaffMember } from '@lunjie/contracts';

/** Somebody of the office; what the spec does not care about is as usual. */
export function member(changes: Partial<StaffMember> = {}): StaffMember {
  return {
    id: 'wang', account: 'wangmin', name: '王敏', pinyin: 'wangmin', initials: 'wm', roles: ['agent'], state: 'active', rosterPosition: 1, weight: 100,
    certifiedVisits: true, certifiedVisitsOn: '2026-01-05', certifiedCalls: true, certifiedCallsOn: '2026-01-05',
    fromDate: '2026-01-05', toDate: null, stateSince: '2026-01-05', expectedUntil: null, team: null, teamSince: null, ...changes,
  };
}
