import { amountsOf } from '@lunjie/commission';
import type { DealDispute, DealRequest, DealView, OwnershipDecision, Payee, RulingRow, SettlementRequest } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Rulings } from '../attribution/rulings';
import { Customers } from '../customers/customers';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Staff } from '../staff/staff';
import { CommissionPosting, Deal } from './deal.entity';

interface StoredDeal {
  readonly id: string;
  readonly customer_id: string;
  readonly label: string;
  readonly unit: string | null;
  readonly closer_id: string | null;
  readonly closer_name: string | null;
  readonly closed_at: number | string;
  readonly business_date: string;
  readonly commission_fen: number | string;
  readonly dispute: DealDispute;
  readonly ruling_id: string;
  readonly decision: string;
  readonly entry_number: number | string;
}

interface Balance {
  readonly payee: Payee;
  readonly agent_id: string | null;
  readonly agent_name: string | null;
  readonly fen: number | string;
}

/** Deals and what they bring: the commission divides by the ruling on the customer's case, never by hand (design: commission). */
@Injectable()
export class Deals {
  constructor(
    private readonly ids: Ids,
    private readonly floors: Floors,
    private readonly customers: Customers,
    private readonly staff: Staff,
    private readonly rulings: Rulings,
  ) {}

  /**
   * Enters a deal that was closed: the ruling divides it and the ledger accrues to the 分.
   * @throws Problem 404 `customer_not_found`, 422 `not_an_agent_here`, `conflict_needs_two`
   */
  close(write: WriteContext, request: DealRequest): Promise<DealView> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId, now } = scene;
      const customer = await this.customers.byId(tx, officeId, request.customer);
      const claimedBy = [...new Set(request.claimedBy ?? [])];
      await this.mustBeAgents(scene, [...claimedBy, ...request.closer == null ? [] : [request.closer]]);
      if (claimedBy.length === 1) throw new Problem('conflict_needs_two', 422);
      const dispute: DealDispute = claimedBy.length > 1 ? 'open' : 'none';
      const id = this.ids.next();
      const entryNumber = scene.enter({ kind: 'deal_closed', subject: customer.id, content: { deal: id, unit: request.unit ?? null, closer: request.closer ?? null, commissionFen: request.commissionFen, claimedBy } });
      const ruling = await this.rulings.ruleDeal(scene, customer.id, request.closer ?? null, dispute);
      const deal: Deal = {
        id, officeId, customerId: customer.id, unit: request.unit ?? null, closerId: request.closer ?? null, closedAt: now.at, businessDate: now.date,
        commissionFen: request.commissionFen, dispute, rulingId: ruling.id, entryNumber,
      };
      await tx.insert(Deal, [deal]);
      await this.accrue(scene, { id, fen: request.commissionFen, seq: 0 }, ruling);
      return this.byId(scene.tx, officeId, id, scene.rules.policy.values.disputes.freeze);
    });
  }

  private async mustBeAgents(scene: Scene, mentioned: readonly string[]): Promise<void> {
    const people = new Set((await this.staff.people(scene.tx, scene.officeId)).map(({ id }) => id));
    if (mentioned.some((id) => !people.has(id))) throw new Problem('not_an_agent_here', 422);
  }

  private async accrue(scene: Scene, { id, fen, seq }: { readonly id: string; readonly fen: number; readonly seq: number }, ruling: RulingRow): Promise<void> {
    const amounts = amountsOf(fen, ruling.decision?.shares ?? []);
    const entryNumber = scene.enter({ kind: 'commission_accrued', subject: id, content: { ruling: ruling.id, amounts: amounts.map(({ portion, fen: part }) => ({ payee: portion.payee, agent: portion.agent, fen: part })) } });
    await scene.tx.insert(CommissionPosting, amounts.map(({ portion, fen: part }, index): CommissionPosting => ({
      id: this.ids.next(), officeId: scene.officeId, dealId: id, seq: seq + index, businessDate: scene.now.date, kind: 'accrual', payee: portion.payee, agentId: portion.agent, fen: part,
      rulingId: ruling.id, entryNumber,
    })));
  }

  /** Takes back what stands for a deal; the next accrual comes after it. Answers the next place among the postings. */
  private async reverse(scene: Scene, id: string, rulingId: string): Promise<number> {
    const { rows } = await scene.tx.run<{ next: number | string }>('SELECT COUNT(*) AS next FROM commission_posting WHERE deal_id = ?', [id]);
    const next = Number(rows[0]?.next ?? 0);
    const standing = (await this.balances(scene.tx, id)).filter(({ fen }) => Number(fen) !== 0);
    const entryNumber = scene.enter({ kind: 'commission_reversed', subject: id, content: { ruling: rulingId } });
    await scene.tx.insert(CommissionPosting, standing.map(({ payee, agent_id: agentId, fen }, index): CommissionPosting => ({
      id: this.ids.next(), officeId: scene.officeId, dealId: id, seq: next + index, businessDate: scene.now.date, kind: 'reversal', payee, agentId, fen: -Number(fen), rulingId, entryNumber,
    })));
    return next + standing.length;
  }

  /**
   * A step of settling a disputed deal (003 §(五)4): agreement ends the dispute; a quarrel or a refusal gives the deal to
   * whom the policy names, by a new ruling and its postings; a failed step leaves it open.
   * @throws Problem 404 `deal_not_found`, 409 `deal_not_disputed`
   */
  settle(write: WriteContext, dealId: string, { step, result, reason }: SettlementRequest): Promise<DealView> {
    return this.floors.act(write, async (scene) => {
      const { tx, officeId } = scene;
      const stored = await this.stored(tx, officeId, dealId);
      if (stored.dispute === 'none') throw new Problem('deal_not_disputed', 409);
      scene.enter({ kind: 'deal_settlement', subject: dealId, content: { step, result }, personal: { reason } });
      if (result === 'agreed') await tx.run("UPDATE deal SET dispute = 'none' WHERE id = ?", [dealId]);
      if (result === 'quarrel' || result === 'refusal') {
        const ruling = await this.rulings.ruleDeal(scene, stored.customer_id, stored.closer_id, result);
        const seq = await this.reverse(scene, dealId, ruling.id);
        await this.accrue(scene, { id: dealId, fen: Number(stored.commission_fen), seq }, ruling);
        await tx.run('UPDATE deal SET dispute = ?, ruling_id = ? WHERE id = ?', [result, ruling.id, dealId]);
      }
      return this.byId(tx, officeId, dealId, scene.rules.policy.values.disputes.freeze);
    });
  }

  private async balances(reading: Reading, dealId: string): Promise<readonly Balance[]> {
    const { rows } = await reading.run<Balance>(
      `SELECT c.payee, c.agent_id, p.name AS agent_name, SUM(c.fen) AS fen FROM commission_posting c LEFT JOIN person p ON p.id = c.agent_id
       WHERE c.deal_id = ? GROUP BY c.payee, c.agent_id, p.name ORDER BY MIN(c.seq)`, [dealId]);
    return rows;
  }

  private async stored(reading: Reading, officeId: string, dealId: string): Promise<StoredDeal> {
    const { rows } = await reading.run<StoredDeal>(
      `SELECT d.id, d.customer_id, c.label, d.unit, d.closer_id, p.name AS closer_name, d.closed_at, d.business_date, d.commission_fen, d.dispute, d.ruling_id, r.decision, d.entry_number
       FROM deal d JOIN customer c ON c.id = d.customer_id JOIN ruling r ON r.id = d.ruling_id LEFT JOIN person p ON p.id = d.closer_id WHERE d.office_id = ? AND d.id = ?`, [officeId, dealId]);
    if (!rows[0]) throw new Problem('deal_not_found', 404);
    return rows[0];
  }

  /** @param freezes whether pay-out waits for a dispute (P103) @throws Problem 404 `deal_not_found` */
  async byId(reading: Reading, officeId: string, dealId: string, freezes: boolean): Promise<DealView> {
    const row = await this.stored(reading, officeId, dealId);
    const shares = await this.balances(reading, dealId);
    return {
      id: row.id, customer: { id: row.customer_id, label: row.label }, unit: row.unit, closer: row.closer_id === null ? null : { id: row.closer_id, name: row.closer_name ?? '' },
      closedAt: Number(row.closed_at), businessDate: row.business_date, commissionFen: Number(row.commission_fen), dispute: row.dispute, frozen: freezes && row.dispute === 'open',
      shares: shares.flatMap(({ payee, agent_id: id, agent_name: name, fen }) => Number(fen) === 0 ? [] : [{ payee, agent: id === null ? null : { id, name: name ?? '' }, fen: Number(fen) }]),
      decision: JSON.parse(row.decision) as OwnershipDecision, entry: Number(row.entry_number),
    };
  }

  /** A customer's deals, newest first. */
  async of(reading: Reading, officeId: string, customerId: string, freezes: boolean): Promise<readonly DealView[]> {
    const { rows } = await reading.run<{ id: string }>('SELECT id FROM deal WHERE office_id = ? AND customer_id = ? ORDER BY closed_at DESC', [officeId, customerId]);
    const deals: DealView[] = [];
    for (const { id } of rows) deals.push(await this.byId(reading, officeId, id, freezes));
    return deals;
  }
}
