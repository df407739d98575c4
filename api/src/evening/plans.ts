import { planTargetKinds, type PlanPeriod, type PlanRequest, type PlanSheet, type PlansView, type PlanTargets } from '@lunjie/contracts';
import { isPlanOver, periodStart, weekOf } from '@lunjie/evening';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Ids } from '../platform/clock/ids';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Register } from '../register/register';
import { PlanSheetRow } from './evening.entity';

interface StoredPlan {
  readonly agent_id: string;
  readonly name: string | null;
  readonly period: PlanPeriod;
  readonly starts_on: string;
  readonly version: number;
  readonly at: number | string;
  readonly entry_number: number | string;
  readonly targets: string;
}

/** The agents' plan sheets (日/周计划表, 003 §(九)): every version is an entry, the newest counts. */
@Injectable()
export class Plans {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly officeTime: OfficeTime,
    private readonly register: Register,
  ) {}

  /** @param date the office's today where none is given; @param own only this agent's, null = everybody's */
  view(officeId: string, date: string | undefined, own: string | null): Promise<PlansView> {
    return this.transactions.read(async (reading) => {
      const day = date ?? momentIn(await this.officeTime.zone(reading, officeId), this.clock.now()).date;
      return { date: day, week: weekOf(day), plans: await this.of(reading, officeId, day, own) };
    });
  }

  /** The day's sheets and those of its week, by agent as on the roster, the day first. */
  async of(reading: Reading, officeId: string, date: string, own: string | null): Promise<readonly PlanSheet[]> {
    const { rows } = await reading.run<StoredPlan>(
      `SELECT s.agent_id, p.name, s.period, s.starts_on, s.version, s.at, s.entry_number, s.targets FROM plan_sheet s LEFT JOIN person p ON p.id = s.agent_id
       WHERE s.office_id = ? AND ((s.period = 'day' AND s.starts_on = ?) OR (s.period = 'week' AND s.starts_on = ?))${own === null ? '' : ' AND s.agent_id = ?'}
       ORDER BY p.name, s.agent_id, s.period, s.version DESC`, [officeId, date, weekOf(date), ...own === null ? [] : [own]]);
    const sealed = await this.register.personalOf(reading, officeId, rows.map(({ entry_number }) => Number(entry_number)));
    const sheets = new Map<string, PlanSheet>();
    for (const row of rows) {
      const key = `${row.agent_id} ${row.period}`;
      const sheet = sheets.get(key) ?? { agent: { id: row.agent_id, name: row.name ?? '' }, period: row.period, date: row.starts_on, versions: [] };
      const entry = Number(row.entry_number);
      const version = { version: row.version, at: Number(row.at), entry, lines: linesOf(sealed.get(entry)), targets: JSON.parse(row.targets) as PlanTargets };
      sheets.set(key, { ...sheet, versions: [...sheet.versions, version] });
    }
    return [...sheets.values()];
  }

  /** Enters a new version of one's own sheet. @throws Problem 409 `plan_over`; 422 `plan_empty` */
  enter(write: WriteContext, { period, date, lines, targets: given = {} }: PlanRequest): Promise<void> {
    const targets = Object.fromEntries(planTargetKinds.map((kind) => [kind, given[kind] ?? null])) as PlanTargets;
    if (lines.length === 0 && Object.values(targets).every((target) => target === null)) throw new Problem('plan_empty', 422);
    return this.floors.act(write, async (scene) => {
      if (isPlanOver(period, date, scene.now.date)) throw new Problem('plan_over', 409);
      const { tx, officeId } = scene;
      const startsOn = periodStart(period, date);
      const { rows: [last] } = await tx.run<{ version: number | null }>('SELECT MAX(version) AS version FROM plan_sheet WHERE office_id = ? AND starts_on = ? AND period = ? AND agent_id = ?', [officeId, startsOn, period, write.personId]);
      const version = (last?.version ?? 0) + 1;
      const id = this.ids.next();
      const entryNumber = scene.enter({ kind: 'plan_entered', subject: id, content: { period, date: startsOn, version, targets }, personal: { lines } });
      await tx.insert(PlanSheetRow, [{ id, officeId, agentId: write.personId, period, startsOn, version, at: scene.now.at, entryNumber, targets }]);
    });
  }
}

function linesOf(sealed: Readonly<Record<string, unknown>> | undefined): readonly string[] {
  const lines = sealed?.['lines'];
  return Array.isArray(lines) ? lines.filter((line) => typeof line === 'string') : [];
}
