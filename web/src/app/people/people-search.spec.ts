import type { EmploymentState, StaffMember } from '@lunjie/contracts';
import { member } from '../../testing/staff';
import { isMeant, passes, stateFilters } from './people-search';

describe('the search for a person', () => {
  const shan: StaffMember = member({ name: '单雄信', account: 'shan.x', pinyin: 'shanxiongxin', initials: 'sxx' });

  it.each([['', true], ['雄信', true], ['SHAN', true], ['xiong', true], ['sx', true], ['xx', false], ['单 雄', true], ['.x', true], ['王', false]])('"%s": %s', (typed, meant) =>
    expect(isMeant(shan, typed)).toBe(meant));

  it.each<[EmploymentState, readonly string[]]>([
    ['active', ['here', 'active', 'all']], ['long_leave', ['here', 'long_leave', 'all']], ['left', ['gone', 'all']], ['transferred', ['gone', 'all']],
  ])('shows who is %s under %j', (state, filters) => expect(stateFilters.filter((filter) => passes({ ...shan, state }, filter))).toEqual(filters));
});
