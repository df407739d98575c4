import { layOver, presets } from '@lunjie/policy';
import { PlayedDay, rosterOf } from '@lunjie/testing';
import { decideReception } from './index';

const four = rosterOf(['wang', 'li', 'zhao', 'chen']);
const owned = (owner: string, lapsed = false) => ({ owner, validUntil: lapsed ? '2025-03-01' : null, lapsed });

describe('under the reception rules (002)', () => {
  it('sends a new customer to the head and moves the pointer past them', () => {
    const day = new PlayedDay(four);
    day.arrive(580);
    expect(day.last).toMatchObject({ chosen: 'wang', mode: 'in_turn', counts: true, clause: '002 §1(2), §9', policyVersion: 1 });
    expect(day.line).toEqual(['li', 'zhao', 'chen', 'wang']);
  });

  it('rotates those passed over and says why they were', () => {
    const day = new PlayedDay(four);
    day.out(570, 'wang', 'private');
    day.arrive(580);
    expect(day.line).toEqual(['zhao', 'chen', 'wang', 'li']);
    expect(day.last.passedOver).toEqual([{ agent: 'wang', reason: 'private', effect: 'lose_turn' }]);
    expect(day.last.considered.map(({ agent, code }) => [agent, code])).toEqual([['li', 'chosen_in_turn'], ['wang', 'out'], ['zhao', 'later_in_line'], ['chen', 'later_in_line']]);
    expect(day.last.considered[1]?.data).toMatchObject({ reason: 'private', since: day.moment(570).at });
  });

  it('counts a named agent out of turn and puts them at the tail (I-OOT)', () => {
    const day = new PlayedDay(four);
    day.arrive(605, { says: { firstVisit: 'yes', earlierContact: 'phone', named: ['zhao'] } });
    expect(day.last).toMatchObject({ chosen: 'zhao', mode: 'out_of_turn', counts: true });
    expect(day.line).toEqual(['wang', 'li', 'chen', 'zhao']);
  });

  it('falls to the rotation where the named agent is away', () => {
    const day = new PlayedDay(four);
    day.out(570, 'zhao');
    day.arrive(605, { says: { firstVisit: 'yes', named: ['zhao'] } });
    expect(day.last).toMatchObject({ row: 'named_absent', chosen: 'wang', mode: 'in_turn' });
    expect(day.last.rulesNotMatched.at(-1)).toMatchObject({ row: 'named_present', fact: 'named_presence', expected: 'free', actual: 'absent' });
  });

  it('gives a declared survey to the last who can receive, uncounted (I-LAST)', () => {
    const day = new PlayedDay(four);
    day.out(570, 'chen');
    day.arrive(605, { says: { firstVisit: 'yes', purpose: 'market_survey' } });
    expect(day.last).toMatchObject({ chosen: 'zhao', mode: 'assist', counts: false });
    expect(day.line).toEqual(['wang', 'li', 'zhao', 'chen']);
  });

  it('assigns nobody to someone asking the way', () => {
    const day = new PlayedDay(four);
    day.arrive(605, { says: { firstVisit: 'yes', purpose: 'directions' } });
    expect(day.last).toMatchObject({ chosen: null, waits: false, mode: 'none', counts: false });
  });

  it('lets the party wait when nobody can receive, and offers it to the first who is free', () => {
    const day = new PlayedDay(rosterOf(['wang']));
    const first = day.arrive(600);
    day.arrive(605);
    expect(day.last).toMatchObject({ chosen: null, waits: true });
    expect(day.floor.waiting).toHaveLength(1);
    day.end(610, first);
    expect(day.decide(611).chosen).toBe('wang');
  });

  it('makes up a reception proved not to count before the head of the line (I-CREDIT)', () => {
    const day = new PlayedDay(four);
    const first = day.arrive(550);
    day.reverse(575, first);
    expect(day.line).toEqual(['li', 'zhao', 'chen', 'wang']);
    day.arrive(590);
    expect(day.last).toMatchObject({ chosen: 'wang', mode: 'credit', by: 'makeup' });
    expect(day.line).toEqual(['li', 'zhao', 'chen', 'wang']);
  });

  it('takes back the latest turn exactly, and gives a make-up turn where the line has moved since', () => {
    const day = new PlayedDay(four);
    const first = day.arrive(600);
    day.withdraw(601, first);
    expect(day.line).toEqual(['wang', 'li', 'zhao', 'chen']);
    const second = day.arrive(602);
    day.arrive(603);
    day.withdraw(604, second);
    expect(day.line).toEqual(['zhao', 'chen', 'wang', 'li']);
    expect(day.floor.queues['visit']?.credits).toMatchObject([{ agent: 'wang', reason: 'undone' }]);
  });
});

describe('under the ownership rules (003)', () => {
  const day = () => new PlayedDay(four, presets['ownership-rules']);

  it('does not count a later visit, whoever receives', () => {
    const played = day();
    played.arrive(600, {}, owned('zhao'));
    expect(played.last).toMatchObject({ chosen: 'zhao', mode: 'owner_return', counts: false });
    expect(played.line).toEqual(['wang', 'li', 'zhao', 'chen']);
  });

  it('keeps refusing B and preferring A apart (X8)', () => {
    const played = day();
    expect(played.decide(600, { says: { firstVisit: 'no', refuses: ['wang'], requests: 'li' } }, owned('wang')).row).toBe('owner_refused');
    expect(played.decide(600, { says: { firstVisit: 'no', requests: 'li' } }, owned('wang')).row).toBe('requested_on_return');
  });

  it('never sends a customer to the agent they refuse', () => {
    const played = day();
    played.arrive(600, { says: { firstVisit: 'no', refuses: ['wang'] } }, owned('wang'));
    expect(played.last).toMatchObject({ chosen: 'li', mode: 'designated' });
    expect(played.last.considered).toContainEqual({ agent: 'wang', code: 'refused_by_customer', data: {} });
  });

  it('grants as many make-up turns as were missed on official business (S3-04)', () => {
    const played = day();
    played.out(570, 'wang');
    for (const minute of [575, 580, 585, 590]) played.end(minute + 4, played.arrive(minute));
    played.back(600, 'wang');
    const credits = played.floor.queues['visit']?.credits.length;
    expect(credits).toBe(2);
  });

  it('takes the first of several named who can receive', () => {
    const played = day();
    played.out(570, 'chen');
    played.arrive(600, { says: { firstVisit: 'no', named: ['chen', 'zhao'] } });
    expect(played.last).toMatchObject({ chosen: 'zhao', by: 'named', counts: false });
  });
});

describe('values other offices use', () => {
  const office = (values: Parameters<typeof layOver>[1]['values'], base: keyof typeof presets = 'reception-rules') =>
    layOver(presets[base], { id: 'other', name: { zh: '别家', en: 'Other' }, values });

  it('sends only the receiver to the tail (P05)', () => {
    const day = new PlayedDay(four, office({ rotation: { advance: 'to_tail', passed_over_effect: {} } }));
    day.out(570, 'wang', 'delivery');
    day.arrive(600);
    expect(day.line).toEqual(['wang', 'zhao', 'chen', 'li']);
  });

  it('consumes the next turn instead of moving to the tail (P07)', () => {
    const day = new PlayedDay(four, office({ rotation: { out_of_turn_counted: 'consume_next_turn' } }));
    day.end(610, day.arrive(600, { says: { firstVisit: 'yes', named: ['wang'] } }));
    day.end(615, day.arrive(611, { says: { firstVisit: 'yes', named: ['zhao'] } }));
    expect(day.line).toEqual(['li', 'zhao', 'chen', 'wang']);
    day.arrive(620);
    day.arrive(621);
    expect(day.last).toMatchObject({ chosen: 'chen' });
    expect(day.last.considered).toContainEqual(expect.objectContaining({ agent: 'zhao', code: 'turn_consumed' }));
  });

  it('orders by fewest new customers (P01)', () => {
    const day = new PlayedDay(four, office({ rotation: { order_basis: 'least_new_customers', tie_break: 'roster' } }));
    day.post(599, [{ kind: 'counter_set', queue: 'visit', agent: 'wang', newCustomers: 2, reason: 'opening' }]);
    expect(day.line).toEqual(['li', 'zhao', 'chen', 'wang']);
  });

  it('gives a double share to a double weight (P17)', () => {
    const agents = rosterOf(['wang', 'li']).map((agent) => ({ ...agent, weight: agent.id === 'wang' ? 200 : 100 }));
    const day = new PlayedDay(agents, office({ rotation: { order_basis: 'weighted' } }));
    for (let minute = 600; minute < 630; minute += 1) day.end(minute, day.arrive(minute));
    expect(day.floor.queues['visit']?.tallies).toMatchObject({ wang: { taken: 20 }, li: { taken: 10 } });
  });

  it('lets an agent receive several at once (P15)', () => {
    const day = new PlayedDay(rosterOf(['wang']), office({ rotation: { max_parallel_customers: 2 } }));
    for (const minute of [600, 601, 602]) day.arrive(minute);
    expect(day.decisions.map((decision) => decision.chosen)).toEqual(['wang', 'wang', null]);
    expect(day.last.considered[0]).toMatchObject({ code: 'at_limit', data: { limit: 2, actual: 2 } });
  });

  it('does not count outside hours where the office says so (P12)', () => {
    const day = new PlayedDay(four, office({ rotation: { hours_that_count: { open: '08:30', close: '18:00', count_outside: false } } }));
    day.arrive(1081);
    expect(day.last).toMatchObject({ chosen: 'wang', mode: 'off_hours', counts: false });
  });

  it('holds a make-up turn back until the next round (P34)', () => {
    const day = new PlayedDay(four, office({ makeup: { timing: 'next_round' } }));
    day.reverse(601, day.arrive(600));
    for (const minute of [602, 603, 604]) day.end(minute, day.arrive(minute));
    expect(day.decisions.slice(1).map((decision) => decision.mode)).toEqual(['in_turn', 'in_turn', 'in_turn']);
    day.end(605, day.arrive(605));
    day.arrive(606);
    expect(day.last).toMatchObject({ chosen: 'wang', mode: 'credit' });
  });

  it('forgets an owner who has been silent for too long (P25)', () => {
    const day = new PlayedDay(four, office({ counting: { new_after_inactive: { amount: 1, unit: 'month' } } }));
    const decide = (daysSinceContact: number) => decideReception(day.floor, { request: { says: { firstVisit: 'no' } }, owner: owned('zhao'), daysSinceContact, referrerOwners: [] }, day.rules, day.moment(600));
    expect(decide(30)).toMatchObject({ chosen: 'zhao', mode: 'out_of_turn' });
    expect(decide(31)).toMatchObject({ chosen: 'wang', mode: 'in_turn', visitorClass: 'new' });
  });
});
