import type { ArrearsList, ReceiptList, ReceiptRequest, ReceiptRow } from '@lunjie/contracts';
import { arrearsOf, demandsDue } from '@lunjie/deal-life';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import type { Reading } from '../platform/database/tx';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { CommissionReleases } from './commission-releases';
import { DealHistory } from './deal-history';
import { PaymentDemand, Receipt } from './money.entity';
import { Payments, receiptColumns, receiptOf } from './payments';
import { StoredDeals, type StoredDeal } from './stored-deals';

const mostListed = 500;

/** Money received, by finance alone (003 §(七)): numbered, never edited, and what it releases of the commission at once. */
@Injectable()
export class Receipts {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly floors: Floors,
    private readonly officeTime: OfficeTime,
    private readonly transactions: Transactions,
    private readonly stored: StoredDeals,
    private readonly payments: Payments,
    private readonly releases: CommissionReleases,
    private readonly history: DealHistory,
  ) {}

  /** @throws Problem 404 `deal_not_found`, 403 `party_to_the_case`, 409 `deal_over`, 422 `refund_too_large`, `receipt_in_future` */
  record(write: WriteContext, dealId: string, request: ReceiptRequest): Promise<ReceiptRow> {
    return this.floors.act(write, async (scene) => {
      const deal = await this.stored.byId(scene.tx, scene.officeId, dealId);
      // Whoever sells takes no money, whatever else they are (003 §(七)).
      if (deal.handlerId === write.personId || deal.closerId === write.personId) throw new Problem('party_to_the_case', 403);
      if (request.paidOn > scene.now.date) throw new Problem('receipt_in_future', 422);
      if (request.kind === 'refund') await this.mustBeTheirs(scene, deal, request.fen);
      else if (deal.endedDate !== null) throw new Problem('deal_over', 409);
      const fen = request.kind === 'refund' ? -request.fen : request.fen;
      return this.write(scene, deal, { ...request, fen, withdraws: null }, null);
    });
  }

  /** Takes a receipt back by a second one. @throws Problem 404 `receipt_not_found`, 409 `receipt_withdrawn` */
  withdraw(write: WriteContext, receiptId: string, reason: string): Promise<ReceiptRow> {
    return this.floors.act(write, async (scene) => {
      const receipt = await this.byId(scene.tx, scene.officeId, receiptId);
      if (receipt.withdraws !== null || receipt.withdrawnBy !== null) throw new Problem('receipt_withdrawn', 409, { number: receipt.number });
      const deal = await this.stored.byId(scene.tx, scene.officeId, receipt.deal);
      return this.write(scene, deal, { kind: receipt.kind, fen: -receipt.fen, method: receipt.method, paidOn: scene.now.date, withdraws: receipt.number }, reason);
    });
  }

  /** Newest first; the sums are over the whole period. @param from, to business dates, both included */
  list(officeId: string, from: string, to: string): Promise<ReceiptList> {
    return this.transactions.read(async (reading) => {
      const { rows } = await reading.run<Parameters<typeof receiptOf>[0]>(`SELECT ${receiptColumns} WHERE t.office_id = ? AND t.paid_on BETWEEN ? AND ? ORDER BY t.number DESC LIMIT ${mostListed}`, [officeId, from, to]);
      const { rows: sums } = await reading.run<{ kind: Receipt['kind']; fen: number | string; number: number | string }>('SELECT kind, SUM(fen) AS fen, COUNT(*) AS number FROM receipt WHERE office_id = ? AND paid_on BETWEEN ? AND ? GROUP BY kind', [officeId, from, to]);
      const sum = (...kinds: readonly Receipt['kind'][]): number => sums.filter(({ kind }) => kinds.includes(kind)).reduce((total, { fen }) => total + Number(fen), 0);
      return { receipts: rows.map(receiptOf), inAll: sums.reduce((total, each) => total + Number(each.number), 0), receivedFen: sum('deposit', 'price', 'loan'), refundedFen: -sum('refund'), feesFen: sum('fee') };
    });
  }

  /** Deals with something overdue, the longest first. */
  arrears(officeId: string): Promise<ArrearsList> {
    return this.transactions.read((reading) => this.arrearsIn(reading, officeId));
  }

  /** The same within a reading. */
  async arrearsIn(reading: Reading, officeId: string): Promise<ArrearsList> {
    const today = await this.today(reading, officeId);
    const deals: ArrearsList['deals'][number][] = [];
    for (const deal of await this.stored.behind(reading, officeId, today)) {
      const plan = await this.payments.planned(reading, deal.id);
      const { fen, since } = arrearsOf(plan, (await this.payments.received(reading, deal.id)).priceFen, today);
      if (since === null) continue;
      const made = await this.payments.demands(reading, deal.id, plan[0]?.plan ?? 0);
      const last = (kind: string): string | null => [...made].filter(([name]) => name.endsWith(kind)).map(([, on]) => on).sort().at(-1) ?? null;
      deals.push({
        deal: deal.id, unit: deal.unit, customer: { id: deal.buyerId ?? deal.customerId, label: deal.buyerLabel ?? deal.label }, handler: deal.handlerId === null ? null : { id: deal.handlerId, name: deal.handlerName ?? '' },
        overdueFen: fen, since, demandedOn: last('/notice'), breachedOn: last('/breach'),
      });
    }
    return { deals: deals.sort((a, b) => a.since < b.since ? -1 : a.since > b.since ? 1 : 0) };
  }

  /** Demands what is overdue, and declares a breach after the policy's period (S3-40); each once. Answers how many that were. */
  async demandDue(scene: Scene): Promise<number> {
    const { overdue_notice_after: notice, overdue_breach_after: breach } = scene.rules.policy.values.deals;
    let done = 0;
    for (const deal of await this.stored.behind(scene.tx, scene.officeId, scene.now.date)) {
      const plan = await this.payments.planned(scene.tx, deal.id);
      const made = await this.payments.demands(scene.tx, deal.id, plan[0]?.plan ?? 0);
      const received = await this.payments.received(scene.tx, deal.id);
      for (const { instalment, kind, fen } of demandsDue(plan, received.priceFen, scene.now.date, { notice, breach }, new Set(made.keys()))) {
        const entryNumber = scene.enter({ kind: kind === 'notice' ? 'payment_demanded' : 'payment_breached', subject: deal.customerId, content: { deal: deal.id, number: instalment.number, dueOn: instalment.dueOn, fen } });
        await scene.tx.insert(PaymentDemand, [{ id: this.ids.next(), officeId: scene.officeId, dealId: deal.id, plan: instalment.plan, number: instalment.number, kind, fen, businessDate: scene.now.date, entryNumber }]);
        await this.history.add(scene, deal.id, kind === 'notice' ? 'demand' : 'breach', entryNumber, { number: instalment.number, dueOn: instalment.dueOn, fen });
        done += 1;
      }
    }
    return done;
  }

  /** Whether something is to be demanded, without a lock. */
  async isDemandDue(reading: Reading, officeId: string): Promise<boolean> {
    const today = await this.today(reading, officeId);
    const deals = await this.stored.behind(reading, officeId, today);
    if (deals.length === 0) return false;
    const { overdue_notice_after: notice, overdue_breach_after: breach } = (await this.floors.now(reading, officeId)).rules.policy.values.deals;
    for (const deal of deals) {
      const plan = await this.payments.planned(reading, deal.id);
      const made = await this.payments.demands(reading, deal.id, plan[0]?.plan ?? 0);
      if (demandsDue(plan, (await this.payments.received(reading, deal.id)).priceFen, today, { notice, breach }, new Set(made.keys())).length > 0) return true;
    }
    return false;
  }

  private async today(reading: Reading, officeId: string): Promise<string> {
    return momentIn(await this.officeTime.zone(reading, officeId), this.clock.now()).date;
  }

  /** What goes back is the customer's: of a forfeited deal what is beyond the deposit. */
  private async mustBeTheirs(scene: Scene, deal: StoredDeal, fen: number): Promise<void> {
    const { priceFen: receivedFen } = await this.payments.received(scene.tx, deal.id);
    const most = Math.max(0, receivedFen - (deal.stage === 'forfeited' ? deal.depositFen ?? 0 : 0));
    if (fen > most) throw new Problem('refund_too_large', 422, { most: most / 100 });
  }

  private async write(scene: Scene, deal: StoredDeal, given: Pick<Receipt, 'kind' | 'fen' | 'method' | 'paidOn' | 'withdraws'>, reason: string | null): Promise<ReceiptRow> {
    const { rows } = await scene.tx.run<{ last: number | string | null }>('SELECT MAX(number) AS last FROM receipt WHERE office_id = ?', [scene.officeId]);
    const number = Number(rows[0]?.last ?? 0) + 1;
    const isWithdrawal = given.withdraws !== null;
    const { kind, fen, method, paidOn, withdraws } = given;
    const entryNumber = scene.enter({
      kind: isWithdrawal ? 'receipt_withdrawn' : 'receipt_recorded', subject: deal.customerId, content: { deal: deal.id, number, kind, fen, method, paidOn, withdraws }, personal: reason === null ? null : { reason },
    });
    const id = this.ids.next();
    await scene.tx.insert(Receipt, [{ id, officeId: scene.officeId, dealId: deal.id, number, kind, fen, method, paidOn, at: scene.now.at, byPerson: scene.by ?? '', withdraws, entryNumber }]);
    await this.history.add(scene, deal.id, isWithdrawal ? 'receipt_withdrawn' : 'receipt', entryNumber, { number, kind, fen, method, withdraws });
    await this.releases.settle(scene, deal.id);
    return this.byId(scene.tx, scene.officeId, id);
  }

  private async byId(reading: Reading, officeId: string, id: string): Promise<ReceiptRow> {
    const { rows: [row] } = await reading.run<Parameters<typeof receiptOf>[0]>(`SELECT ${receiptColumns} WHERE t.office_id = ? AND t.id = ?`, [officeId, id]);
    if (!row) throw new Problem('receipt_not_found', 404);
    return receiptOf(row);
  }
}
