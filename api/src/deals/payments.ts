import type { PaidOn } from '@lunjie/commission';
import { shownOfHash, type DealMoney, type InstalmentRequest, type PaymentMethod, type ReceiptKind, type ReceiptRow } from '@lunjie/contracts';
import { arrearsOf, coveredBy, type DemandKind } from '@lunjie/deal-life';
import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { DealHistory } from './deal-history';
import { Instalment } from './money.entity';
import type { StoredDeal } from './stored-deals';

/** An instalment of a deal's present plan. */
export interface PlannedPayment {
  readonly plan: number;
  readonly number: number;
  readonly dueOn: string;
  readonly fen: number;
  readonly kind: 'own' | 'loan';
}

/** What was received of a deal, in 分; fees are no part of it. */
export interface Received {
  readonly priceFen: number;
  readonly refundedFen: number;
  readonly feesFen: number;
  readonly loan: boolean;
}

interface ReceiptRecord {
  readonly id: string;
  readonly number: number | string;
  readonly deal_id: string;
  readonly unit: string | null;
  readonly customer_id: string;
  readonly label: string;
  readonly kind: ReceiptKind;
  readonly fen: number | string;
  readonly method: PaymentMethod;
  readonly paid_on: string;
  readonly at: number | string;
  readonly by_person: string;
  readonly name: string | null;
  readonly withdraws: number | string | null;
  readonly withdrawn_by: number | string | null;
  readonly entry_number: number | string;
  readonly hash: string | null;
}

/** What is read of receipts `t`. */
export const receiptColumns = `t.id, t.number, t.deal_id, d.unit, COALESCE(d.buyer_id, d.customer_id) AS customer_id, c.label, t.kind, t.fen, t.method, t.paid_on, t.at, t.by_person, p.name, t.withdraws,
  (SELECT w.number FROM receipt w WHERE w.office_id = t.office_id AND w.withdraws = t.number) AS withdrawn_by, t.entry_number, e.hash
  FROM receipt t JOIN deal d ON d.id = t.deal_id JOIN customer c ON c.id = COALESCE(d.buyer_id, d.customer_id) LEFT JOIN person p ON p.id = t.by_person
  LEFT JOIN register_entry e ON e.office_id = t.office_id AND e.number = t.entry_number`;

export function receiptOf(row: ReceiptRecord): ReceiptRow {
  return {
    id: row.id, number: Number(row.number), deal: row.deal_id, unit: row.unit, customer: { id: row.customer_id, label: row.label }, kind: row.kind, fen: Number(row.fen), method: row.method, paidOn: row.paid_on, at: Number(row.at),
    by: { id: row.by_person, name: row.name ?? '' }, withdraws: row.withdraws === null ? null : Number(row.withdraws), withdrawnBy: row.withdrawn_by === null ? null : Number(row.withdrawn_by), entry: Number(row.entry_number), entryHash: row.hash?.slice(0, shownOfHash) ?? null,
  };
}

/** What is due of a deal and what came of it. */
@Injectable()
export class Payments {
  constructor(
    private readonly ids: Ids,
    private readonly history: DealHistory,
  ) {}

  /** A plan from now on. @throws Problem 422 `plan_not_the_price` */
  async plan(scene: Scene, deal: Pick<StoredDeal, 'id' | 'customerId'>, priceFen: number, instalments: readonly InstalmentRequest[]): Promise<void> {
    const sum = instalments.reduce((total, { fen }) => total + fen, 0);
    if (sum !== priceFen) throw new Problem('plan_not_the_price', 422, { sum: sum / 100, price: priceFen / 100 });
    const ordered = [...instalments].sort((a, b) => a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0);
    const plan = scene.enter({ kind: 'payment_plan', subject: deal.customerId, content: { deal: deal.id, instalments: ordered.map(({ dueOn, fen, kind }) => ({ dueOn, fen, kind })) } });
    await scene.tx.insert(Instalment, ordered.map(({ dueOn, fen, kind }, index): Instalment => ({ id: this.ids.next(), officeId: scene.officeId, dealId: deal.id, plan, number: index + 1, dueOn, fen, kind })));
    await this.history.add(scene, deal.id, 'plan', plan, { payments: ordered.length, fen: sum });
  }

  /** The present plan, earliest first; empty where there is none. */
  async planned(reading: Reading, dealId: string): Promise<readonly PlannedPayment[]> {
    const { rows } = await reading.run<{ plan: number | string; number: number; due_on: string; fen: number | string; kind: 'own' | 'loan' }>(
      'SELECT plan, number, due_on, fen, kind FROM instalment WHERE deal_id = ? AND plan = (SELECT MAX(x.plan) FROM instalment x WHERE x.deal_id = ?) ORDER BY number', [dealId, dealId]);
    return rows.map((row) => ({ plan: Number(row.plan), number: row.number, dueOn: row.due_on, fen: Number(row.fen), kind: row.kind }));
  }

  /** The present plans of all signed deals of the office, by deal, each earliest first. */
  async plansOfAll(reading: Reading, officeId: string): Promise<ReadonlyMap<string, readonly PlannedPayment[]>> {
    const { rows } = await reading.run<{ deal_id: string; plan: number | string; number: number; due_on: string; fen: number | string; kind: 'own' | 'loan' }>(
      `SELECT i.deal_id, i.plan, i.number, i.due_on, i.fen, i.kind FROM instalment i JOIN deal d ON d.id = i.deal_id
       WHERE i.office_id = ? AND d.stage IN ('contract', 'delivered') AND i.plan = (SELECT MAX(x.plan) FROM instalment x WHERE x.deal_id = i.deal_id) ORDER BY i.deal_id, i.number`, [officeId]);
    const plans = new Map<string, PlannedPayment[]>();
    for (const row of rows) plans.set(row.deal_id, [...plans.get(row.deal_id) ?? [], { plan: Number(row.plan), number: row.number, dueOn: row.due_on, fen: Number(row.fen), kind: row.kind }]);
    return plans;
  }

  async received(reading: Reading, dealId: string): Promise<Received> {
    const { rows } = await reading.run<{ kind: ReceiptKind; fen: number | string }>('SELECT kind, SUM(fen) AS fen FROM receipt WHERE deal_id = ? GROUP BY kind', [dealId]);
    const of = (...kinds: readonly ReceiptKind[]): number => rows.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { fen }) => sum + Number(fen), 0);
    return { priceFen: of('deposit', 'price', 'loan', 'refund'), refundedFen: -of('refund'), feesFen: of('fee'), loan: of('loan') > 0 };
  }

  /** What was received of every deal of the office, by deal. */
  async receivedOfAll(reading: Reading, officeId: string): Promise<ReadonlyMap<string, number>> {
    const { rows } = await reading.run<{ deal_id: string; fen: number | string }>("SELECT deal_id, SUM(fen) AS fen FROM receipt WHERE office_id = ? AND kind <> 'fee' GROUP BY deal_id", [officeId]);
    return new Map(rows.map((row) => [row.deal_id, Number(row.fen)]));
  }

  /** The same by what it was for; what was taken back counts against it. */
  async receivedByKind(reading: Reading, officeId: string): Promise<ReadonlyMap<string, Readonly<Partial<Record<ReceiptKind, number>>>>> {
    const { rows } = await reading.run<{ deal_id: string; kind: ReceiptKind; fen: number | string }>('SELECT deal_id, kind, SUM(fen) AS fen FROM receipt WHERE office_id = ? GROUP BY deal_id, kind', [officeId]);
    const received = new Map<string, Partial<Record<ReceiptKind, number>>>();
    for (const row of rows) received.set(row.deal_id, { ...received.get(row.deal_id), [row.kind]: Number(row.fen) });
    return received;
  }

  /** Demands that were made of a plan, by `number/kind`, with the day. */
  async demands(reading: Reading, dealId: string, plan: number): Promise<ReadonlyMap<string, string>> {
    const { rows } = await reading.run<{ number: number; kind: DemandKind; business_date: string }>('SELECT number, kind, business_date FROM payment_demand WHERE deal_id = ? AND plan = ?', [dealId, plan]);
    return new Map(rows.map((row) => [`${row.number}/${row.kind}`, row.business_date]));
  }

  /** What came in and went back, by the day it was paid on; fees are no part of it. */
  async byDay(reading: Reading, dealId: string): Promise<readonly PaidOn[]> {
    const { rows } = await reading.run<{ paid_on: string; fen: number | string }>("SELECT paid_on, SUM(fen) AS fen FROM receipt WHERE deal_id = ? AND kind <> 'fee' GROUP BY paid_on ORDER BY paid_on", [dealId]);
    return rows.map(({ paid_on: date, fen }) => ({ date, fen: Number(fen) }));
  }

  async receipts(reading: Reading, dealId: string): Promise<readonly ReceiptRow[]> {
    const { rows } = await reading.run<ReceiptRecord>(`SELECT ${receiptColumns} WHERE t.deal_id = ? ORDER BY t.number`, [dealId]);
    return rows.map(receiptOf);
  }

  /** Everything of a deal's money. @param today business date */
  async money(reading: Reading, deal: StoredDeal, today: string): Promise<DealMoney> {
    const [plan, received, events] = [await this.planned(reading, deal.id), await this.received(reading, deal.id), await this.history.of(reading, deal.id)];
    const demands = await this.demands(reading, deal.id, plan[0]?.plan ?? 0);
    const isOver = deal.endedDate !== null;
    const arrears = isOver ? { fen: 0, since: null } : arrearsOf(plan, received.priceFen, today);
    const charged = events.reduce((sum, { data }) => sum + Number(data['feeFen'] ?? 0), 0);
    return {
      priceFen: deal.priceFen, receivedFen: received.priceFen, refundedFen: received.refundedFen, openFen: isOver || deal.priceFen === null ? 0 : Math.max(0, deal.priceFen - received.priceFen),
      overdueFen: arrears.fen, overdueSince: arrears.since, feesOpenFen: Math.max(0, charged - received.feesFen), toRefundFen: deal.stage === 'cancelled' || deal.stage === 'lapsed' ? Math.max(0, received.priceFen) : 0,
      instalments: coveredBy(plan, received.priceFen, today).map(({ number, dueOn, fen, kind, paidFen, overdue }) => ({
        number, dueOn, fen, kind, paidFen, overdue: overdue && !isOver, demandedOn: demands.get(`${number}/notice`) ?? null, breachedOn: demands.get(`${number}/breach`) ?? null,
      })),
      receipts: await this.receipts(reading, deal.id),
    };
  }
}
