import type { PenaltyDecision } from '@lunjie/contracts';
import { numberIn, textIn, type Entered } from '@lunjie/deal-life';
import type { RowKind } from './row-kinds';

const since = (entry: Entered, name: string, value: unknown): unknown => name in entry.content ? value : undefined;

/** Penalties, and the ledger of what they cost and what appeals gave back. */
export const penaltyRows: readonly RowKind[] = [
  {
    part: 'penalty', table: 'penalty', columns: ['agent_id', 'at', 'business_date', 'penalty_trigger', 'severity', 'decision', 'suspended_until', 'policy_version', 'issued_by', 'deal_id', 'appeal_until'], number: 'entry_number', order: 'id',
    expected: (entry) => entry.kind !== 'penalty' ? [] : [{
      agent_id: entry.subject, at: entry.at, business_date: entry.date, penalty_trigger: textIn(entry, 'trigger'), severity: textIn(entry, 'severity'), decision: entry.content['decision'], suspended_until: numberIn(entry, 'suspendedUntil'),
      // Older entries say nothing of these, and penalties from before them bear no issuer.
      deal_id: since(entry, 'deal', textIn(entry, 'deal')), appeal_until: since(entry, 'appealUntil', numberIn(entry, 'appealUntil')), policy_version: since(entry, 'policyVersion', numberIn(entry, 'policyVersion')),
      // Whoever signs somebody in late enters the fine; the rule issues it (P19).
      issued_by: since(entry, 'policyVersion', entry.content['byRule'] === true ? null : entry.by),
    }],
  },
  {
    part: 'penalty_posting', table: 'penalty_posting', columns: ['agent_id', 'business_date', 'kind', 'deduct_fen', 'fine_fen', 'points'], number: 'entry_number', order: 'id',
    expected: (entry, { costs }) => {
      const isReversal = entry.kind === 'penalty_appeal_heard' && entry.content['upheld'] === true;
      if (entry.kind === 'penalty') {
        const { deductFen, fineFen, points } = entry.content['decision'] as PenaltyDecision;
        costs.set(entry.number, [deductFen, fineFen, Math.round(points * 100)]);
      }
      if (entry.kind !== 'penalty' && !isReversal) return [];
      const [deduct, fine, points] = costs.get(isReversal ? entry.corrects ?? 0 : entry.number) ?? [0, 0, 0];
      const sign = isReversal ? -1 : 1;
      return [{ agent_id: entry.subject, business_date: entry.date, kind: isReversal ? 'reversed' : 'issued', deduct_fen: sign * deduct, fine_fen: sign * fine, points: sign * points }];
    },
  },
];
