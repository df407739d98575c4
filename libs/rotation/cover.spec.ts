import { layOver, presets, type PolicyDocument } from '@lunjie/policy';
import { PlayedDay, rosterOf } from '@lunjie/testing';
import { coverOf, coverWithout, goOut } from './index';

const cover = (rotation: Partial<PolicyDocument['values']['rotation']>): PolicyDocument => layOver(presets.standard, { id: 'cover', name: { zh: '值守', en: 'Cover' }, values: { rotation } });

describe('cover at meals (SN-03)', () => {
  const played = (rotation: Partial<PolicyDocument['values']['rotation']>): PlayedDay => new PlayedDay(rosterOf(['a', 'b', 'c']), cover(rotation));

  it('says who holds the post, who is out since when, and when it is too few', () => {
    const day = played({ minimum_on_duty: 2 });
    expect(coverOf(day.floor, day.rules, day.moment(0).at)).toMatchObject({ minimum: 2, present: ['a', 'b', 'c'], isShort: false, since: null, out: [] });
    day.out(10, 'a', 'lunch');
    day.out(20, 'b', 'official');
    const { at } = day.moment(25);
    expect(coverOf(day.floor, day.rules, at)).toMatchObject({ present: ['c'], isShort: true, since: day.moment(20).at, out: [{ agent: 'a', reason: 'lunch', since: day.moment(10).at, isLate: false }, { agent: 'b', reason: 'official' }] });
    day.back(30, 'a');
    expect(coverOf(day.floor, day.rules, at).isShort).toBe(false);
  });

  it('asks for meals and breaks alone, and lets a manager send somebody all the same only where the office says so', () => {
    const strict = played({ minimum_on_duty: 3 });
    const [floor, rules] = [strict.floor, strict.rules];
    expect([coverWithout(floor, rules, 'lunch'), coverWithout(floor, rules, 'official')]).toEqual([{ minimum: 3, remaining: 2 }, null]);
    expect(() => goOut(floor, rules, 'a', 'lunch', null, true)).toThrow('nobody_left_on_duty');
    const lenient = played({ minimum_on_duty: 3, below_minimum: 'manager_may' });
    expect(() => goOut(lenient.floor, lenient.rules, 'a', 'lunch', null, false)).toThrow('cover_needs_manager');
    expect(goOut(lenient.floor, lenient.rules, 'a', 'lunch', null, true)).toEqual([{ kind: 'out', agent: 'a', reason: 'lunch', expectedBackAt: null }]);
  });

  it('counts somebody as late once the time they said is over', () => {
    const day = played({});
    day.post(5, goOut(day.floor, day.rules, 'a', 'lunch', day.moment(35).at, false));
    expect([34, 35].map((minute) => coverOf(day.floor, day.rules, day.moment(minute).at).out[0]?.isLate)).toEqual([false, true]);
  });
});
