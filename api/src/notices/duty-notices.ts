import type { Notice } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { notice, type NoticeScene, type NoticeSource } from './notice-scene';

interface DutyRow {
  readonly id: string;
  readonly kind: string;
  readonly by_name: string | null;
  readonly due_at: number | string;
  readonly done_at: number | string | null;
  readonly label: string | null;
}

const columns = `SELECT d.id, d.kind, p.name AS by_name, d.due_at, d.done_at, COALESCE(c.label, v.label) AS label
  FROM duty d LEFT JOIN person p ON p.id = d.by_person LEFT JOIN visit v ON v.id = d.visit_id LEFT JOIN customer c ON c.id = v.customer_id`;

/** What somebody has to do by now, and what was reported to the managers because somebody had to. */
@Injectable()
export class DutyNotices implements NoticeSource {
  async of(scene: NoticeScene): Promise<readonly Notice[]> {
    const manages = scene.roles.some((role) => role === 'manager' || role === 'supervisor');
    return [...await this.due(scene), ...manages ? await this.reported(scene) : []];
  }

  private async due({ reading, officeId, me, now }: NoticeScene): Promise<readonly Notice[]> {
    const { rows } = await reading.run<DutyRow>(
      `${columns} WHERE d.office_id = ? AND d.by_person = ? AND d.done_at IS NULL AND d.due_at <= ? ORDER BY d.due_at DESC LIMIT 20`, [officeId, me.id, now.at]);
    return rows.map((row) => notice('duty_due', { id: `duty.${row.id}`, at: Number(row.due_at), open: true, reason: row.kind, customer: row.label }));
  }

  private async reported({ reading, officeId, from, now }: NoticeScene): Promise<readonly Notice[]> {
    const since = Math.min(DateTime.fromISO(from, { zone: 'UTC' }).toMillis(), now.at);
    const { rows } = await reading.run<DutyRow>(
      `${columns} WHERE d.office_id = ? AND d.kind = 'report_large_order' AND d.done_at >= ? ORDER BY d.done_at DESC LIMIT 20`, [officeId, since]);
    return rows.map((row) => notice('large_order', { id: `order.${row.id}`, at: Number(row.done_at), agent: row.by_name, customer: row.label }));
  }
}
