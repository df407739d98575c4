import { presets } from '@lunjie/policy';
import { PlayedDay, rosterOf } from '@lunjie/testing';
import { emptyFloor, openDay, reorder, rotationList, signIn, type Floor, type ListedAgent, type Posting } from './index';

const opening = (names: readonly string[], policy = presets['ownership-rules']) => new PlayedDay(rosterOf(names), policy);
const listed = (day: PlayedDay, from: { readonly ledger: number; readonly floor: Floor } = { ledger: 0, floor: emptyFloor }) => rotationList(from.floor, day.ledger.slice(from.ledger), 'visit');
const places = (list: readonly ListedAgent[]) => list.map(({ agent, position }) => [agent, position]);

describe('the rotation list', () => {
  it('is empty where the day was not opened', () => {
    expect(rotationList(emptyFloor, [], 'visit')).toEqual([]);
    const stray: Posting = { kind: 'suspended', agent: 'a', until: 9, reason: 'x', at: 1 };
    expect(rotationList(emptyFloor, [stray], 'visit')).toEqual([]);
  });

  it('is the line as its first turn found it, though the line has gone round since', () => {
    const day = opening(['a', 'b', 'c']);
    day.end(601, day.arrive(600));
    day.end(603, day.arrive(602));
    expect(places(listed(day))).toEqual([['a', 1], ['b', 2], ['c', 3]]);
  });

  it('is the order the manager put the line in before the first turn, not one put in later', () => {
    const day = opening(['a', 'b', 'c']);
    day.post(599, reorder(day.floor, 'visit', ['c', 'a', 'b'], 'x'));
    day.end(601, day.arrive(600));
    day.post(602, reorder(day.floor, 'visit', ['b', 'c', 'a'], 'y'));
    expect(places(listed(day))).toEqual([['c', 1], ['a', 2], ['b', 3]]);
  });

  it('begins where the day before left the line, and lists who did not sign in behind the others', () => {
    const day = opening(['a', 'b', 'c']);
    day.end(601, day.arrive(600));
    const from = { ledger: day.ledger.length, floor: day.floor };
    day.post(1440, openDay(day.floor, day.rules, rosterOf(['a', 'b', 'c']), [], { ...day.moment(1440), date: '2025-04-06' }));
    const [a, , c] = rosterOf(['a', 'b', 'c']);
    for (const one of [a, c]) if (one) day.post(1500, signIn(day.floor, day.rules, one, day.moment(1500)));
    expect(places(listed(day, from))).toEqual([['c', 1], ['a', 2], ['b', null]]);
    // The opening closed the day before: that is nobody's coming or going of this one.
    expect(listed(day, from).map(({ agent, signedIn }) => [agent, signedIn.length])).toEqual([['c', 1], ['a', 1], ['b', 0]]);
  });

  it('has who joins after the first turn behind the others', () => {
    const day = opening(['b', 'a']);
    day.end(601, day.arrive(600));
    const [late] = rosterOf(['late']);
    if (late) day.post(602, signIn(day.floor, day.rules, late, day.moment(602)));
    expect(places(listed(day))).toEqual([['b', 1], ['a', 2], ['late', 3]]);
  });

  it('puts who signs in late at the tail, also after the first turn, where the office does (P19)', () => {
    const { values } = presets['ownership-rules'];
    const day = opening(['a', 'b', 'c'], { ...presets['ownership-rules'], values: { ...values, rotation: { ...values.rotation, late_signin: 'tail', late_after: '09:00' } } });
    const from = { ledger: day.ledger.length, floor: day.floor };
    day.post(1440, openDay(day.floor, day.rules, rosterOf(['a', 'b', 'c']), [], { ...day.moment(1440), date: '2025-04-06' }));
    const [a, b, c] = rosterOf(['a', 'b', 'c']);
    for (const one of [b, c]) if (one) day.post(1900, signIn(day.floor, day.rules, one, { ...day.moment(1900), time: '08:40' }));
    day.end(1922, day.arrive(1921));
    if (a) day.post(2000, signIn(day.floor, day.rules, a, { ...day.moment(2000), time: '09:20' }));
    expect(places(listed(day, from))).toEqual([['b', 1], ['c', 2], ['a', 3]]);
  });

  it('goes by places where a team holds one, and names the team (P03)', () => {
    const { values } = presets['ownership-rules'];
    const inTeams = { ...presets['ownership-rules'], values: { ...values, rotation: { ...values.rotation, places: 'each_team' as const } } };
    const day = new PlayedDay(rosterOf(['e1', 'e2', 'w1', 'sun']).map((one) => ({ ...one, team: one.id.startsWith('e') ? '东' : one.id.startsWith('w') ? '西' : null })), inTeams);
    day.end(601, day.arrive(600));
    expect(listed(day).map(({ agent, position, team }) => [agent, position, team])).toEqual([['e1', 1, '东'], ['w1', 2, '西'], ['sun', 3, null], ['e2', 4, '东']]);
  });

  it('tells comings and goings, and counts turns missed in an absence that still runs as owed', () => {
    const day = opening(['a', 'b']);
    day.out(600, 'a', 'official');
    day.end(602, day.arrive(601));
    const [running] = listed(day);
    expect(running).toMatchObject({ agent: 'a', owed: 1, absences: [{ reason: 'official', from: day.moment(600).at, to: null }] });
    day.back(603, 'a');
    const [back] = listed(day);
    expect(back).toMatchObject({ owed: 1, absences: [{ to: day.moment(603).at }] });
    day.arrive(604);
    expect(listed(day)[0]).toMatchObject({ agent: 'a', owed: 0 });
  });
});
