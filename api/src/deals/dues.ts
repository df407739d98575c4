import type { DueRow, DuesList } from '@lunjie/contracts';
import { coveredBy, isLive } from '@lunjie/deal-life';
import { Injectable } from '@nestjs/common';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { Payments, type PlannedPayment } from './payments';
import { StoredDeals, type StoredDeal } from './stored-deals';

/** Deals that are looked at: far more than an office has running at once. */
const mostLookedAt = 5_000;

/** What customers owe: where finance begins its day. */
@Injectable()
export class Dues {
  constructor(
    private readonly clock: Clock,
    private readonly officeTime: OfficeTime,
    private readonly transactions: Transactions,
    private readonly stored: StoredDeals,
    private readonly payments: Payments,
  ) {}

  list(officeId: string): Promise<DuesList> {
    return this.transactions.read(async (reading) => {
      const { date: today } = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now());
      const received = await this.payments.receivedOfAll(reading, officeId);
      const plans = await this.payments.plansOfAll(reading, officeId);
      const deals = await this.stored.list(reading, officeId, { most: mostLookedAt });
      const dues = deals.filter(({ stage }) => isLive(stage)).flatMap((deal) => duesOf(deal, plans.get(deal.id) ?? [], received.get(deal.id) ?? 0, today));
      dues.sort((a, b) => a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0);
      const sum = (rows: readonly DueRow[]): number => rows.reduce((total, { openFen }) => total + openFen, 0);
      return { dues, overdueFen: sum(dues.filter(({ overdue }) => overdue)), openFen: sum(dues) };
    });
  }
}

/** A deposit counts until there is a plan, which holds the whole price. */
function duesOf(deal: StoredDeal, plan: readonly PlannedPayment[], receivedFen: number, today: string): readonly DueRow[] {
  const of = {
    deal: deal.id, unit: deal.unit, customer: { id: deal.buyerId ?? deal.customerId, label: deal.buyerLabel ?? deal.label }, handler: deal.handlerId === null ? null : { id: deal.handlerId, name: deal.handlerName ?? '' },
  };
  if (plan.length > 0) return coveredBy(plan, receivedFen, today).flatMap(({ number, dueOn, fen, kind, paidFen, overdue }) => paidFen < fen ? [{ ...of, kind, number, dueOn, openFen: fen - paidFen, overdue }] : []);
  const openFen = (deal.depositFen ?? 0) - receivedFen;
  const dueOn = deal.depositDate ?? deal.businessDate;
  return openFen > 0 ? [{ ...of, kind: 'deposit', number: null, dueOn, openFen, overdue: dueOn < today }] : [];
}
