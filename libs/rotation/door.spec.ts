import { layOver, presets, type PolicyDocument } from '@lunjie/policy';
import { PlayedDay, rosterOf } from '@lunjie/testing';
import { comeBack, doorDuty, effectOf, goOut, openDay, relieveDoor, signIn, type Refusal } from './index';

type Rotation = PolicyDocument['values']['rotation'];
const office = (door: Partial<Rotation['door_duty']>, rotation: Partial<Rotation> = {}) =>
  layOver(presets['reception-rules'], { id: 'door', name: { zh: '门岗', en: 'Door' }, values: { rotation: { ...rotation, door_duty: { enabled: true, order: 'forward', makeup: false, ...door } } } });
const four = rosterOf(['wang', 'li', 'zhao', 'chen']);

/** A day opened at eight whose agents sign in one minute after the other. */
function day(policy: PolicyDocument): PlayedDay {
  const played = new PlayedDay([], policy);
  played.post(480, openDay(played.floor, played.rules, four, [], { ...played.moment(480), date: '2025-04-06' }));
  four.forEach((agent, place) => played.post(481 + place, signIn(played.floor, played.rules, agent, { ...played.moment(481 + place), date: '2025-04-06' })));
  return played;
}

const relieved = (played: PlayedDay, minute: number): string | null => {
  const next = doorDuty(played.floor, played.rules)?.next ?? null;
  if (next !== null) played.post(minute, relieveDoor(played.floor, played.rules, next, played.ends));
  return next;
};
const refusal = (act: () => unknown): string => { try { act(); return 'done'; } catch (error) { return (error as Refusal).code; } };

describe('door duty (P11)', () => {
  it.each([
    ['forward', 'fixed_roster', ['wang', 'li', 'zhao', 'chen', 'wang', 'li']],
    ['reverse', 'daily_signin', ['chen', 'zhao', 'li', 'wang', 'chen', 'zhao']],
  ] as const)('goes round %s by %s', (order, basis, expected) => {
    const played = day(office({ order }, { order_basis: basis }));
    expect(expected.map((_, turn) => relieved(played, 500 + turn))).toEqual(expected);
    expect(doorDuty(played.floor, played.rules)?.standing).toMatchObject({ agent: expected.at(-1) });
    expect(played.floor.agents['wang']?.out).toBeNull();
  });

  it('waits for who is receiving or out, who then goes first', () => {
    const played = day(office({}));
    const reception = played.arrive(500);
    expect(relieved(played, 501)).toBe('li');
    played.end(510, reception);
    expect(relieved(played, 511)).toBe('wang');
  });

  it.each([[true, 'credit', 1], [false, 'lose_turn', 0]] as const)('makes up what is missed there: %s', (makeup, effect, credits) => {
    const played = day(office({ makeup }, { passed_over_effect: { door_duty: 'credit' } }));
    expect(effectOf('door_duty', played.rules.policy.values)).toBe(effect);
    relieved(played, 500);
    played.arrive(501);
    expect(played.last).toMatchObject({ chosen: 'li', passedOver: [{ agent: 'wang', reason: 'door_duty', effect }] });
    relieved(played, 502);
    expect(played.floor.queues['visit']?.credits).toHaveLength(credits);
  });

  it('begins anew each day where the day\'s signing in orders it, and goes on where the roster does', () => {
    for (const [basis, next] of [['daily_signin', 'wang'], ['fixed_roster', 'zhao']] as const) {
      const played = day(office({}, { order_basis: basis }));
      relieved(played, 500);
      relieved(played, 501);
      played.post(1900, openDay(played.floor, played.rules, four, [], { ...played.moment(1900), date: '2025-04-07' }));
      four.forEach((agent, place) => played.post(1901 + place, signIn(played.floor, played.rules, agent, { ...played.moment(1901 + place), date: '2025-04-07' })));
      expect(doorDuty(played.floor, played.rules)?.next).toBe(next);
    }
  });

  it('sends nobody else but by a manager, and nobody where there is none', () => {
    const played = day(office({}));
    expect(refusal(() => goOut(played.floor, played.rules, 'zhao', 'door_duty', null))).toBe('not_next_at_door');
    expect(refusal(() => relieveDoor(played.floor, played.rules, 'zhao', played.ends))).toBe('not_next_at_door');
    played.post(500, goOut(played.floor, played.rules, 'zhao', 'door_duty', null, true));
    played.post(510, comeBack(played.floor, played.rules, 'zhao', played.ends));
    expect(doorDuty(played.floor, played.rules)).toEqual({ standing: null, next: 'wang', order: ['wang', 'li', 'chen', 'zhao'] });
    const none = day(office({ enabled: false }));
    expect(refusal(() => relieveDoor(none.floor, none.rules, 'wang', none.ends))).toBe('no_door_duty');
    expect(refusal(() => goOut(none.floor, none.rules, 'zhao', 'door_duty', null))).toBe('done');
  });
});
