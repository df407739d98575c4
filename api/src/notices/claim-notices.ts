import { daysBetween, isExpiring, later, warnedFrom } from '@lunjie/attribution';
import type { Notice } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { notice, type NoticeScene, type NoticeSource } from './notice-scene';

const most = 20;
const startOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** Claims that are about to end, for their owner only (P71); customers lost and received; what a manager has to decide. */
@Injectable()
export class ClaimNotices implements NoticeSource {
  async of(scene: NoticeScene): Promise<readonly Notice[]> {
    const manages = scene.roles.includes('manager');
    return [...scene.roles.includes('agent') ? [...await this.expiring(scene), ...await this.lost(scene), ...await this.received(scene)] : [], ...manages ? await this.awaiting(scene) : []];
  }

  private async expiring({ reading, officeId, me, now, rules }: NoticeScene): Promise<readonly Notice[]> {
    const { validity } = rules.policy.values;
    const { warn_before: warning } = validity;
    if (warning === null) return [];
    const { rows } = await reading.run<{ id: string; until_date: string; label: string }>(
      `SELECT k.id, k.until_date, c.label FROM claim k JOIN customer c ON c.id = k.customer_id
       WHERE k.office_id = ? AND k.agent_id = ? AND k.until_date >= ? AND k.until_date <= ? AND k.kind = 'claim' AND k.standing = 'in_force' ORDER BY k.until_date, k.entry_number LIMIT ${most}`,
      [officeId, me.id, now.date, later(now.date, warning)]);
    return rows.filter((row) => isExpiring(row.until_date, now.date, validity)).map((row) => notice('claim_expiring', {
      id: `expiring.${row.id}.${row.until_date}`, at: Math.min(startOf(warnedFrom(row.until_date, warning)), now.at), open: true, customer: row.label, count: daysBetween(now.date, row.until_date),
    }));
  }

  private async lost({ reading, officeId, me, from }: NoticeScene): Promise<readonly Notice[]> {
    const { rows } = await reading.run<{ id: string; number: number | string; at: number | string; kind: string; label: string }>(
      `SELECT k.id, e.number, e.at, e.kind, c.label FROM claim k JOIN register_entry e ON e.office_id = k.office_id AND (e.number = k.lapsed_entry OR e.number = k.ended_entry) JOIN customer c ON c.id = k.customer_id
       WHERE k.office_id = ? AND k.agent_id = ? AND k.kind = 'claim' AND e.business_date >= ? AND e.by_person IS NULL AND e.kind IN ('claim_lapsed', 'claim_ended', 'claim_pooled', 'registration') ORDER BY e.number DESC LIMIT ${most}`,
      [officeId, me.id, from]);
    return rows.map((row) => notice(row.kind === 'claim_pooled' ? 'customer_pooled' : 'claim_lapsed', { id: `lost.${row.number}`, at: Number(row.at), customer: row.label }));
  }

  /** Customers of a draw or a hand-over come together: one notice an act. */
  private async received({ reading, officeId, me, from }: NoticeScene): Promise<readonly Notice[]> {
    const { rows } = await reading.run<{ from_at: number | string; customers: number | string; label: string }>(
      `SELECT k.from_at, COUNT(*) AS customers, MIN(c.label) AS label FROM claim k JOIN customer c ON c.id = k.customer_id
       WHERE k.office_id = ? AND k.agent_id = ? AND k.kind = 'claim' AND k.from_date >= ? AND k.source IN ('draw', 'hand_over') AND k.ended_at IS NULL GROUP BY k.from_at ORDER BY k.from_at DESC LIMIT ${most}`,
      [officeId, me.id, from]);
    return rows.map((row) => notice('customers_received', { id: `received.${row.from_at}`, at: Number(row.from_at), customer: row.label, count: Number(row.customers) }));
  }

  private async awaiting({ reading, officeId }: NoticeScene): Promise<readonly Notice[]> {
    const { rows: [row] } = await reading.run<{ claims: number | string; number: number | string | null; at: number | string | null }>(
      `SELECT COUNT(*) AS claims, MAX(k.lapsed_entry) AS number, MAX(e.at) AS at FROM claim k JOIN register_entry e ON e.office_id = k.office_id AND e.number = k.lapsed_entry
       WHERE k.office_id = ? AND k.standing = 'lapsed' AND k.awaits = 'manager'`, [officeId]);
    return row && Number(row.claims) > 0 ? [notice('claims_awaiting', { id: `awaiting.${row.number}`, at: Number(row.at), open: true, count: Number(row.claims) })] : [];
  }
}
