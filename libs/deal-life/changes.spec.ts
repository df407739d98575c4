import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { changesOf, type HistoryEvent } from './changes';

const event = (kind: HistoryEvent['kind'], data: HistoryEvent['data'] = {}, at = 0): Omit<HistoryEvent, 'entry'> => ({ kind, at, data });
const numbered = (...events: readonly Omit<HistoryEvent, 'entry'>[]): readonly HistoryEvent[] => events.map((each, index) => ({ ...each, entry: index + 1 }));

describe('what changed of a deal (form 16)', () => {
  it('names both units, the difference, what was paid by then, and what became of the commission', () => {
    const changes = changesOf(numbered(
      event('firm_deposit', { unit: '8-1203' }), event('accrual', { fen: 4_000 }), event('receipt', { kind: 'deposit', fen: 500 }, 1), event('receipt', { kind: 'fee', fen: 70 }, 1), event('release', { fen: 1_000 }, 1),
      event('exchange', { from: '8-1203', to: '8-1204', differenceFen: -90 }, 2), event('plan', { fen: 900_000 }, 2), event('reversal', { fen: -4_000 }, 2), event('accrual', { fen: 3_600 }, 2), event('clawback', { fen: -100 }, 2),
      event('receipt', { kind: 'price', fen: 800 }, 3), event('receipt_withdrawn', { kind: 'price', fen: -300 }, 4), event('name_change', { from: 'c-1', to: 'c-2', feeFen: 100_000 }, 5),
      event('cancellation', { unit: '8-1204', receivedFen: 1_000 }, 6), event('reversal', { fen: -3_600 }, 6), event('clawback', { fen: -900 }, 6), event('receipt', { kind: 'refund', fen: -1_000 }, 7),
    ), 'x');
    expect(changes.map(({ event: { entry: _ }, ...rest }) => [rest.kind, rest.unit, rest.newUnit, rest.differenceFen, rest.feeFen, rest.paidFen, rest.reversedFen, rest.accruedFen, rest.clawedBackFen])).toEqual([
      ['exchange', '8-1203', '8-1204', -90, 0, 500, -4_000, 3_600, -100], ['name_change', '8-1204', null, null, 100_000, 1_000, 0, 0, 0], ['cancellation', '8-1204', null, null, 0, 1_000, -3_600, 0, -900],
    ]);
  });

  it('says the deal\'s own unit where its history names none, and nothing of a deal that never changed', () => {
    expect(changesOf(numbered(event('closed'), event('cancellation')), '6-1102')).toMatchObject([{ unit: '6-1102' }]);
    expect(changesOf(numbered(event('firm_deposit', { unit: 'a' }), event('receipt', { fen: 1 })), 'a')).toEqual([]);
  });

  it('gives what an act entered behind itself to that act alone, and follows the unit from change to change', () => {
    const events = array(record({ kind: constantFrom<HistoryEvent['kind'][]>('receipt', 'exchange', 'name_change', 'cancellation', 'reversal', 'accrual', 'clawback', 'plan', 'contract'), fen: integer({ min: -50, max: 50 }), later: integer({ min: 0, max: 1 }) }), { maxLength: 30 });
    assert(property(events, (drawn) => {
      let at = 0;
      const history = numbered(...drawn.map(({ kind, fen, later }, index) => event(kind, { fen, kind: 'price', ...kind === 'exchange' ? { to: `u${index}` } : {} }, at += later)));
      const changes = changesOf(history, 'first');
      const total = (of: HistoryEvent['kind']): number => history.filter(({ kind }) => kind === of).reduce((sum, { data }) => sum + Math.abs(Number(data['fen'])), 0);
      const units = changes.flatMap(({ newUnit }) => newUnit ?? []);
      return changes.reduce((sum, { reversedFen }) => sum + Math.abs(reversedFen), 0) <= total('reversal')
        && changes.every(({ unit }, index) => unit === (changes.slice(0, index).flatMap(({ newUnit }) => newUnit ?? []).at(-1) ?? 'first'))
        && units.length === history.filter(({ kind }) => kind === 'exchange').length
        && changes.every(({ event: { entry }, paidFen }) => paidFen === history.filter((one) => one.kind === 'receipt' && one.entry < entry).reduce((sum, { data }) => sum + Number(data['fen']), 0));
    }));
  });
});
