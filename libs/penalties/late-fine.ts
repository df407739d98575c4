import type { PenaltyDecision } from '@lunjie/contracts';

/** The violation a late sign-in is kept as; the schedule has no row of it: P19 itself says what it costs. */
export const lateSignIn = 'late_signin';

/**
 * The fine for signing in late (P19).
 * @param fineFen 分
 * @param times how many times it has happened with this one
 */
export function lateFine(fineFen: number, times: number): PenaltyDecision {
  return { row: null, clause: 'P19', times, rulesNotMatched: [], deductFen: 0, fineFen, points: 0, loseTurns: 0, suspendFor: null, forfeitsDeal: false, escalation: 'none' };
}
