import { PlayedDay, rosterOf } from '@lunjie/testing';
import { presets } from '@lunjie/policy';
import { concerns, correctTurns, turnFacts, type NumberedPosting, type TurnFact } from './index';

const played = (agents: readonly string[]) => new PlayedDay(rosterOf(agents), presets['reception-rules']);
const ledgerOf = (day: PlayedDay): readonly NumberedPosting[] => day.ledger.map((posting, index) => ({ seq: index + 1, posting }));
const rowsOf = (day: PlayedDay, agent: string): readonly TurnFact[] => turnFacts(ledgerOf(day)).filter((fact) => concerns(fact, agent));

describe('the rows of the turn ledger', () => {
  it('tell the agent who took a turn, and how', () => {
    const day = played(['a', 'b']);
    const reception = day.arrive(540);
    expect(rowsOf(day, 'a')).toMatchObject([{ kind: 'taken', reason: 'in_turn', effect: null, turns: 1, reception, queue: 'visit' }]);
    expect(rowsOf(day, 'b')).toEqual([]);
  });

  it('give whoever was passed over a row of their own: why, whose arrival it was, and what it cost', () => {
    const day = played(['a', 'b', 'c']);
    day.out(540, 'a', 'official');
    day.out(541, 'b', 'private');
    const reception = day.arrive(545);
    expect(rowsOf(day, 'a')).toMatchObject([{ kind: 'passed', reason: 'official', effect: 'credit', receiver: 'c', reception, at: day.moment(545).at }]);
    expect(rowsOf(day, 'b')).toMatchObject([{ kind: 'passed', reason: 'private', effect: 'lose_turn', receiver: 'c', reception }]);
    const [taken, first] = turnFacts(ledgerOf(day)).filter((fact) => fact.reception === reception);
    expect([taken?.seq, taken?.place, first?.place]).toEqual([first?.seq, 0, 1]);
  });

  it('tell the make-up turn when it is given and when it is used', () => {
    const day = played(['a', 'b']);
    day.out(540, 'a', 'official');
    day.arrive(541);
    day.back(550, 'a');
    day.arrive(551);
    expect(rowsOf(day, 'a').map(({ kind, reason }) => [kind, reason])).toEqual([['passed', 'official'], ['makeup_granted', 'official'], ['makeup_used', 'credit']]);
  });

  it('tell everybody concerned that a turn was taken back', () => {
    const day = played(['a', 'b']);
    day.out(540, 'a', 'official');
    const reception = day.arrive(541);
    day.withdraw(542, reception);
    expect(rowsOf(day, 'b').map(({ kind }) => kind)).toEqual(['taken', 'taken_back']);
    expect(rowsOf(day, 'a')).toMatchObject([{ kind: 'passed', effect: 'credit' }, { kind: 'pass_taken_back', effect: 'credit', reason: 'undone', receiver: 'b' }]);
  });

  it('tell a reception declared not counted with the make-up turn it gives', () => {
    const day = played(['a', 'b']);
    const reception = day.arrive(540);
    day.end(541, reception);
    day.reverse(542, reception);
    expect(rowsOf(day, 'a').at(-1)).toMatchObject({ kind: 'reversed', reason: 'proved_unrelated', effect: 'credit', reception });
  });

  it('tell an assisted reception, which took no turn', () => {
    const day = played(['a', 'b']);
    day.arrive(540, { says: { firstVisit: 'yes', purpose: 'market_survey' } });
    expect(rowsOf(day, 'b')).toMatchObject([{ kind: 'received_uncounted', reason: 'assist', turns: 0 }]);
  });

  it('tell everybody in the line its new order', () => {
    const day = played(['a', 'b']);
    day.post(540, [{ kind: 'reordered', queue: 'visit', order: ['b', 'a'], reason: '值班' }]);
    expect(rowsOf(day, 'a')).toMatchObject([{ kind: 'reordered', agent: null, order: ['b', 'a'], reason: '值班' }]);
    expect(rowsOf(day, 'z')).toEqual([]);
  });
});

describe('a manager\'s correction', () => {
  const correct = (day: PlayedDay, kind: 'grant_makeup' | 'withdraw_makeup' | 'take_turns', turns: number, agent = 'a') =>
    day.post(600, correctTurns(day.floor, day.rules, agent, { kind, turns }, day.ends));

  it('gives make-up turns and withdraws them, never more than are left', () => {
    const day = played(['a', 'b']);
    correct(day, 'grant_makeup', 2);
    correct(day, 'withdraw_makeup', 1);
    expect(day.floor.queues['visit']?.credits).toHaveLength(1);
    expect(() => correct(day, 'withdraw_makeup', 2)).toThrow(expect.objectContaining({ code: 'makeup_too_few', data: { turns: 2, left: 1 } }));
    expect(rowsOf(day, 'a').map(({ kind, reason }) => [kind, reason])).toEqual([['makeup_granted', 'correction'], ['makeup_granted', 'correction'], ['makeup_lapsed', null]]);
  });

  it('takes turns: the agent is passed as often', () => {
    const day = played(['a', 'b']);
    correct(day, 'take_turns', 1);
    day.end(601, day.arrive(601));
    expect(rowsOf(day, 'a')).toMatchObject([{ kind: 'turns_skipped', turns: 1, reason: 'correction' }, { kind: 'passed', effect: 'skip', reason: 'turn_consumed', receiver: 'b' }]);
  });

  it('is refused for who stands in no line', () => {
    expect(() => correct(played(['a']), 'take_turns', 1, 'stranger')).toThrow(expect.objectContaining({ code: 'agent_not_signed_in' }));
  });
});
