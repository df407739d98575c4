import { checkPolicy, layOver, presets, type PolicyDocument } from '@lunjie/policy';
import { PlayedDay, rosterOf } from '@lunjie/testing';
import { lineOf, openDay, reorder, signIn, turnsUntil, upcoming } from './index';

const office = (rotation: Partial<PolicyDocument['values']['rotation']> = {}) =>
  layOver(presets['reception-rules'], { id: 'teams', name: { zh: '组', en: 'Teams' }, values: { rotation: { places: 'each_team', ...rotation } } });
/** East has three agents, West two, and Sun is in no team. */
const teamOf: Readonly<Record<string, string | null>> = { e1: '东', w1: '西', e2: '东', sun: null, w2: '西', e3: '东' };
const everybody = rosterOf(Object.keys(teamOf)).map((agent) => ({ ...agent, team: teamOf[agent.id] ?? null }));
const receives = (day: PlayedDay, times: number) => Array.from({ length: times }, (_, turn) => { day.end(600 + turn, day.arrive(600 + turn)); return day.last.chosen; });

describe('a line in which a team or agency holds one place (P03; D08, D19, E12)', () => {
  it('gives turns to the places in turn, and within a team to its agents', () => {
    const day = new PlayedDay(everybody, office());
    expect(day.line).toEqual(['e1', 'e2', 'e3', 'w1', 'w2', 'sun']);
    expect(receives(day, 9)).toEqual(['e1', 'w1', 'sun', 'e2', 'w2', 'sun', 'e3', 'w1', 'sun']);
  });

  it('alternates between two agencies where the receiver goes to the tail too, however many each brings', () => {
    const two = everybody.filter(({ team }) => team !== null);
    expect(receives(new PlayedDay(two, office({ advance: 'to_tail' })), 6)).toEqual(['e1', 'w1', 'e2', 'w2', 'e3', 'w1']);
  });

  it('lets another of the team take the turn of who is away, and passes over the team only where none of it is free', () => {
    const day = new PlayedDay(everybody, office());
    day.out(570, 'e1', 'private');
    day.arrive(580);
    expect(day.last).toMatchObject({ chosen: 'e2', mode: 'in_turn', passedOver: [{ agent: 'e1', effect: 'lose_turn' }] });
    expect(day.last.considered[0]).toMatchObject({ agent: 'e2', code: 'chosen_in_turn', data: { team: '东' } });
    expect(day.line).toEqual(['w1', 'w2', 'sun', 'e3', 'e1', 'e2']);
    day.out(581, 'w1');
    day.out(582, 'w2', 'private');
    day.arrive(590);
    expect(day.last).toMatchObject({ chosen: 'sun', passedOver: [{ agent: 'w1', reason: 'official', effect: 'credit' }] });
  });

  it('takes the place of the team for a counted reception out of turn (I-OOT), now or at its next turn (P07)', () => {
    const now = new PlayedDay(everybody, office());
    now.arrive(580, { says: { firstVisit: 'yes', named: ['w2'] } });
    expect(now.line).toEqual(['e1', 'e2', 'e3', 'sun', 'w1', 'w2']);
    const next = new PlayedDay(everybody, office({ out_of_turn_counted: 'consume_next_turn' }));
    next.end(581, next.arrive(580, { says: { firstVisit: 'yes', named: ['w1'] } }));
    expect(receives(next, 2)).toEqual(['e1', 'sun']);
    expect(next.last.considered.filter(({ code }) => code === 'turn_consumed').map(({ agent }) => agent)).toEqual(['w1', 'w2']);
  });

  it('takes back exactly, moves a team as one, and puts who changes team behind it', () => {
    const day = new PlayedDay(everybody, office());
    const before = day.line;
    day.withdraw(581, day.arrive(580));
    expect(day.line).toEqual(before);
    day.post(590, reorder(day.floor, 'visit', ['w2', 'e1', 'w1', 'sun', 'e2', 'e3'], 'fair'));
    expect(day.line).toEqual(['w2', 'w1', 'e1', 'e2', 'e3', 'sun']);
    const [moved] = everybody.filter(({ id }) => id === 'e1').map(({ id: _id, ...who }) => ({ ...who, team: '西' }));
    if (moved) day.post(600, [{ kind: 'agent_changed', agent: 'e1', who: moved }]);
    expect(day.line).toEqual(['w2', 'w1', 'e1', 'e2', 'e3', 'sun']);
    expect(turnsUntil(day.floor, day.floor.queues['visit'], day.line, 'e1')).toBe(7);
  });

  it('tells who comes next as the turns will fall', () => {
    const day = new PlayedDay(everybody, office());
    expect(upcoming(day.floor, day.rules, day.moment(600), 5).map(({ agent }) => agent)).toEqual(['e1', 'w1', 'sun', 'e2', 'w2']);
    expect(day.line.map((agent) => turnsUntil(day.floor, day.floor.queues['visit'], day.line, agent))).toEqual([1, 4, 7, 2, 5, 3]);
  });

  it('is refused where the order compares agents', () => {
    expect(checkPolicy(office({ order_basis: 'least_new_customers' }))).toMatchObject({ ok: false, faults: [{ code: 'places_without_order' }] });
  });
});

describe('a team that serves certain channels (P03)', () => {
  it('stands in the lines of those only', () => {
    const day = new PlayedDay(everybody, office({ places: 'each_agent', team_channels: [{ team: '西', channels: ['call'] }] }));
    expect(lineOf(day.floor, 'visit')).toEqual(['e1', 'e2', 'sun', 'e3']);
    expect(lineOf(day.floor, 'call')).toEqual(['e1', 'w1', 'e2', 'sun', 'w2', 'e3']);
    expect(receives(day, 5)).toEqual(['e1', 'e2', 'sun', 'e3', 'e1']);
  });
});

describe('a line that begins anew with each campaign (P04)', () => {
  it('goes back to the roster when one begins, changes or ends, and at no other opening', () => {
    const day = new PlayedDay(rosterOf(['wang', 'li', 'zhao']), office({ places: 'each_agent', reset: 'per_campaign' }));
    const opened = (date: string, campaign: string | null) => {
      day.post(1440, openDay(day.floor, day.rules, rosterOf(['wang', 'li', 'zhao']), [], { ...day.moment(0), date }, campaign));
      for (const agent of rosterOf(['wang', 'li', 'zhao'])) day.post(1440, signIn(day.floor, day.rules, agent, { ...day.moment(0), date }));
      const line = day.line;
      day.end(1441, day.arrive(1441));
      return line;
    };
    day.end(601, day.arrive(600));
    expect([opened('2025-04-06', null), opened('2025-04-07', 'fair'), opened('2025-04-08', 'fair'), opened('2025-04-09', 'opening'), opened('2025-04-10', null), opened('2025-04-11', null)]
      .map((line) => line.join(' '))).toEqual(['li zhao wang', 'wang li zhao', 'li zhao wang', 'wang li zhao', 'wang li zhao', 'li zhao wang']);
  });
});
