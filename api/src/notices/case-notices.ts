import type { Notice, NotCountedClaim } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { explanationsOf } from '../turns/explanations';
import { notice, type NoticeScene, type NoticeSource } from './notice-scene';

const standing = "('offered', 'receiving', 'ended')";

interface ClaimRow {
  readonly id: string;
  readonly visit_id: string;
  readonly agent: string | null;
  readonly label: string;
  readonly not_counted: string;
}

/** What does not count: claims that wait for a manager's ruling, and rulings for whom they concern. */
@Injectable()
export class CaseNotices implements NoticeSource {
  async of(scene: NoticeScene): Promise<readonly Notice[]> {
    const rules = scene.roles.some((role) => role === 'manager' || role === 'supervisor');
    return [...rules ? await this.toRule(scene) : [], ...scene.roles.includes('agent') ? await this.ruled(scene) : []];
  }

  private async toRule({ reading, officeId, from, me }: NoticeScene): Promise<readonly Notice[]> {
    const { rows } = await reading.run<ClaimRow & { agent_id: string }>(
      `SELECT r.id, r.visit_id, r.agent_id, p.name AS agent, COALESCE(c.label, v.label) AS label, r.not_counted
       FROM visit v JOIN reception r ON r.visit_id = v.id LEFT JOIN person p ON p.id = r.agent_id LEFT JOIN customer c ON c.id = v.customer_id
       WHERE v.office_id = ? AND v.business_date >= ? AND r.not_counted IS NOT NULL AND r.state IN ${standing}`, [officeId, from]);
    return rows.filter((row) => row.agent_id !== me.id).flatMap((row) => {
      const claim = claimOf(row);
      if (claim?.accepted !== null) return [];
      return [notice('not_counted_claimed', { id: `claim.${row.id}.${claim.at}`, at: claim.at, open: true, agent: row.agent, customer: row.label, reason: claim.visitorClass })];
    });
  }

  private async ruled({ reading, officeId, from, me }: NoticeScene): Promise<readonly Notice[]> {
    const { rows } = await reading.run<ClaimRow & { number: number | string; at: number | string }>(
      `SELECT r.id, r.visit_id, NULL AS agent, COALESCE(c.label, v.label) AS label, r.not_counted, e.number, e.at
       FROM reception r JOIN visit v ON v.id = r.visit_id LEFT JOIN customer c ON c.id = v.customer_id
       JOIN register_entry e ON e.office_id = r.office_id AND e.subject_id = r.visit_id AND e.kind = 'not_counted_ruled'
       WHERE r.office_id = ? AND r.agent_id = ? AND r.business_date >= ? AND r.not_counted IS NOT NULL`, [officeId, me.id, from]);
    const explanations = await explanationsOf(reading, officeId, rows.map(({ number }) => Number(number)));
    return rows.flatMap((row) => {
      const claim = claimOf(row);
      if (claim?.accepted == null) return [];
      const { by = null, note = null } = explanations.get(Number(row.number)) ?? {};
      return [notice(claim.accepted ? 'ruled_not_counted' : 'ruled_counted', { id: `ruling.${row.number}`, at: Number(row.at), agent: by?.name ?? null, customer: row.label, note })];
    });
  }
}

function claimOf({ not_counted: stored }: ClaimRow): NotCountedClaim | null {
  return JSON.parse(stored) as NotCountedClaim | null;
}
