import type { PolicyValues } from '@lunjie/policy';
import type { Account, Posting } from './accounts';

/** What came in for a deal on a business date, in 分; negative for what went back. */
export interface PaidOn {
  readonly date: string;
  readonly fen: number;
}

/** How far a deal had come, and when. */
export interface DealProgress {
  /** Business date; null while nothing is signed. */
  readonly signedOn: string | null;
  /** 分; null where no price is known: nothing is then left to be paid. */
  readonly priceFen: number | null;
  readonly paid: readonly PaidOn[];
}

/** Whether somebody whose last day was `leftOn` is still paid for a deal (P145): it was signed by then, and paid for in full where the office asks for that. */
export function isPaidAfterLeaving(leftOn: string, { signedOn, priceFen, paid }: DealProgress, cutoff: PolicyValues['commission']['departure_cutoff']): boolean {
  if (signedOn === null || signedOn > leftOn) return false;
  return cutoff === 'signed' || priceFen === null || paid.reduce((sum, { date, fen }) => sum + (date <= leftOn ? fen : 0), 0) >= priceFen;
}

/**
 * Those who are gone and not paid for a deal any longer. Nobody is gone before their last day is over.
 * @param gone the last day of each agent who left or was transferred
 * @param today business date
 */
export function departedFrom(gone: ReadonlyMap<string, string>, progress: DealProgress, cutoff: PolicyValues['commission']['departure_cutoff'], today: string): ReadonlySet<string> {
  return new Set([...gone].flatMap(([agent, leftOn]) => leftOn < today && !isPaidAfterLeaving(leftOn, progress, cutoff) ? [agent] : []));
}

/**
 * The postings by which what those who are gone are not paid goes to the department (P145). What was released to them
 * before stays theirs, and the sum of the deal stays what it is.
 */
export function departurePostings(accounts: readonly Account[], departed: ReadonlySet<string>): readonly Posting[] {
  return accounts.flatMap(({ payee, agent, earnedFen, releasedFen }): readonly Posting[] => {
    const fen = earnedFen - Math.max(releasedFen, 0);
    if (agent === null || !departed.has(agent) || fen <= 0) return [];
    return [{ kind: 'adjustment', payee, agent, fen: -fen }, { kind: 'adjustment', payee: 'department', agent: null, fen }];
  });
}
