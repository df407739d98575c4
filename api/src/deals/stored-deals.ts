import type { DealDispute, DealStage, DealView, DisputeDecision, OwnershipDecision, Portion } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { Reading, Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { CommissionLedger } from './commission-ledger';

/** A deal as it is stored, with the names its views show. */
export interface StoredDeal {
  readonly id: string;
  readonly customerId: string;
  readonly label: string;
  readonly unit: string | null;
  readonly unitId: string | null;
  readonly stage: DealStage;
  readonly closerId: string | null;
  readonly closerName: string | null;
  readonly handlerId: string | null;
  readonly handlerName: string | null;
  readonly buyerId: string | null;
  readonly buyerLabel: string | null;
  readonly closedAt: number;
  readonly businessDate: string;
  readonly commissionFen: number;
  readonly listFen: number | null;
  readonly priceFen: number | null;
  readonly depositFen: number | null;
  readonly softUntil: number | null;
  readonly depositDate: string | null;
  readonly signedDate: string | null;
  readonly deliveredDate: string | null;
  readonly endedDate: string | null;
  readonly dispute: DealDispute;
  readonly rulingId: string | null;
  readonly decision: OwnershipDecision | null;
  /** By which it divides: of the table's decision or of a dispute's ruling. */
  readonly shares: readonly Portion[];
  readonly entry: number;
}

type DealRow = Readonly<Record<string, string | number | null>>;

const columns = `d.id, d.customer_id, c.label, d.unit, d.unit_id, d.stage, d.closer_id, p.name AS closer_name, d.handler_id, h.name AS handler_name, d.buyer_id, b.label AS buyer_label, d.closed_at, d.business_date,
  d.commission_fen, d.list_fen, d.price_fen, d.deposit_fen, d.soft_until, d.deposit_date, d.signed_date, d.delivered_date, d.ended_date, d.dispute, d.ruling_id, r.decision, d.entry_number
  FROM deal d JOIN customer c ON c.id = d.customer_id LEFT JOIN ruling r ON r.id = d.ruling_id LEFT JOIN person p ON p.id = d.closer_id LEFT JOIN person h ON h.id = d.handler_id LEFT JOIN customer b ON b.id = d.buyer_id`;

const text = (value: string | number | null | undefined): string | null => value == null ? null : String(value);
const number = (value: string | number | null | undefined): number | null => value == null ? null : Number(value);

function dealOf(row: DealRow): StoredDeal {
  const decision = text(row['decision']);
  return {
    id: String(row['id']), customerId: String(row['customer_id']), label: String(row['label']), unit: text(row['unit']), unitId: text(row['unit_id']), stage: String(row['stage']) as DealStage,
    closerId: text(row['closer_id']), closerName: text(row['closer_name']), handlerId: text(row['handler_id']), handlerName: text(row['handler_name']), buyerId: text(row['buyer_id']), buyerLabel: text(row['buyer_label']),
    closedAt: Number(row['closed_at']), businessDate: String(row['business_date']), commissionFen: Number(row['commission_fen']), listFen: number(row['list_fen']), priceFen: number(row['price_fen']), depositFen: number(row['deposit_fen']),
    softUntil: number(row['soft_until']), depositDate: text(row['deposit_date']), signedDate: text(row['signed_date']), deliveredDate: text(row['delivered_date']), endedDate: text(row['ended_date']),
    dispute: String(row['dispute']) as DealDispute, rulingId: text(row['ruling_id']), decision: ownershipIn(decision), shares: decision === null ? [] : (JSON.parse(decision) as OwnershipDecision | DisputeDecision).shares, entry: Number(row['entry_number']),
  };
}

/** How the table divided a deal; null where nothing did yet, and where a dispute's ruling divides it. */
function ownershipIn(stored: string | null): OwnershipDecision | null {
  const decision = stored === null ? null : JSON.parse(stored) as OwnershipDecision | DisputeDecision;
  return decision?.kind === 'ownership' ? decision : null;
}

export interface DealFilter {
  /** Only deals this agent handles, closed, is paid for, or calls theirs in a case that is open. */
  readonly agentId?: string | null;
  readonly customerId?: string | null;
  readonly stage?: DealStage | null;
  /** Only deals whose unit is theirs. */
  readonly isLive?: boolean;
  readonly most?: number;
}

/** The stored deals of an office. */
@Injectable()
export class StoredDeals {
  constructor(private readonly ledger: CommissionLedger) {}

  /** @throws Problem 404 `deal_not_found` */
  async byId(reading: Reading, officeId: string, id: string): Promise<StoredDeal> {
    const { rows: [row] } = await reading.run<DealRow>(`SELECT ${columns} WHERE d.office_id = ? AND d.id = ?`, [officeId, id]);
    if (!row) throw new Problem('deal_not_found', 404);
    return dealOf(row);
  }

  /** Newest first. */
  async list(reading: Reading, officeId: string, { agentId = null, customerId = null, stage = null, isLive = false, most = 500 }: DealFilter): Promise<readonly StoredDeal[]> {
    const { rows } = await reading.run<DealRow>(
      `SELECT ${columns} WHERE d.office_id = ?${customerId === null ? '' : ' AND d.customer_id = ?'}${stage === null ? '' : ' AND d.stage = ?'}${isLive ? ' AND d.live_unit IS NOT NULL' : ''}${agentId === null ? '' : ` AND (d.handler_id = ? OR d.closer_id = ? OR EXISTS (SELECT 1 FROM commission_posting k WHERE k.deal_id = d.id AND k.agent_id = ?) OR (d.dispute = 'open' AND EXISTS (SELECT 1 FROM dispute_party y JOIN dispute s ON s.id = y.dispute_id WHERE y.agent_id = ? AND s.customer_id = d.customer_id AND (s.deal_id = d.id OR s.deal_id IS NULL) AND s.state IN ('open', 'appealed'))))`}
       ORDER BY d.closed_at DESC, d.entry_number DESC LIMIT ${most}`,
      [officeId, ...customerId === null ? [] : [customerId], ...stage === null ? [] : [stage], ...agentId === null ? [] : [agentId, agentId, agentId, agentId]]);
    return rows.map(dealOf);
  }

  /** Soft deposits that are over. */
  async lapsing(reading: Reading, officeId: string, at: number, most: number): Promise<readonly StoredDeal[]> {
    const { rows } = await reading.run<DealRow>(`SELECT ${columns} WHERE d.stage = 'soft_deposit' AND d.soft_until <= ? AND d.office_id = ? ORDER BY d.soft_until LIMIT ${most}`, [at, officeId]);
    return rows.map(dealOf);
  }

  /** The live deal on a unit. */
  async onUnit(reading: Reading, officeId: string, unitId: string): Promise<StoredDeal | null> {
    const { rows: [row] } = await reading.run<DealRow>(`SELECT ${columns} WHERE d.office_id = ? AND d.live_unit = ?`, [officeId, unitId]);
    return row ? dealOf(row) : null;
  }

  /** Signed deals whose payments due before a day are not covered by what was received. */
  async behind(reading: Reading, officeId: string, today: string): Promise<readonly StoredDeal[]> {
    const { rows } = await reading.run<DealRow>(
      `SELECT ${columns} WHERE d.office_id = ? AND d.stage IN ('contract', 'delivered')
       AND (SELECT COALESCE(SUM(i.fen), 0) FROM instalment i WHERE i.deal_id = d.id AND i.due_on < ? AND i.plan = (SELECT MAX(x.plan) FROM instalment x WHERE x.deal_id = d.id))
         > (SELECT COALESCE(SUM(t.fen), 0) FROM receipt t WHERE t.deal_id = d.id AND t.kind <> 'fee') ORDER BY d.closed_at`, [officeId, today]);
    return rows.map(dealOf);
  }

  /** Changes what a step changes. Column names come from this file alone. */
  async set(tx: Tx, id: string, change: Partial<Record<keyof typeof changeable, string | number | null>>): Promise<void> {
    const names = (Object.keys(changeable) as (keyof typeof changeable)[]).filter((name) => change[name] !== undefined);
    if (names.length > 0) await tx.run(`UPDATE deal SET ${names.map((name) => `${changeable[name]} = ?`).join(', ')} WHERE id = ?`, [...names.map((name) => change[name]), id]);
  }

  /** @param freezes whether pay-out waits for a dispute (P103) */
  async view(reading: Reading, deal: StoredDeal, freezes: boolean): Promise<DealView> {
    const accounts = await this.ledger.accounts(reading, deal.id);
    return {
      id: deal.id, customer: { id: deal.customerId, label: deal.label }, stage: deal.stage, unit: deal.unit, unitId: deal.unitId, priceFen: deal.priceFen,
      closer: deal.closerId === null ? null : { id: deal.closerId, name: deal.closerName ?? '' }, closedAt: deal.closedAt, businessDate: deal.businessDate, commissionFen: deal.commissionFen, dispute: deal.dispute,
      frozen: freezes && deal.dispute === 'open', shares: accounts.flatMap(({ payee, person, earnedFen }) => earnedFen === 0 ? [] : [{ payee, agent: person, fen: earnedFen }]), decision: deal.decision, entry: deal.entry,
    };
  }
}

const changeable = {
  stage: 'stage', unit: 'unit', unitId: 'unit_id', liveUnit: 'live_unit', buyerId: 'buyer_id', commissionFen: 'commission_fen', listFen: 'list_fen', priceFen: 'price_fen', softUntil: 'soft_until', depositFen: 'deposit_fen',
  signedDate: 'signed_date', deliveredDate: 'delivered_date', endedDate: 'ended_date', dispute: 'dispute', rulingId: 'ruling_id', closerId: 'closer_id',
} as const;
