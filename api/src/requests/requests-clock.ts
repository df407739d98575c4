import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { DueWork } from '../jobs/due-work';
import { OfficesClock } from '../jobs/offices-clock';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { RequestClocks } from './request-clocks';
import { RequestRows } from './request-rows';

/** How often the offices' clocks look for steps that are overdue (ms). */
const every = 30_000;
const atOnce = 100;

/** What is overdue is told to its owner, then to the supervisor, then to the manager, as the policy orders them: each once (SN-07). */
@Injectable()
export class RequestsClock extends OfficesClock {
  constructor(
    due: DueWork,
    private readonly clock: Clock,
    transactions: Transactions,
    private readonly floors: Floors,
    private readonly clocks: RequestClocks,
    private readonly rows: RequestRows,
  ) {
    super('requests', every, due, transactions);
  }

  /** Under the office's lock they are read anew: another process may have told them meanwhile. */
  officeDue(officeId: string): Promise<number> {
    return this.floors.actByClock(officeId, (scene) => this.tell(scene));
  }

  protected override async offices(): Promise<readonly string[]> {
    const { rows } = await this.transactions.read((reading) => reading.run<{ office_id: string }>(
      "SELECT DISTINCT office_id FROM customer_request WHERE remind_at <= ? AND step <> 'closed' ORDER BY office_id", [this.clock.now()]));
    return rows.map(({ office_id: id }) => id);
  }

  private async tell(scene: Scene): Promise<number> {
    const { rows } = await scene.tx.run<{ id: string }>(
      `SELECT id FROM customer_request WHERE office_id = ? AND step <> 'closed' AND remind_at <= ? ORDER BY remind_at, entry_number LIMIT ${atOnce}`, [scene.officeId, scene.now.at]);
    for (const { id } of rows) {
      const request = await this.rows.byId(scene.tx, scene.officeId, id);
      const next = await this.clocks.next(scene, request.told);
      if (next !== null) await this.rows.act(scene, request, 'overdue', { told: next.told, ...next.told === 'owner' ? { to: request.ownerId } : {} }, null);
      await this.rows.change(scene, request, next === null ? { remindAt: null } : { remindAt: next.nextAt, told: [...request.told, next.told], toldAt: scene.now.at });
    }
    return rows.length;
  }
}
