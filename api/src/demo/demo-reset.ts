import { isTypedName, type DemoResetView } from '@lunjie/contracts';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit } from '../audit/audit';
import type { Who } from '../auth/who';
import { Offices } from '../offices/offices';
import { Clock } from '../platform/clock/clock';
import { Config } from '../platform/config/config';
import { Transactions } from '../platform/database/transactions';
import type { Tx } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import { demoFromScratch, type Stored } from './demo-scratch';
import { completed, DemoMarks } from './demo-marks';

/** How much history a demo has: a month. */
export const demoDays = 30;

const resting: DemoResetView = { running: false, day: 0, days: demoDays + 1, failed: false };

/** Begins the demo anew, as of now. Whatever was tried in it is gone, and everybody is signed out. */
@Injectable()
export class DemoReset {
  private readonly log = new Logger('DemoReset');
  private state: DemoResetView = resting;
  /** Resolves when the running one has ended, well or not. */
  ended: Promise<void> = Promise.resolve();

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly offices: Offices,
    private readonly marks: DemoMarks,
    private readonly audit: Audit,
  ) {}

  view(): DemoResetView {
    return this.state;
  }

  /**
   * Begins it; how far it has come is in `view`.
   * @throws Problem 404 `not_a_demo`, 403 `not_permitted` for whoever is not admin of the demo's office, 422 `not_confirmed`, 409 `demo_resetting`
   */
  async begin(who: Pick<Who, 'employments'>, confirm: string, days = demoDays): Promise<DemoResetView> {
    await this.transactions.read(async (reading) => {
      if (!this.config.demo || !(await this.marks.has(reading, completed))) throw new Problem('not_a_demo', 404);
      const [office] = await this.offices.all(reading);
      if (!office || !who.employments.some(({ officeId, roles }) => officeId === office.id && roles.includes('admin'))) throw new Problem('not_permitted', 403);
      if (!isTypedName(confirm, office.name)) throw new Problem('not_confirmed', 422, { name: office.name });
    });
    if (this.state.running) throw new Problem('demo_resetting', 409);
    this.state = { ...resting, running: true, days: days + 1 };
    this.ended = this.reset(days).then(
      () => { this.state = resting; },
      (error: unknown) => {
        this.log.error(error);
        this.state = { ...resting, failed: true };
      });
    return this.state;
  }

  private async reset(days: number): Promise<void> {
    const told = (): void => { this.state = { ...this.state, day: this.state.day + 1 }; };
    const demo = await demoFromScratch(this.config, { now: this.clock.now(), days, told });
    await this.transactions.transaction((tx) => this.replace(tx, demo));
  }

  /** The old demo goes and the new one comes in one transaction: nobody ever sees half of either. */
  private async replace(tx: Tx, demo: Stored): Promise<void> {
    const before = await this.offices.all(tx);
    for (const { tableName } of this.dataSource.entityMetadatas) await tx.run(`DELETE FROM \`${tableName}\``);
    for (const [table, rows] of demo) await tx.insert(table, rows);
    await this.audit.record(tx, { officeId: null, personId: null, kind: 'demo_reset' });
    // Screens that are open read again, and find that nobody is signed in any more.
    for (const { id } of before) tx.emit(id, { seq: 0, kind: 'changed' });
  }
}
