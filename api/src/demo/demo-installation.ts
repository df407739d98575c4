import { presets } from '@lunjie/policy';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit } from '../audit/audit';
import { Offices } from '../offices/offices';
import type { FixedClock } from '../platform/clock/clock';
import { filling } from '../platform/database/filling';
import { Transactions } from '../platform/database/transactions';
import type { Tx } from '../platform/database/tx';
import { DemoHistory, demoHours } from './demo-history';
import { DemoPeople } from './demo-people';
import { completed, DemoMarks, founded } from './demo-marks';

const officeName = '云栖花园 · 城西售楼处';
const day = 86_400_000;

export interface DemoPlan {
  /** The clock of the whole application the demo is played in: nobody else may be using it. */
  readonly clock: FixedClock;
  /** The instant (epoch ms) the history comes to. */
  readonly now: number;
  /** Whole days of history. */
  readonly days: number;
  /** Told when there is something to do, and after each day. */
  readonly begun?: (name: string) => void;
  readonly told?: () => void;
}

/** Opens the demo in an empty database. */
@Injectable()
export class DemoInstallation {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly offices: Offices,
    private readonly people: DemoPeople,
    private readonly history: DemoHistory,
    private readonly audit: Audit,
    private readonly marks: DemoMarks,
  ) {}

  /**
   * Opens the demo office with its history, unless there is an office already. What an interrupted opening left behind
   * is removed first: until the last day is told, nobody could have used it.
   * @returns the codes of what the office refused its people on the way; null where it opened nothing
   */
  open(plan: DemoPlan): Promise<readonly string[] | null> {
    return filling(this.dataSource, 'lunjie_demo', async () => {
      if (!(await this.transactions.transaction((tx) => this.cleared(tx)))) return null;
      plan.begun?.(officeName);
      const { clock, now, days, told } = plan;
      clock.set(now - (days + 1) * day);
      const office = await this.transactions.transaction((tx) => this.people.found(tx, { name: officeName, timeZone: 'Asia/Shanghai', ...demoHours, policy: presets.standard }));
      const refused = await this.history.play({ clock, now, days, office, ...(told ? { told } : {}) });
      await this.transactions.transaction((tx) => this.audit.record(tx, { officeId: null, personId: null, kind: completed }));
      return refused;
    });
  }

  /** Whether the database is empty now: it was, or all that was in it was half a demo. */
  private async cleared(tx: Tx): Promise<boolean> {
    if ((await this.offices.all(tx)).length === 0) return true;
    if (!(await this.marks.has(tx, founded)) || (await this.marks.has(tx, completed))) return false;
    for (const { tableName } of this.dataSource.entityMetadatas) await tx.run(`DELETE FROM \`${tableName}\``);
    return true;
  }
}
