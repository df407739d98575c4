import type { Notice, RequestClass, RequestStep, RequestTold } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { notice, type NoticeScene, type NoticeSource } from './notice-scene';

const most = 20;

interface OpenRow {
  readonly id: string;
  readonly label: string;
  readonly owner_id: string;
  readonly owner: string;
  readonly owner_since: number | string;
  readonly taken_by: string;
  readonly step: RequestStep;
  readonly request_class: RequestClass;
  readonly due_at: number | string;
  readonly told: string;
  readonly told_at: number | string | null;
}

/** Requests that are the reader's, overdue ones for whom the office's clock has told, complaints to rule on, and answers to what the reader handed on. */
@Injectable()
export class RequestNotices implements NoticeSource {
  async of(scene: NoticeScene): Promise<readonly Notice[]> {
    return [...await this.open(scene), ...await this.answered(scene)];
  }

  private async open(scene: NoticeScene): Promise<readonly Notice[]> {
    const { reading, officeId, me, roles, rules } = scene;
    const ruledBy: readonly string[] = rules.policy.values.requests.ruled_by;
    const isTold = roles.some((role) => role === 'supervisor' || role === 'manager' || ruledBy.includes(role));
    const { rows } = await reading.run<OpenRow>(
      `SELECT r.id, COALESCE(c.label, r.label) AS label, r.owner_id, p.name AS owner, r.owner_since, r.taken_by, r.step, r.request_class, r.due_at, r.told, r.told_at
       FROM customer_request r JOIN person p ON p.id = r.owner_id LEFT JOIN customer c ON c.id = r.customer_id
       WHERE r.office_id = ? AND r.step <> 'closed' AND (r.about_id IS NULL OR r.about_id <> ?)${isTold ? '' : ' AND r.owner_id = ?'} ORDER BY r.due_at LIMIT ${most * 5}`,
      [officeId, me.id, ...isTold ? [] : [me.id]]);
    return rows.flatMap((row) => this.ofOne(scene, row, ruledBy)).slice(0, most);
  }

  private ofOne({ me, roles }: NoticeScene, row: OpenRow, ruledBy: readonly string[]): readonly Notice[] {
    const told = JSON.parse(row.told) as readonly RequestTold[];
    const isMine = row.owner_id === me.id;
    const overdue = (isMine && told.includes('owner')) || told.some((one) => one !== 'owner' && roles.includes(one));
    const said = { open: true, subject: row.id, customer: row.label, until: Number(row.due_at), agent: isMine ? null : row.owner };
    if (row.step === 'rule') return roles.some((role) => ruledBy.includes(role)) ? [notice('complaint_to_rule', { ...said, id: `complaint.${row.id}`, at: Number(row.told_at ?? row.owner_since) })] : [];
    if (overdue) return [notice(isMine ? 'request_overdue' : 'request_overdue_of', { ...said, id: `overdue.${row.id}.${row.step}.${told.length}`, at: Number(row.told_at) })];
    // What somebody took and kept they know of.
    return isMine && row.taken_by !== me.id ? [notice('request_yours', { ...said, id: `request.${row.id}.${row.owner_since}`, at: Number(row.owner_since) })] : [];
  }

  private async answered({ reading, officeId, me, from }: NoticeScene): Promise<readonly Notice[]> {
    const { rows } = await reading.run<{ id: string; label: string; owner: string; answered_at: number | string }>(
      `SELECT r.id, COALESCE(c.label, r.label) AS label, p.name AS owner, r.answered_at FROM customer_request r JOIN person p ON p.id = r.owner_id LEFT JOIN customer c ON c.id = r.customer_id
       WHERE r.office_id = ? AND r.taken_by = ? AND r.owner_id <> ? AND r.business_date >= ? AND r.answered_at IS NOT NULL ORDER BY r.answered_at DESC LIMIT ${most}`, [officeId, me.id, me.id, from]);
    return rows.map((row) => notice('request_answered', { id: `answered.${row.id}.${row.answered_at}`, at: Number(row.answered_at), subject: row.id, agent: row.owner, customer: row.label }));
  }
}
