import type { Account, Posting } from './accounts';

/**
 * The postings by which whoever takes over a running deal's customer has their part of what is not released yet to the one
 * who goes (P91): rounded down to the 分, so that nobody's account comes below what was released. The sum stays.
 * @param percent 0 to 100
 */
export function successionPostings(accounts: readonly Account[], from: string, to: string, percent: number): readonly Posting[] {
  return accounts.flatMap(({ payee, agent, earnedFen, releasedFen }): readonly Posting[] => {
    const fen = agent === from ? Math.floor((earnedFen - Math.max(releasedFen, 0)) * percent / 100) : 0;
    return fen > 0 ? [{ kind: 'adjustment', payee, agent, fen: -fen }, { kind: 'adjustment', payee, agent: to, fen }] : [];
  });
}
