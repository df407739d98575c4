import type { AgentClaims, CommissionSums } from '@lunjie/contracts';
import { length, nameOf, row, sum, type Speech, type Told, type ToldBlock, type ToldRow } from './told';

const postings = ['accrual', 'reversal', 'adjustment', 'release', 'clawback'] as const satisfies readonly (keyof CommissionSums)[];

/** A dispute is ruled on by people, not by a clause. */
const clauseIn = (clause: string, t: Speech['t']): string => clause === 'ruling' ? t('disputes.clauseRuling') : clause || t('conduct.noClause');

/** Who won and lost customers somebody else claimed too, by the clause that decided. */
export function tellClaims(told: Told, speech: Speech): ToldBlock {
  const { t } = speech;
  const [now, before] = [told.now.claims, told.before.claims];
  const side = ({ agent, won, shared, lost }: AgentClaims): string => {
    const parts = Object.entries({ won, shared, lost }).filter(([, number]) => number > 0).map(([what, number]) => t(`conduct.side.${what}`, { number }));
    return t('conduct.sides', { name: nameOf(told, agent, speech), parts: parts.join(t('conduct.gap')) });
  };
  return {
    id: 'claims', empty: now.rulings.number + now.proposed.number === 0,
    sums: [sum(t('conduct.rulings'), now.rulings, before.rulings), sum(t('conduct.contested'), now.contested, before.contested), sum(t('conduct.proposed'), now.proposed, before.proposed)],
    tables: [
      { caption: t('conduct.byClause'), first: t('conduct.clause'), columns: [t('conduct.rulings'), t('conduct.contested'), t('conduct.who')], endsInWords: true, rows: now.clauses.map(({ clause, rulings, contested, agents }) => row(clauseIn(clause, t), [rulings.number, contested, agents.map(side).join(t('conduct.stop'))])) },
      { caption: t('conduct.byAgent'), first: t('conduct.agent'), columns: ['won', 'shared', 'lost'].map((what) => t(`conduct.${what}`)), endsInWords: false, rows: now.agents.map(({ agent, won, shared, lost }) => row(nameOf(told, agent, speech), [won, shared, lost])) },
    ],
  };
}

/** Disputes by how, where and how soon they ended. */
export function tellDisputes({ now: { disputes: now }, before: { disputes: before } }: Told, speech: Speech): ToldBlock {
  const { t } = speech;
  return {
    id: 'disputes', empty: now.opened.number + now.settled.number + now.open.number + now.appealed.number + now.stood.number + now.fell.number === 0,
    sums: [
      ...(['opened', 'settled', 'open', 'appealed', 'stood', 'fell'] as const).map((what) => sum(t(`conduct.dispute.${what}`), now[what], before[what])),
      { label: t('conduct.median'), now: length(now.medianMs, speech), before: length(before.medianMs, speech), behind: null },
    ],
    tables: [
      {
        caption: t('conduct.byOutcome'), first: t('conduct.outcome'), columns: [t('conduct.number')], endsInWords: false,
        rows: now.outcomes.map(({ outcome, to, settled }) => row(to === null ? t(`disputes.outcome.${outcome}`) : t('conduct.wentTo', { outcome: t(`disputes.outcome.${outcome}`), to: t(`disputes.payee.${to}`) }), [settled.number])),
      },
      { caption: t('conduct.byStep'), first: t('conduct.step'), columns: [t('conduct.number'), t('conduct.median')], endsInWords: false, rows: now.steps.map(({ step, settled, medianMs }) => row(t(`disputes.step.${step}`), [settled, length(medianMs, speech)])) },
    ],
  };
}

/** The commission ledger by clause and payee, in 元. */
export function tellCommission({ now: { commission: now }, before: { commission: before } }: Told, { t, amounts }: Speech): ToldBlock {
  const earned = ({ accrual, reversal, adjustment }: CommissionSums): number => accrual + reversal + adjustment;
  const line = (label: string, sums: CommissionSums, kind: ToldRow['kind']): ToldRow => row(label, [...postings.map((posting) => sums[posting]), earned(sums)].map((fen) => fen === 0 ? '–' : amounts.plain(fen)), kind);
  const clauses = now.clauses.flatMap(({ clause, sums, payees }) => [line(clauseIn(clause, t), sums, 'plain'), ...payees.map(({ payee, sums: theirs }) => line(t(`disputes.payee.${payee}`), theirs, 'sub'))]);
  return {
    id: 'commission', empty: now.postings.number === 0, sums: [sum(t('conduct.postings'), now.postings, before.postings)],
    tables: [{ caption: t('conduct.yuan'), first: t('conduct.clause'), columns: [...postings.map((posting) => t(`deals.posting.${posting}`)), t('conduct.earned')], endsInWords: false, rows: [...clauses, line(t('conduct.total'), now.sums, 'sum'), line(t('conduct.before'), before.sums, 'before')] }],
  };
}
