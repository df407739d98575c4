import { stepAfter } from '@lunjie/disputes';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConflictNews } from '../attribution/conflict-news';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { DueWork } from '../jobs/due-work';
import { OfficesClock } from '../jobs/offices-clock';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { DisputeOpenings } from './dispute-openings';
import { DisputeRows } from './dispute-rows';
import { DisputeSteps } from './dispute-steps';

/** How often the offices' clocks look for steps whose time is over (ms). */
const every = 30_000;
const atOnce = 100;

/** What is due of cases: a step whose time is over moves up once, the last is told once, and a ruling nobody appealed is final. */
@Injectable()
export class DisputesClock extends OfficesClock implements OnModuleInit {
  constructor(
    due: DueWork,
    private readonly clock: Clock,
    transactions: Transactions,
    private readonly floors: Floors,
    private readonly news: ConflictNews,
    private readonly openings: DisputeOpenings,
    private readonly rows: DisputeRows,
    private readonly steps: DisputeSteps,
  ) {
    super('disputes', every, due, transactions);
  }

  onModuleInit(): void {
    this.news.onMet((scene, { customer, parties, kind, deal }) => this.openings.bySystem(scene, { kind, customerId: customer, parties, deal }));
    this.news.onDealt(async (scene, { customer, deal }) => {
      await scene.tx.run("UPDATE dispute SET deal_id = ? WHERE office_id = ? AND customer_id = ? AND deal_id IS NULL AND state IN ('open', 'appealed')", [deal, scene.officeId, customer]);
    });
    this.news.onSettled(async (scene, { customer, owner, outcome }) => {
      const open = await this.rows.openOf(scene.tx, scene.officeId, customer);
      if (open === null) return;
      const dispute = await this.rows.byId(scene.tx, scene.officeId, open);
      await this.rows.act(scene, dispute, 'closed', { outcome, owner }, null);
      await scene.tx.run("UPDATE dispute SET state = 'closed', due_at = NULL, settled_at = ?, settled_by = ? WHERE id = ?", [scene.now.at, scene.by, open]);
    });
  }

  /** Under the office's lock they are read anew: another process may have done them meanwhile. */
  officeDue(officeId: string): Promise<number> {
    return this.floors.actByClock(officeId, (scene) => this.carryOut(scene));
  }

  protected override async offices(): Promise<readonly string[]> {
    const { rows } = await this.transactions.read((reading) => reading.run<{ office_id: string }>(
      "SELECT DISTINCT office_id FROM dispute WHERE state IN ('open', 'ruled') AND due_at <= ? ORDER BY office_id", [this.clock.now()]));
    return rows.map(({ office_id: id }) => id);
  }

  private async carryOut(scene: Scene): Promise<number> {
    const due = await dueCases(scene.tx, scene.officeId, scene.now.at);
    for (const id of due) {
      const dispute = await this.rows.byId(scene.tx, scene.officeId, id);
      const next = stepAfter(dispute.step, scene.rules.policy.values);
      if (dispute.state === 'ruled') {
        await this.rows.act(scene, dispute, 'closed', {}, null);
        await scene.tx.run("UPDATE dispute SET state = 'closed', due_at = NULL WHERE id = ?", [id]);
      } else if (next !== null) await this.steps.raise(scene, dispute, next, null);
      else {
        await this.rows.act(scene, dispute, 'reminded', { step: dispute.step }, null);
        await scene.tx.run('UPDATE dispute SET reminded_at = ?, due_at = NULL WHERE id = ?', [scene.now.at, id]);
      }
    }
    return due.length;
  }
}

async function dueCases(reading: Reading, officeId: string, now: number): Promise<readonly string[]> {
  const { rows } = await reading.run<{ id: string }>(
    `SELECT id FROM dispute WHERE office_id = ? AND state IN ('open', 'ruled') AND due_at <= ? ORDER BY due_at, entry_number LIMIT ${atOnce}`, [officeId, now]);
  return rows.map(({ id }) => id);
}
