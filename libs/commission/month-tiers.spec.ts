import type { Portion } from '@lunjie/contracts';
import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { accountsOf, broughtTo, commissionOf, monthCommissions, type Account, type MonthDeal } from './index';

const rates = [{ from_yuan: 0, per_ten_thousand: 40 }, { from_yuan: 3_000_000, per_ten_thousand: 50 }, { from_yuan: 6_000_000, per_ten_thousand: 60 }];
const yuan = 100;
const sold = (id: string, price: number, ...credit: MonthDeal['credit']): MonthDeal => ({ id, priceFen: price * yuan, credit });
const all = (agent: string): MonthDeal['credit'][number] => ({ agent, points: 10_000 });
const month = [sold('a', 2_000_000, all('wang')), sold('b', 2_000_000, all('li')), sold('c', 2_000_000, all('wang')), sold('d', 4_000_000, { agent: 'wang', points: 7_000 }, { agent: 'li', points: 3_000 }), sold('e', 5_000_000, { agent: null, points: 10_000 })];
const told = (over: 'deal' | 'month_so_far' | 'whole_month', deals = month): readonly number[] => [...monthCommissions(deals, { rates, tiers_over: over }).values()].map((fen) => fen / yuan);

const deals = array(record({ price: integer({ min: 1, max: 900_000_000 }), first: constantFrom('wang', 'li', null), second: constantFrom('wang', 'li', 'zhao'), points: integer({ min: 0, max: 10_000 }) }), { maxLength: 12 })
  .map((drawn) => drawn.map(({ price, first, second, points }, index): MonthDeal => ({ id: String(index), priceFen: price, credit: [{ agent: first, points }, { agent: second, points: 10_000 - points }] })));

describe('the tiers of a month (P142)', () => {
  it('are counted over each deal alone, what was sold by then, or the whole month', () => {
    expect(told('deal')).toEqual([8_000, 8_000, 8_000, 20_000, 25_000]);
    // Wang: 2, 4, then 4 + 2.8 million; Li has 2, of the shared deal 1.2 and no say. What nobody has credit for stands alone.
    expect(told('month_so_far')).toEqual([8_000, 8_000, 10_000, 24_000, 25_000]);
    expect(told('whole_month')).toEqual([12_000, 10_000, 12_000, 24_000, 25_000]);
  });

  it('never give less together than alone, nor by then more than by the month, where higher tiers give more', () => {
    // Alone a deal reaches its whole price; in a month its agent has their part of it: the same where it is theirs alone.
    const own = deals.map((each) => each.map((deal): MonthDeal => ({ ...deal, credit: [{ agent: deal.credit[0]?.agent ?? null, points: 10_000 }] })));
    assert(property(own, (each) => {
      const [alone, soFar, whole] = [told('deal', each), told('month_so_far', each), told('whole_month', each)];
      return each.every((_, index) => (alone[index] ?? 0) <= (soFar[index] ?? 0) && (soFar[index] ?? 0) <= (whole[index] ?? 0));
    }));
  });

  it('are by the month the same in whatever order it was sold, and by then the same however it goes on', () => {
    assert(property(deals, (each) => {
      const [there, back] = [each, each.toReversed()].map((one) => monthCommissions(one, { rates, tiers_over: 'whole_month' }));
      const [all, half] = [each, each.slice(0, each.length / 2)].map((one) => monthCommissions(one, { rates, tiers_over: 'month_so_far' }));
      return each.every(({ id }) => there?.get(id) === back?.get(id)) && [...half ?? []].every(([id, fen]) => all?.get(id) === fen);
    }));
  });
});

describe('a deal brought to another commission', () => {
  const commission = { team_pool_percent: 25, floor_mode: 'competitive' as const };
  const shares: readonly Portion[] = [{ payee: 'owner', agent: 'wang', points: 8_000, range: null }, { payee: 'assistant', agent: 'li', points: 2_000, range: null }];
  const account = (agent: string, earnedFen: number, releasedFen = 0): Account => ({ payee: 'owner', agent, earnedFen, releasedFen });

  it('keeps everybody\'s part, what a manager moved included, and is divided by the shares where nothing is earned', () => {
    expect(broughtTo(600_000, [account('wang', 300_000), account('li', 100_000), account('gone', 0, 50)], shares, commission)).toEqual([{ kind: 'adjustment', payee: 'owner', agent: 'wang', fen: 150_000 }, { kind: 'adjustment', payee: 'owner', agent: 'li', fen: 50_000 }]);
    expect(broughtTo(1_000, [account('wang', 0)], shares, commission).map(({ agent, payee, fen }) => [agent ?? payee, fen])).toEqual([['wang', 600], ['li', 150], ['team_pool', 250]]);
  });

  it('sums to the 分, leaves nobody less than nothing, does not depend on the order, and leaves as it is what is right already', () => {
    const accounts = array(record({ agent: constantFrom('a', 'b', 'c', 'd', 'e'), fen: integer({ min: 0, max: 300_000_000 }) }), { minLength: 1, maxLength: 5 })
      .map((drawn) => accountsOf(drawn.map(({ agent, fen }) => ({ kind: 'accrual' as const, payee: 'owner' as const, agent, fen }))));
    assert(property(accounts, integer({ min: 0, max: 500_000_000 }), (before, toFen) => {
      const after = (from: readonly Account[]): readonly Account[] => accountsOf([...from.map(({ payee, agent, earnedFen }) => ({ kind: 'accrual' as const, payee, agent, fen: earnedFen })), ...broughtTo(toFen, from, shares, commission)]);
      const sorted = (from: readonly Account[]): string => JSON.stringify([...after(from)].sort((a, b) => (a.agent ?? '') < (b.agent ?? '') ? -1 : 1));
      const sum = before.reduce((total, { earnedFen }) => total + earnedFen, 0);
      return after(before).reduce((total, { earnedFen }) => total + earnedFen, 0) === toFen && after(before).every(({ earnedFen }) => earnedFen >= 0) && sorted(before) === sorted([...before].reverse()) && (sum === 0 || broughtTo(sum, before, shares, commission).length === 0);
    }));
  });

  it('comes back to what it was by going there and back, but for a 分 each', () => {
    assert(property(integer({ min: 1, max: 400_000_000 }), integer({ min: 1, max: 9_999 }), (priceFen, points) => {
      const [low, high] = [commissionOf(priceFen, rates, 0), commissionOf(priceFen, rates, 600_000_000)];
      const [a, b] = [Math.floor(low * points / 10_000), low - Math.floor(low * points / 10_000)];
      if (low === 0 || a === 0) return true;
      const at = (from: readonly Account[], fen: number): readonly Account[] => accountsOf([...from.map(({ payee, agent, earnedFen }) => ({ kind: 'accrual' as const, payee, agent, fen: earnedFen })), ...broughtTo(fen, from, shares, commission)]);
      const back = at(at([account('a', a), account('b', b)], high), low);
      return Math.abs((back[0]?.earnedFen ?? 0) - a) <= 1 && Math.abs((back[1]?.earnedFen ?? 0) - b) <= 1;
    }));
  });
});
