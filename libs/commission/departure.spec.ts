import { accountsOf, departedFrom, departurePostings, isPaidAfterLeaving, releasesOf, type Posting } from './index';

const progress = { signedOn: '2026-11-20', priceFen: 1_000, paid: [{ date: '2026-11-20', fen: 400 }, { date: '2026-11-25', fen: 600 }] };
const accrued: readonly Posting[] = [{ kind: 'accrual', payee: 'owner', agent: 'A', fen: 801 }, { kind: 'accrual', payee: 'assistant', agent: 'B', fen: 200 }];

describe('the commission of who is gone (P145)', () => {
  it('is theirs where the deal was signed by their last day, and paid by then where that is asked', () => {
    const days = ['2026-11-19', '2026-11-20', '2026-11-24', '2026-11-25'];
    expect(days.map((day) => isPaidAfterLeaving(day, progress, 'signed'))).toEqual([false, true, true, true]);
    expect(days.map((day) => isPaidAfterLeaving(day, progress, 'signed_and_paid'))).toEqual([false, false, false, true]);
    expect([isPaidAfterLeaving('2026-11-25', { ...progress, signedOn: null }, 'signed'), isPaidAfterLeaving('2026-11-20', { ...progress, priceFen: null }, 'signed_and_paid')]).toEqual([false, true]);
  });

  it('goes to the department otherwise: what was released stays, the sum stays, and it happens once', () => {
    const departed = (today: string) => departedFrom(new Map([['A', '2026-11-19']]), progress, 'signed', today);
    const before = [...accrued, ...releasesOf(accountsOf(accrued), 3_000)];
    const moved = departurePostings(accountsOf(before), departed('2026-11-20'));
    expect(moved).toEqual([{ kind: 'adjustment', payee: 'owner', agent: 'A', fen: -561 }, { kind: 'adjustment', payee: 'department', agent: null, fen: 561 }]);
    const after = accountsOf([...before, ...moved]);
    expect(after.map(({ agent, earnedFen, releasedFen }) => [agent, earnedFen, releasedFen])).toEqual([['A', 240, 240], ['B', 200, 60], [null, 561, 0]]);
    expect([departurePostings(after, departed('2026-11-21')), departurePostings(accountsOf(before), departed('2026-11-19'))]).toEqual([[], []]);
  });
});
