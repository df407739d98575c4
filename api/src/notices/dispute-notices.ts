import { decides, rolesOn } from '@lunjie/disputes';
import type { DisputeState, DisputeStep, Notice, PenaltyState } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { notice, type NoticeScene, type NoticeSource } from './notice-scene';

const most = 20;

interface CaseRow {
  readonly id: string;
  readonly state: DisputeState;
  readonly step: DisputeStep;
  readonly opened_at: number | string;
  readonly due_at: number | string | null;
  readonly settled_at: number | string | null;
  readonly label: string;
  readonly owner: string | null;
  readonly settled_by: string | null;
  readonly parties: number | string;
  readonly consents_to: string | null;
  /** When it came to its step, or the step was found overdue. */
  readonly moved_at: number | string | null;
}

interface PenaltyRow {
  readonly id: string;
  readonly agent_id: string;
  readonly agent: string;
  readonly at: number | string;
  readonly issued_by: string | null;
  readonly appeal_until: number | string | null;
  readonly state: PenaltyState | null;
  readonly appealed_at: number | string | null;
  readonly heard_at: number | string | null;
}

/** Cases for their parties and for who deals with them now; penalties for whom they hit and for who hears appeals. */
@Injectable()
export class DisputeNotices implements NoticeSource {
  async of(scene: NoticeScene): Promise<readonly Notice[]> {
    const rules = scene.roles.some((role) => role === 'manager' || role === 'supervisor' || role === 'admin');
    if (!rules && !scene.roles.includes('agent')) return [];
    return [...await this.cases(scene), ...await this.penalties(scene)];
  }

  private async cases(scene: NoticeScene): Promise<readonly Notice[]> {
    const { reading, officeId, me, from } = scene;
    const { rows } = await reading.run<CaseRow>(
      `SELECT d.id, d.state, d.step, d.opened_at, d.due_at, d.settled_at, c.label, o.name AS owner, d.settled_by,
         (SELECT COUNT(*) FROM dispute_party p WHERE p.dispute_id = d.id AND p.agent_id = ?) AS parties, (SELECT p.consents_to FROM dispute_party p WHERE p.dispute_id = d.id AND p.agent_id = ?) AS consents_to,
         (SELECT MAX(a.at) FROM dispute_act a WHERE a.dispute_id = d.id AND a.kind IN ('moved_up', 'reminded')) AS moved_at
       FROM dispute d JOIN customer c ON c.id = d.customer_id LEFT JOIN person o ON o.id = d.owner_id
       WHERE d.office_id = ? AND (d.state IN ('open', 'ruled', 'appealed') OR d.business_date >= ?) ORDER BY d.entry_number DESC LIMIT ${most}`, [me.id, me.id, officeId, from]);
    return rows.flatMap((row) => Number(row.parties) > 0 ? this.forParty(row) : this.forWhoDecides(scene, row));
  }

  private forParty({ id, state, step, moved_at: moved, opened_at: opened, settled_at: settled, label: customer, owner, consents_to: consents, due_at: due }: CaseRow): readonly Notice[] {
    if (state === 'open' && moved !== null) return [notice('dispute_moved', { id: `moved.${id}.${moved}`, at: Number(moved), open: consents === null, customer, reason: step })];
    if (state === 'open') return [notice('dispute_opened', { id: `dispute.${id}`, at: Number(opened), open: consents === null, customer })];
    if (settled === null || state === 'appealed') return [];
    return [notice('dispute_settled', { id: `settled.${id}.${settled}`, at: Number(settled), customer, agent: owner, open: state === 'ruled', until: state === 'ruled' && due !== null ? Number(due) : null })];
  }

  private forWhoDecides({ roles, rules, me }: NoticeScene, row: CaseRow): readonly Notice[] {
    const { values } = rules.policy;
    // A case that came up here, or whose time here is over, is news again.
    const at = Number(row.moved_at ?? row.opened_at);
    if (row.state === 'open' && decides(row.step, values) && rolesOn(row.step, values).some((role) => roles.includes(role))) return [notice('dispute_to_rule', { id: `rule.${row.id}.${at}`, at, open: true, customer: row.label })];
    if (row.state === 'appealed' && row.settled_by !== me.id && roles.includes(values.disputes.appeal_to)) return [notice('appeal_to_hear', { id: `hear.${row.id}`, at: Number(row.settled_at ?? at), open: true, customer: row.label })];
    return [];
  }

  private async penalties({ reading, officeId, me, from, roles, rules }: NoticeScene): Promise<readonly Notice[]> {
    const hears = roles.includes(rules.policy.values.disputes.penalty_appeal_to);
    const { rows } = await reading.run<PenaltyRow>(
      `SELECT n.id, n.agent_id, p.name AS agent, n.at, n.issued_by, n.appeal_until, a.state, a.at AS appealed_at, a.heard_at FROM penalty n JOIN person p ON p.id = n.agent_id LEFT JOIN penalty_appeal a ON a.penalty_id = n.id
       WHERE n.office_id = ? AND ((n.agent_id = ? AND n.business_date >= ?) OR (n.agent_id = ? AND a.heard_at IS NOT NULL) OR a.state = 'appealed') ORDER BY n.at DESC LIMIT ${most}`, [officeId, me.id, from, me.id]);
    return rows.flatMap((row): readonly Notice[] => {
      if (row.agent_id === me.id) {
        if (row.heard_at !== null) return [notice(row.state === 'reversed' ? 'penalty_reversed' : 'penalty_stands', { id: `heard.${row.id}`, at: Number(row.heard_at) })];
        return row.state === null ? [notice('penalty_issued', { id: `penalty.${row.id}`, at: Number(row.at), until: row.appeal_until === null ? null : Number(row.appeal_until) })] : [];
      }
      return hears && row.state === 'appealed' && row.issued_by !== me.id ? [notice('penalty_appealed', { id: `appealed.${row.id}`, at: Number(row.appealed_at), open: true, agent: row.agent })] : [];
    });
  }
}
