import type { OwnershipDecision, Portion } from '@lunjie/contracts';
import { trySplits } from '@lunjie/testing';
import { commissionOf, divide, releasablePoints, splitVerdict } from './index';

declare const process: { readonly env: Readonly<Record<string, string | undefined>> };

const portion = (agent: string, points: number): Portion => ({ payee: 'owner', agent, points, range: null });

describe('the commission of a deal', () => {
  it('sums to the 分 through divisions, releases and reversals, whoever comes first', () => {
    // `npm run bench -- splits` tries a million; SPLITS says how many are tried here.
    const splits = Number(process.env['SPLITS'] ?? 10_000);
    expect(trySplits({ seed: 20_261_121, splits })).toEqual({ splits });
  });

  it('is counted by the highest tier the price reaches, half a 分 up (P142)', () => {
    const rates = [{ from_yuan: 0, per_ten_thousand: 40 }, { from_yuan: 2_000_000, per_ten_thousand: 50 }];
    expect([199_999_999, 200_000_000, 100_000_125].map((fen) => commissionOf(fen, rates))).toEqual([800_000, 1_000_000, 400_001]);
    expect(commissionOf(1_000_000, [{ from_yuan: 20_000, per_ten_thousand: 40 }])).toBe(0);
  });

  it('gives the team pool its part first, and all alike where the floor shares (P147)', () => {
    expect(divide(100_001, [portion('A', 8_000), portion('B', 2_000)], { team_pool_percent: 25, floor_mode: 'competitive' }).map(({ payee, agent, fen }) => [agent ?? payee, fen])).toEqual([['A', 60_001], ['B', 15_000], ['team_pool', 25_000]]);
    expect(divide(10, [portion('A', 10_000)], { team_pool_percent: 0, floor_mode: 'shared_equal' }, ['C', 'A', 'B']).map(({ agent, fen }) => [agent, fen])).toEqual([['A', 4], ['B', 3], ['C', 3]]);
  });

  it('is released by what is reached, and not before the least part of the price came in (P143, P146)', () => {
    const policy = { release: [{ milestone: 'contract' as const, percent: 70 }, { milestone: 'loan' as const, percent: 20 }, { milestone: 'delivery' as const, percent: 10 }], minimum_receipt_percent: 30, requires_record: true };
    const reached = { deposit: true, contract: true, delivery: false, loan: false, receivedFen: 300, priceFen: 1_000, hasRecord: true };
    expect([reached, { ...reached, receivedFen: 299 }, { ...reached, receivedFen: 1_000 }, { ...reached, loan: true, delivery: true }, { ...reached, hasRecord: false }].map((each) => releasablePoints(each, policy))).toEqual([7_000, 0, 9_000, 10_000, 0]);
  });

  it('says of each share what gave it, and in 分 what a day would have made of it', () => {
    const decision = {
      kind: 'ownership', row: 'assisted_same_day', clause: '003 §(二)5', credit: [portion('A', 10_000)], shares: [portion('A', 5_000), portion('B', 5_000)], facts: { closed: 'same_day', assisted: 'yes' }, because: ['assisted', 'closed'],
      compared: [{ fact: 'closed', data: { visit: '2026-11-21', deal: '2026-11-21' } }], otherwise: [{ fact: 'closed', value: 'later', row: 'assisted', clause: '003 §(五)3(3)', credit: [portion('A', 10_000)], shares: [portion('A', 8_000), portion('B', 2_000)] }], policyVersion: 3,
    } as unknown as OwnershipDecision;
    const verdict = splitVerdict(decision, 400_001, (agent) => `顾问${agent}`);
    expect(verdict.shares).toMatchObject([{ agent: { id: 'A', name: '顾问A' }, points: 5_000, fen: 200_001, clause: '003 §(二)5' }, { fen: 200_000 }]);
    expect(verdict.because).toEqual([{ fact: 'assisted', value: 'yes', compared: null }, { fact: 'closed', value: 'same_day', compared: { visit: '2026-11-21', deal: '2026-11-21' } }]);
    expect(verdict.otherwise).toMatchObject([{ fact: 'closed', value: 'later', clause: '003 §(五)3(3)', shares: [{ points: 8_000, fen: 320_001 }, { points: 2_000, fen: 80_000 }] }]);
  });
});
