import type { OrderDecides, PolicyAnalysis, PolicyDifference, RowDifference, ValueDifference } from '@lunjie/contracts';
import { dangersOf, newPairs } from './dangers';

const value = (path: string): ValueDifference => ({ path, before: 1, after: 2 });
const row = (change: RowDifference['change'], table: RowDifference['table'] = 'reception'): RowDifference => ({ table, row: 'a', change, from: 0, to: 1, fields: [] });
const difference = (values: readonly ValueDifference[] = [], rows: readonly RowDifference[] = []): PolicyDifference => ({ values, rows, count: values.length + rows.length });
const pair = (first: string, second: string): OrderDecides => ({ first, second, opposed: ['counts'], example: { facts: {} as never, matter: [] } });
const analysis = (orderDecides: readonly OrderDecides[], unreachable = 0): PolicyAnalysis =>
  ({ undecided: [], unreachable: Array.from({ length: unreachable }, (_, index) => ({ row: 'x', index, because: 'shadowed' as const, shadowedBy: [], example: null })), orderDecides, complete: true });

const codes = (found: ReturnType<typeof dangersOf>) => Object.fromEntries(found.map(({ code, count }) => [code, count]));

describe('what to look at twice before a draft is published', () => {
  it('is nothing where nothing changes', () => {
    expect(dangersOf(difference(), analysis([]), analysis([]), 0, 'new_only')).toEqual([]);
    expect(dangersOf(difference(), null, null, 0, 'new_only')).toEqual([]);
  });

  it('names the pairs the draft brings and not those the rules in force have', () => {
    expect(newPairs(analysis([pair('a', 'b'), pair('b', 'c')]), analysis([pair('a', 'b')])).map(({ first }) => first)).toEqual(['b']);
    expect(newPairs(null, analysis([pair('a', 'b')]))).toEqual([]);
    expect(codes(dangersOf(difference(), analysis([pair('a', 'b'), pair('b', 'c')], 2), analysis([pair('a', 'b')]), 0, 'new_only'))).toEqual({ order: 1, unreachable: 2 });
  });

  it('tells rules that go and rules that stand elsewhere from those that are only reworded', () => {
    expect(codes(dangersOf(difference([], [row('removed'), row('moved'), row('moved'), row('changed'), row('added')]), null, null, 0, 'new_only'))).toEqual({ removed_rules: 1, rules_in_motion: 2 });
  });

  it('counts what touches the line, claims and money apart', () => {
    const values = [value('/values/rotation/advance'), value('/values/rotation/undo_window'), value('/values/validity/visit'), value('/values/commission/rates'), value('/values/reports/schedule')];
    expect(codes(dangersOf(difference(values, [row('changed', 'ownership')]), null, null, 3, 'new_only'))).toEqual({ changed_today: 3, line: 1, claims: 1, money: 2 });
  });

  it('warns of every change where changes do not hold for new customers only', () => {
    expect(codes(dangersOf(difference([value('/values/reports/schedule')], [row('changed')]), null, null, 0, 'all'))).toEqual({ recomputed: 2 });
  });
});
