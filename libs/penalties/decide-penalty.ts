import type { PenaltyDecision, PenaltyTrigger } from '@lunjie/contracts';
import type { PenaltyRow } from '@lunjie/policy';

/** What was verified against an agent. Pay in 分. */
export interface Offence {
  readonly trigger: string;
  /** As the policy's role graded it (P107); null where nobody had to. */
  readonly severity: 'ordinary' | 'serious' | null;
  /** How many times it has happened with this one. */
  readonly times: number;
  readonly dayBasePayFen: number;
  readonly monthBasePayFen: number;
  readonly monthBonusFen: number;
}

function mismatch(row: PenaltyRow, { trigger, severity, times }: Offence): PenaltyDecision['rulesNotMatched'][number] | null {
  const against = (fact: 'trigger' | 'severity' | 'slips', expected: string, actual: string) => ({ row: row.id, clause: row.clause, fact, expected, actual });
  if (row.trigger !== trigger) return against('trigger', row.trigger, trigger);
  if (row.severity !== 'any' && row.severity !== severity) return against('severity', row.severity, severity ?? 'none');
  if (row.slips !== null && times < row.slips) return against('slips', `>=${row.slips}`, String(times));
  return null;
}

/** Half a 分 and more is a 分: what is deducted is never less than the rule says. */
const partOf = (fen: number, percent: number): number => Math.round((fen * percent) / 100);

/**
 * What a verified violation or a slip brings: the first row of the policy's schedule that matches decides (P106; 003 §(二)4,
 * 000 §12A). Null in `row`: the schedule knows no penalty for it.
 */
export function decidePenalty(rows: readonly PenaltyRow[], offence: Offence): PenaltyDecision {
  const rulesNotMatched: PenaltyDecision['rulesNotMatched'][number][] = [];
  for (const row of rows) {
    const against = mismatch(row, offence);
    if (against) { rulesNotMatched.push(against); continue; }
    return {
      row: row.id, clause: row.clause, times: offence.times, rulesNotMatched,
      deductFen: partOf(offence.dayBasePayFen, row.day_base_pay_percent) + partOf(offence.monthBasePayFen, row.month_base_pay_percent) + partOf(offence.monthBonusFen, row.month_bonus_percent),
      fineFen: Math.round(row.fine_yuan * 100), points: row.points, loseTurns: row.lose_turns, suspendFor: row.suspend, forfeitsDeal: row.forfeit_deal, escalation: row.escalation,
    };
  }
  return { row: null, clause: '', times: offence.times, rulesNotMatched, deductFen: 0, fineFen: 0, points: 0, loseTurns: 0, suspendFor: null, forfeitsDeal: false, escalation: 'none' };
}

/** What the schedule knows, in its own order: each violation once, and what whoever issues it has to say. */
export function triggersOf(rows: readonly PenaltyRow[]): readonly PenaltyTrigger[] {
  return [...new Set(rows.map(({ trigger }) => trigger))].map((trigger) => {
    const own = rows.filter((row) => row.trigger === trigger);
    return {
      trigger, clause: own[0]?.clause ?? '', graded: own.some(({ severity }) => severity !== 'any'), forfeitsDeal: own.some(({ forfeit_deal }) => forfeit_deal),
      pay: [
        ...own.some((row) => row.day_base_pay_percent > 0) ? ['dayBasePayFen' as const] : [], ...own.some((row) => row.month_base_pay_percent > 0) ? ['monthBasePayFen' as const] : [],
        ...own.some((row) => row.month_bonus_percent > 0) ? ['monthBonusFen' as const] : [],
      ],
    };
  });
}
