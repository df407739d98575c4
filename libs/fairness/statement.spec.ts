import type { ConsideredCode, FairnessFigure, FairnessKind } from '@lunjie/contracts';
import { seeded } from '@lunjie/testing';
import { fairnessStatement, opportunityOf, standingTo, type FairnessStatement, type Opportunity, type TurnInLine } from '.';

const names = ['wang', 'li', 'zhao', 'chen', 'liu', 'sun'];

function turn(seq: number, receiver: string, considered: readonly (readonly [string, ConsideredCode])[], changes: Partial<TurnInLine> = {}): TurnInLine {
  return { seq, at: seq * 60_000, date: '2026-11-20', entry: seq, receiver, mode: 'in_turn', newCustomer: true, grade: null, considered: considered.map(([agent, code]) => ({ agent, code, data: {} })), ...changes };
}

/** A turn of a line in which everybody stands ready. */
const inLine = (seq: number, receiver: string, changes: Partial<TurnInLine> = {}): Opportunity =>
  opportunityOf(turn(seq, receiver, names.map((name) => [name, name === receiver ? 'chosen_in_turn' : 'later_in_line']), changes));

function figure(statement: FairnessStatement, agent: string, kind: FairnessKind = 'all'): FairnessFigure | undefined {
  return statement.agents.find((one) => one.agent === agent)?.figures.find((one) => one.kind === kind);
}

describe('to whom a turn is due', () => {
  it('is everybody ready in the line alike, and nobody who could not receive for a reason of their own', () => {
    const one = opportunityOf(turn(1, 'li', [['li', 'chosen_in_turn'], ['wang', 'out'], ['zhao', 'later_in_line'], ['chen', 'receiving'], ['liu', 'suspended'], ['sun', 'turn_consumed'], ['qian', 'not_in_line']]));
    expect([...one.shares].map(([agent, share]) => [agent, share.toFixed(4)])).toEqual([['li', '0.3333'], ['zhao', '0.3333'], ['sun', '0.3333']]);
    expect(['li', 'wang', 'sun', 'qian', 'nobody'].map((agent) => standingTo(one, agent)).map((stands) => stands && { stood: stands.stood, why: stands.why?.code })).toEqual([
      { stood: 'given', why: 'chosen_in_turn' }, { stood: 'not_due', why: 'out' }, { stood: 'due', why: 'turn_consumed' }, null, null,
    ]);
  });

  it('is the one a make-up turn was owed to: the line does not move (I-CREDIT)', () => {
    expect([...opportunityOf(turn(1, 'li', [['li', 'chosen_makeup'], ['wang', 'later_in_line']], { mode: 'credit' })).shares]).toEqual([['li', 1]]);
  });

  it('is who stood in the line also where the customer named somebody', () => {
    expect(opportunityOf(turn(1, 'li', [['li', 'chosen_named'], ['wang', 'not_asked_for']], { mode: 'out_of_turn' })).shares.get('wang')).toBe(0.5);
  });

  it('goes by weight where the line does (P17)', () => {
    const one = opportunityOf(turn(1, 'li', [['li', 'chosen_in_turn'], ['wang', 'later_in_line']]), (agent) => agent === 'wang' ? 50 : 150);
    expect([one.shares.get('li'), one.shares.get('wang')]).toEqual([0.75, 0.25]);
  });
});

describe('turns due against turns given', () => {
  it('tells them apart by customer, day of the week and grade', () => {
    const statement = fairnessStatement([
      inLine(1, 'wang', { date: '2026-11-20', grade: 'A' }), inLine(2, 'wang', { date: '2026-11-21', newCustomer: false }), inLine(3, 'li', { date: '2026-11-22', grade: 'B' }),
    ]);
    expect(statement.totals.map(({ kind, given }) => `${kind} ${given}`)).toEqual(['all 3', 'new 2', 'returning 1', 'weekday 1', 'weekend 2', 'grade_a 1', 'grade_b 1', 'grade_c 0', 'grade_d 0', 'ungraded 1']);
    expect(statement.agents[0]?.figures.map(({ kind, given, due }) => [kind, given, due.toFixed(2)])).toEqual([
      ['all', 2, '0.50'], ['new', 1, '0.33'], ['returning', 1, '0.17'], ['weekday', 1, '0.17'], ['weekend', 1, '0.33'], ['grade_a', 1, '0.17'], ['grade_b', 0, '0.17'], ['grade_c', 0, '0.00'], ['grade_d', 0, '0.00'], ['ungraded', 1, '0.17'],
    ]);
  });

  it('names both compared values: given against the interval, chance against its limit', () => {
    const fair = fairnessStatement(Array.from({ length: 120 }, (_, seq) => inLine(seq, names[seq % 6] ?? '')));
    expect(figure(fair, 'chen')).toMatchObject({ given: 20, low: 12, high: 28, chance: 1, verdict: 'within' });
    expect(figure(fair, 'chen')?.due).toBeCloseTo(20, 9);
  });

  it('tells who gets fewer and who more than chance explains', () => {
    // Chen is passed over every second time, to the good of whoever comes after.
    let passes = 0;
    const line = Array.from({ length: 240 }, (_, seq) => names[seq % 6] ?? '').map((name) => name === 'chen' && (passes += 1) % 2 === 0 ? 'liu' : name);
    const statement = fairnessStatement(line.map((name, seq) => inLine(seq, name)));
    expect(names.map((name) => [name, figure(statement, name)?.given, figure(statement, name)?.verdict])).toEqual([
      ['wang', 40, 'within'], ['li', 40, 'within'], ['zhao', 40, 'within'], ['chen', 20, 'fewer'], ['liu', 60, 'more'], ['sun', 40, 'within'],
    ]);
  });

  it('tells who is given the good customers, though everybody gets as many turns', () => {
    const statement = fairnessStatement(Array.from({ length: 240 }, (_, seq) => inLine(seq, names[seq % 6] ?? '', { grade: names[seq % 6] === 'sun' && seq % 4 > 0 ? 'A' : 'C' })));
    expect([figure(statement, 'sun')?.verdict, figure(statement, 'sun', 'grade_a')?.verdict, figure(statement, 'wang', 'grade_c')?.verdict]).toEqual(['within', 'more', 'within']);
  });

  it('does not tell the unluckiest of twenty as treated unfairly', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => `agent${index}`);
    // 200 turns: ten each, but the first gets three of them and the others the rest in turn.
    const given = [...Array.from({ length: 3 }, () => 'agent0'), ...Array.from({ length: 197 }, (_, index) => twenty[1 + index % 19] ?? '')];
    const statement = fairnessStatement(given.map((name, seq) => opportunityOf(turn(seq, name, twenty.map((agent) => [agent, 'later_in_line'])))));
    const unlucky = figure(statement, 'agent0');
    expect(unlucky).toMatchObject({ given: 3, low: 4, high: 16, verdict: 'within' });
    expect(unlucky?.chance).toBeGreaterThan(0.05);
    expect(statement.compared).toBe(20);
  });

  it('says of at most one fair period in twenty that somebody was treated unfairly', () => {
    const next = seeded(2026);
    const wrong = { turns: 0, kinds: 0 };
    const periods = 400;
    for (let period = 0; period < periods; period += 1) {
      // By lot among who stands ready: the widest a fair line spreads. Kinds come by chance.
      const turns = Array.from({ length: 90 }, (_, seq) => {
        const ready = names.filter(() => next() < 0.8);
        const [receiver = 'wang'] = ready.length > 0 ? [ready[Math.floor(next() * ready.length)]] : [];
        return opportunityOf(turn(seq, receiver, ready.map((name) => [name, 'later_in_line']), { newCustomer: next() < 0.7, date: next() < 0.3 ? '2026-11-21' : '2026-11-20', grade: ['A', 'B', 'C', 'D', null][Math.floor(next() * 5)] ?? null }));
      });
      const { agents } = fairnessStatement(turns);
      if (agents.some(({ figures: [all] }) => all?.verdict !== 'within')) wrong.turns += 1;
      if (agents.some(({ figures: [, ...kinds] }) => kinds.some(({ verdict }) => verdict !== 'within'))) wrong.kinds += 1;
    }
    expect(wrong.turns).toBeLessThanOrEqual(periods * 0.05);
    expect(wrong.kinds).toBeLessThanOrEqual(periods * 0.05);
  });
});
