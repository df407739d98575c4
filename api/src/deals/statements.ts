import { creditIn } from '@lunjie/commission';
import { shownOfHash, type CommissionPostingKind, type CommissionStatement, type DisputeDecision, type EntryMark, type OwnershipDecision, type Payee, type PayoutRow, type PayoutSheet, type StatementLine, type StatementSums } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { PenaltyLedger } from '../penalties/penalty-ledger';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Staff } from '../staff/staff';
import { Payments } from './payments';

interface PostedRow {
  readonly kind: CommissionPostingKind;
  readonly business_date: string;
  readonly deal_id: string;
  readonly unit: string | null;
  readonly customer_id: string;
  readonly label: string;
  readonly payee: Payee;
  readonly agent_id: string | null;
  readonly name: string | null;
  readonly fen: number | string;
  readonly entry_number: number | string;
  readonly hash: string;
  readonly price_fen: number | string | null;
  readonly commission_fen: number | string;
  readonly stage: PayoutRow['stage'];
}

const posted = `SELECT k.kind, k.business_date, k.deal_id, d.unit, d.customer_id, c.label, k.payee, k.agent_id, p.name, k.fen, k.entry_number, e.hash, d.price_fen, d.commission_fen, d.stage
  FROM commission_posting k JOIN deal d ON d.id = k.deal_id JOIN customer c ON c.id = d.customer_id JOIN register_entry e ON e.office_id = k.office_id AND e.number = k.entry_number
  LEFT JOIN person p ON p.id = k.agent_id`;

const sumOf = (rows: readonly Pick<PostedRow, 'kind' | 'fen'>[], ...kinds: readonly CommissionPostingKind[]): number => rows.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { fen }) => sum + Number(fen), 0);
const openOf = (rows: readonly PostedRow[]): number => sumOf(rows, 'accrual', 'reversal', 'adjustment') - sumOf(rows, 'release', 'clawback');

function sumsOf(rows: readonly PostedRow[]): StatementSums {
  return { accruedFen: sumOf(rows, 'accrual'), reversedFen: sumOf(rows, 'reversal'), adjustedFen: sumOf(rows, 'adjustment'), releasedFen: sumOf(rows, 'release'), clawedBackFen: sumOf(rows, 'clawback') };
}

const lineOf = (row: PostedRow): StatementLine => ({
  date: row.business_date, kind: row.kind, deal: row.deal_id, unit: row.unit, customer: { id: row.customer_id, label: row.label }, fen: Number(row.fen), entry: Number(row.entry_number),
});

/** What the ledger says of a month: each agent's statement, and the pay-out sheet (form 14). */
@Injectable()
export class Statements {
  constructor(
    private readonly transactions: Transactions,
    private readonly staff: Staff,
    private readonly penalties: PenaltyLedger,
    private readonly payments: Payments,
  ) {}

  /** @param month '2026-11' @throws Problem 404 `person_not_found` */
  statement(officeId: string, agentId: string, month: string): Promise<CommissionStatement> {
    return this.transactions.read(async (reading) => {
      const { name } = await this.staff.member(reading, officeId, agentId);
      const { rows } = await reading.run<PostedRow>(`${posted} WHERE k.office_id = ? AND k.agent_id = ? AND k.business_date <= ? ORDER BY k.business_date, k.entry_number, k.seq`, [officeId, agentId, `${month}-31`]);
      const before = rows.filter(({ business_date: date }) => date < `${month}-01`);
      const within = rows.filter(({ business_date: date }) => date >= `${month}-01`);
      const sums = sumsOf(within);
      const penalties = (await this.penalties.statement(reading, officeId, agentId, month)).lines.map(({ date, trigger, clause, deductFen, fineFen, entry }) => ({ date, trigger, clause, deductFen: deductFen + fineFen, entry }));
      const penaltiesFen = penalties.reduce((sum, { deductFen }) => sum + deductFen, 0);
      return {
        month, agent: { id: agentId, name }, lines: within.map(lineOf), sums, openBeforeFen: openOf(before), openAfterFen: openOf(rows), penalties, penaltiesFen,
        payableFen: sums.releasedFen + sums.clawedBackFen - penaltiesFen, credit: await this.credit(reading, officeId, agentId, month),
      };
    });
  }

  /** 业绩 of the month: deals that closed in it and stand, by the part of each that is the agent's. */
  private async credit(reading: Reading, officeId: string, agentId: string, month: string): Promise<CommissionStatement['credit']> {
    const { rows } = await reading.run<{ price_fen: number | string | null; decision: string }>(
      'SELECT d.price_fen, r.decision FROM deal d JOIN ruling r ON r.id = d.ruling_id WHERE d.office_id = ? AND d.ended_date IS NULL AND d.business_date BETWEEN ? AND ?', [officeId, `${month}-01`, `${month}-31`]);
    const parts = rows.flatMap(({ price_fen: price, decision }) => {
      const points = creditIn(JSON.parse(decision) as OwnershipDecision | DisputeDecision).reduce((sum, each) => each.agent === agentId ? sum + each.points : sum, 0);
      return points === 0 ? [] : [{ points, fen: Math.floor(Number(price ?? 0) * points / 10_000) }];
    });
    return { deals: parts.reduce((sum, { points }) => sum + points, 0) / 10_000, priceFen: parts.reduce((sum, { fen }) => sum + fen, 0) };
  }

  /** Everything that is paid out or clawed back in a month, deal by deal and payee by payee. @param month '2026-11' */
  payout(officeId: string, month: string): Promise<PayoutSheet> {
    return this.transactions.read(async (reading) => {
      const { rows } = await reading.run<PostedRow>(
        `${posted} WHERE k.office_id = ? AND k.business_date <= ? AND EXISTS (SELECT 1 FROM commission_posting m WHERE m.deal_id = k.deal_id AND m.kind IN ('release', 'clawback') AND m.business_date BETWEEN ? AND ?)
         ORDER BY d.unit, k.deal_id, k.seq`, [officeId, `${month}-31`, `${month}-01`, `${month}-31`]);
      const received = await this.payments.receivedOfAll(reading, officeId);
      const accounts = new Map<string, PostedRow[]>();
      for (const row of rows) {
        const name = `${row.deal_id}/${row.payee}/${row.agent_id ?? ''}`;
        accounts.set(name, [...accounts.get(name) ?? [], row]);
      }
      const sheet = [...accounts.values()].flatMap((postings) => payoutRow(postings, month, received));
      return { month, rows: sheet, releasedFen: sheet.reduce((sum, { releasedFen }) => sum + releasedFen, 0), clawedBackFen: sheet.reduce((sum, { clawedBackFen }) => sum + clawedBackFen, 0) };
    });
  }
}

/** The entries by which accounts were paid out or clawed back, each once. */
function entriesOf(postings: readonly PostedRow[]): readonly EntryMark[] {
  const paid = postings.filter(({ kind }) => kind === 'release' || kind === 'clawback').map(({ entry_number, hash }): readonly [number, string] => [Number(entry_number), hash]);
  return [...new Map(paid)].map(([number, hash]) => ({ number, hash: hash.slice(0, shownOfHash) }));
}

function payoutRow(postings: readonly PostedRow[], month: string, received: ReadonlyMap<string, number>): readonly PayoutRow[] {
  const [first] = postings;
  const within = postings.filter(({ business_date: date }) => date >= `${month}-01`);
  const sums = sumsOf(within);
  if (!first || (sums.releasedFen === 0 && sums.clawedBackFen === 0)) return [];
  const earnedFen = sumOf(postings, 'accrual', 'reversal', 'adjustment');
  const commissionFen = Number(first.commission_fen);
  return [{
    deal: first.deal_id, unit: first.unit, customer: { id: first.customer_id, label: first.label }, stage: first.stage, priceFen: first.price_fen === null ? null : Number(first.price_fen), receivedFen: received.get(first.deal_id) ?? 0,
    commissionFen, payee: first.payee, agent: first.agent_id === null ? null : { id: first.agent_id, name: first.name ?? '' }, points: commissionFen === 0 ? 0 : Math.round(earnedFen * 10_000 / commissionFen), earnedFen,
    releasedBeforeFen: sumOf(postings.filter(({ business_date: date }) => date < `${month}-01`), 'release', 'clawback'), releasedFen: sums.releasedFen, clawedBackFen: sums.clawedBackFen, entries: entriesOf(within),
  }];
}
