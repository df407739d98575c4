import fc from 'fast-check';
import { accountsOf, releasesOf, successionPostings, type Account } from './index';

const account = (agent: string | null, earnedFen: number, releasedFen = 0, payee: Account['payee'] = 'owner'): Account => ({ payee, agent, earnedFen, releasedFen });

describe('the part of who takes over a running deal (P91)', () => {
  it.each([
    ['half of what is not released yet', [account('wang', 400_000, 40_000)], 50, [['wang', -180_000], ['li', 180_000]]],
    ['rounded down to the fen', [account('wang', 100_001)], 33.33, [['wang', -33_330], ['li', 33_330]]],
    ['of each of their accounts, and of nobody else\'s', [account('wang', 1_000), account('zhao', 9_000), account('wang', 500, 0, 'closer'), account(null, 700, 0, 'department')], 10, [['wang', -100], ['li', 100], ['wang', -50], ['li', 50]]],
    ['nothing where all is released, or the office gives nothing', [account('wang', 400_000, 400_000)], 50, []],
    ['nothing at nought per cent', [account('wang', 400_000)], 0, []],
  ] as const)('is %s', (_told, accounts, percent, moved) => {
    expect(successionPostings(accounts, 'wang', 'li', percent).map(({ agent, fen }) => [agent, fen])).toEqual(moved);
  });

  it('takes nothing back that was released, of them alone', () => {
    const accounts = [account('wang', 300_000, 40_000), account('zhao', 300_000, 40_000)];
    expect(releasesOf(accounts, 1_000, new Set(['wang'])).map(({ kind, agent, fen }) => [kind, agent, fen])).toEqual([['clawback', 'zhao', -10_000]]);
    expect(releasesOf(accounts, 10_000, new Set(['wang'])).map(({ fen }) => fen)).toEqual([260_000, 260_000]);
  });

  it('keeps the deal\'s sum, and nobody below what was released', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), (earned, part, percent) => {
      const released = Math.floor(earned * part);
      const postings = successionPostings([account('wang', earned, released)], 'wang', 'li', percent);
      const after = accountsOf([{ kind: 'accrual', payee: 'owner', agent: 'wang', fen: earned }, ...postings]);
      expect(after.reduce((sum, { earnedFen }) => sum + earnedFen, 0)).toBe(earned);
      expect(after.find(({ agent }) => agent === 'wang')?.earnedFen).toBeGreaterThanOrEqual(released);
    }));
  });
});
