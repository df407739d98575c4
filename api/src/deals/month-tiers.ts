import { commissionOf, creditIn, monthCommissions, type MonthDeal } from '@lunjie/commission';
import type { DisputeDecision, OwnershipDecision } from '@lunjie/contracts';
import type { PolicyValues } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
import type { Reading } from '../platform/database/tx';

interface MonthRow {
  readonly id: string;
  readonly price_fen: number | string;
  readonly commission_fen: number | string;
  readonly decision: string;
  readonly deposited: string | null;
}

type StandingDeal = MonthDeal & { readonly commissionFen: number };

const isOverMonth = ({ tiers_over: over }: PolicyValues['commission']): boolean => over === 'month_so_far' || over === 'whole_month';

/** Commission by what an agent sells in a month (P142): a deal belongs to the month in which its commission began. */
@Injectable()
export class MonthTiers {
  /**
   * What a deal brings that is accrued, or counted anew, now: over its price alone unless the office counts the month.
   * @param credit whose it is from now on; null where it stays whose it was
   */
  async commissionFor(scene: Scene, deal: { readonly id: string; readonly priceFen: number }, credit: MonthDeal['credit'] | null): Promise<number> {
    const { commission } = scene.rules.policy.values;
    if (!isOverMonth(commission)) return commissionOf(deal.priceFen, commission.rates);
    const { rows: [began] } = await scene.tx.run<{ on_date: string | null }>("SELECT MIN(business_date) AS on_date FROM commission_posting WHERE deal_id = ? AND kind = 'accrual'", [deal.id]);
    const month = await this.dealsOf(scene.tx, scene.officeId, began?.on_date ?? scene.now.date, commission);
    const known = month.find(({ id }) => id === deal.id);
    const counted: MonthDeal = { ...deal, credit: credit ?? known?.credit ?? [] };
    return monthCommissions(known ? month.map((each) => each === known ? counted : each) : [...month, counted], commission).get(deal.id) ?? 0;
  }

  /** Deals of this month that bring another commission than its tier gives, where the tier holds for the whole month. A month that is over stays as it was. */
  async differing(scene: Scene): Promise<readonly { readonly deal: string; readonly toFen: number }[]> {
    const { commission } = scene.rules.policy.values;
    if (commission.tiers_over !== 'whole_month') return [];
    const month = await this.dealsOf(scene.tx, scene.officeId, scene.now.date, commission);
    const wanted = monthCommissions(month, commission);
    return month.flatMap(({ id, commissionFen }) => wanted.get(id) === commissionFen ? [] : [{ deal: id, toFen: wanted.get(id) ?? 0 }]);
  }

  /** Standing deals whose commission began in the month of a day, in that order; an exchange that changes no commission changes no price here. */
  private async dealsOf(reading: Reading, officeId: string, date: string, { unit_change: change }: PolicyValues['commission']): Promise<readonly StandingDeal[]> {
    const [first, last] = [`${date.slice(0, 7)}-01`, `${date.slice(0, 7)}-31`];
    const { rows } = await reading.run<MonthRow>(
      `SELECT d.id, d.price_fen, d.commission_fen, r.decision, f.data AS deposited, (SELECT MIN(b.entry_number) FROM commission_posting b WHERE b.deal_id = d.id) AS began
       FROM deal d JOIN ruling r ON r.id = d.ruling_id LEFT JOIN deal_event f ON f.deal_id = d.id AND f.kind = 'firm_deposit'
       WHERE d.office_id = ? AND d.ended_date IS NULL AND d.price_fen IS NOT NULL
       AND d.id IN (SELECT k.deal_id FROM commission_posting k WHERE k.office_id = ? AND k.kind = 'accrual' AND k.business_date BETWEEN ? AND ?)
       AND NOT EXISTS (SELECT 1 FROM commission_posting e WHERE e.deal_id = d.id AND e.kind = 'accrual' AND e.business_date < ?) ORDER BY began, d.id`, [officeId, officeId, first, last, first]);
    return rows.map((row): StandingDeal => {
      const deposited = row.deposited === null ? null : (JSON.parse(row.deposited) as { readonly priceFen?: number | null }).priceFen ?? null;
      return {
        id: row.id, priceFen: change === 'keep' && deposited !== null ? deposited : Number(row.price_fen), commissionFen: Number(row.commission_fen), credit: creditIn(JSON.parse(row.decision) as OwnershipDecision | DisputeDecision),
      };
    });
  }
}
