import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { DueWork } from '../jobs/due-work';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import { RequestClocks } from './request-clocks';
import { RequestRows } from './request-rows';

/** How often the offices' clocks look for steps that are overdue (ms). */
const every = 30_000;
const atOnce = 100;

/** What is overdue is told to its owner, then to the supervisor, then to the manager, as the policy orders them: each once (SN-07). */
@Injectable()
export class RequestsClock implements OnApplicationBootstrap {
  private readonly logger = new Logger(RequestsClock.name);

  constructor(
    private readonly due: DueWork,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly clocks: RequestClocks,
    private readonly rows: RequestRows,
  ) {}

  onApplicationBootstrap(): void {
    this.due.does({ name: 'requests', every, run: async (goesOn) => { await this.allDue(goesOn); } });
  }

  /** Tells everything that is due by now in every office; answers how often somebody was told. */
  async allDue(goesOn: () => boolean = () => true): Promise<number> {
    const { rows } = await this.transactions.read((reading) => reading.run<{ office_id: string }>(
      "SELECT DISTINCT office_id FROM customer_request WHERE remind_at <= ? AND step <> 'closed' ORDER BY office_id", [this.clock.now()]));
    let done = 0;
    for (const { office_id: officeId } of rows) {
      if (!goesOn()) break;
      try {
        // Under the office's lock they are read anew: another process may have told them meanwhile.
        done += await this.floors.actByClock(officeId, (scene) => this.tell(scene));
      } catch (error) {
        // One office's trouble must not hold up the others.
        this.logger.error(error);
      }
    }
    return done;
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
