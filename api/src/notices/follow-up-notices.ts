import type { Notice } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { notice, type NoticeScene, type NoticeSource } from './notice-scene';

interface DueRow {
  readonly id: string;
  readonly label: string;
  readonly name: string | null;
  readonly due_at: number | string;
}

const select = 'SELECT t.id, c.label, p.name, t.due_at FROM follow_up_task t JOIN customer c ON c.id = t.customer_id LEFT JOIN person p ON p.id = t.agent_id';
const mostTold = 20;

/** Follow-ups that are overdue: told to the agent, and as far up as the office's rules have carried them (P72). */
@Injectable()
export class FollowUpNotices implements NoticeSource {
  async of(scene: NoticeScene): Promise<readonly Notice[]> {
    const level = scene.roles.includes('manager') ? 3 : scene.roles.includes('supervisor') ? 2 : null;
    return [...scene.roles.includes('agent') ? await this.own(scene) : [], ...level === null ? [] : await this.reached(scene, level)];
  }

  private async own({ reading, officeId, me, now }: NoticeScene): Promise<readonly Notice[]> {
    const { rows } = await reading.run<DueRow>(
      `${select} WHERE t.office_id = ? AND t.agent_id = ? AND t.done_at IS NULL AND t.kind <> 'invitation' AND t.due_at <= ? ORDER BY t.due_at DESC LIMIT ${mostTold}`, [officeId, me.id, now.at]);
    return rows.map((row) => notice('follow_up_overdue', { id: `follow_up.${row.id}`, at: Number(row.due_at), open: true, customer: row.label }));
  }

  private async reached({ reading, officeId, me }: NoticeScene, level: number): Promise<readonly Notice[]> {
    const { rows } = await reading.run<DueRow>(
      `${select} WHERE t.office_id = ? AND t.agent_id <> ? AND t.done_at IS NULL AND t.level >= ? ORDER BY t.due_at DESC LIMIT ${mostTold}`, [officeId, me.id, level]);
    return rows.map((row) => notice('follow_up_overdue_of', { id: `follow_up.${level}.${row.id}`, at: Number(row.due_at), open: true, agent: row.name, customer: row.label }));
  }
}
