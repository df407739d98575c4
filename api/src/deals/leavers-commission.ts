import { departurePostings } from '@lunjie/commission';
import type { PolicyValues } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import type { Reading } from '../platform/database/tx';
import { Staff } from '../staff/staff';
import { CommissionLedger } from './commission-ledger';
import { CommissionReleases } from './commission-releases';
import { StoredDeals, type StoredDeal } from './stored-deals';

/** Moves what somebody who is gone is not paid to the department as their last day is over, whatever their deals do next (P145). */
@Injectable()
export class LeaversCommission {
  constructor(
    private readonly clock: Clock,
    private readonly officeTime: OfficeTime,
    private readonly floors: Floors,
    private readonly staff: Staff,
    private readonly stored: StoredDeals,
    private readonly ledger: CommissionLedger,
    private readonly releases: CommissionReleases,
  ) {}

  /** What is in dispute waits for its ruling, which moves it (P103). */
  async moveDue(scene: Scene): Promise<number> {
    let moved = 0;
    for (const deal of await this.candidates(scene.tx, scene.officeId, scene.now.date)) {
      if (!await this.isDue(scene.tx, scene.officeId, deal, scene.rules.policy.values, scene.now.date)) continue;
      await this.releases.settle(scene, deal.id);
      moved += 1;
    }
    return moved;
  }

  async isMoveDue(reading: Reading, officeId: string): Promise<boolean> {
    const today = await this.officeTime.businessDate(reading, officeId, this.clock.now());
    const candidates = await this.candidates(reading, officeId, today);
    if (candidates.length === 0) return false;
    const { values } = (await this.floors.now(reading, officeId)).rules.policy;
    for (const deal of candidates) if (await this.isDue(reading, officeId, deal, values, today)) return true;
    return false;
  }

  private async isDue(reading: Reading, officeId: string, deal: StoredDeal, values: PolicyValues, today: string): Promise<boolean> {
    if (values.disputes.freeze && deal.dispute === 'open') return false;
    const departed = await this.releases.departed(reading, officeId, deal, values, today);
    return departed.size > 0 && departurePostings(await this.ledger.accounts(reading, deal.id), departed).length > 0;
  }

  /** Running deals in which something is left to somebody who is gone. */
  private async candidates(reading: Reading, officeId: string, today: string): Promise<readonly StoredDeal[]> {
    const gone = [...await this.staff.gone(reading, officeId)].flatMap(([agent, leftOn]) => leftOn < today ? [agent] : []);
    if (gone.length === 0) return [];
    const { rows } = await reading.run<{ deal_id: string }>(
      `SELECT c.deal_id FROM commission_posting c JOIN deal d ON d.id = c.deal_id WHERE c.office_id = ? AND c.agent_id IN (${gone.map(() => '?').join(', ')}) AND d.ended_date IS NULL AND d.ruling_id IS NOT NULL
       GROUP BY c.deal_id, c.agent_id HAVING SUM(CASE WHEN c.kind IN ('release', 'clawback') THEN -c.fen ELSE c.fen END) > 0 ORDER BY c.deal_id`, [officeId, ...gone]);
    return Promise.all([...new Set(rows.map(({ deal_id: deal }) => deal))].map((deal) => this.stored.byId(reading, officeId, deal)));
  }
}
