import type { PenaltiesView, PenaltyDecision, PenaltyRequest, PenaltyView, Role, Severity } from '@lunjie/contracts';
import { decidePenalty } from '@lunjie/penalties';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { instantAfter } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import type { Reading } from '../platform/database/tx';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Staff } from '../staff/staff';
import { Penalty } from './penalty.entity';

interface StoredPenalty {
  readonly id: string;
  readonly agent_id: string;
  readonly name: string;
  readonly at: number | string;
  readonly penalty_trigger: string;
  readonly severity: Severity | null;
  readonly decision: string;
  readonly suspended_until: number | string | null;
  readonly policy_version: number;
  readonly entry_number: number | string;
}

const columns = 'SELECT n.id, n.agent_id, p.name, n.at, n.penalty_trigger, n.severity, n.decision, n.suspended_until, n.policy_version, n.entry_number FROM penalty n JOIN person p ON p.id = n.agent_id';

function viewOf(row: StoredPenalty): PenaltyView {
  return {
    id: row.id, agent: { id: row.agent_id, name: row.name }, at: Number(row.at), trigger: row.penalty_trigger, severity: row.severity, decision: JSON.parse(row.decision) as PenaltyDecision,
    suspendedUntil: row.suspended_until === null ? null : Number(row.suspended_until), policyVersion: row.policy_version, entry: Number(row.entry_number),
  };
}

/** Slips and verified violations by the policy's schedule (P106): the line hears of a suspension and of lost turns at once. */
@Injectable()
export class Penalties {
  constructor(
    private readonly ids: Ids,
    private readonly floors: Floors,
    private readonly staff: Staff,
    private readonly transactions: Transactions,
  ) {}

  /**
   * @throws Problem 422 `not_an_agent_here`; 403 `severity_not_yours` where another role grades (P107), `party_to_the_case` for oneself
   */
  issue(write: WriteContext, roles: readonly Role[], request: PenaltyRequest): Promise<PenaltyView> {
    return this.floors.act(write, async (scene) => {
      const { policy } = scene.rules;
      const gradedBy = policy.values.disputes.penalty_severity_role;
      if (request.severity != null && !roles.includes(gradedBy) && !roles.includes('manager')) throw new Problem('severity_not_yours', 403, { role: gradedBy });
      if (request.agentId === write.personId) throw new Problem('party_to_the_case', 403);
      const agents = await this.staff.agents(scene.tx, scene.officeId);
      if (!agents.some(({ id }) => id === request.agentId)) throw new Problem('not_an_agent_here', 422);
      const { trigger, severity = null, dayBasePayFen = 0, monthBasePayFen = 0, monthBonusFen = 0 } = request;
      const times = (await this.before(scene, request.agentId, trigger)) + 1;
      const decision = decidePenalty(policy.tables.penalties, { trigger, severity, times, dayBasePayFen, monthBasePayFen, monthBonusFen });
      return this.write(scene, request, decision);
    });
  }

  private async before({ tx, officeId }: Scene, agentId: string, trigger: string): Promise<number> {
    const { rows } = await tx.run<{ number: number | string }>('SELECT COUNT(*) AS number FROM penalty WHERE office_id = ? AND agent_id = ? AND penalty_trigger = ?', [officeId, agentId, trigger]);
    return Number(rows[0]?.number ?? 0);
  }

  private async write(scene: Scene, { agentId, trigger, severity = null, reason }: PenaltyRequest, decision: PenaltyDecision): Promise<PenaltyView> {
    const suspendedUntil = decision.suspendFor === null ? null : instantAfter(scene.zone, scene.now.at, decision.suspendFor);
    const entryNumber = scene.enter({ kind: 'penalty', subject: agentId, content: { trigger, severity, decision, suspendedUntil }, personal: { reason } });
    // Also of who is not here today: the line finds it as they sign in.
    if (suspendedUntil !== null) scene.post([{ kind: 'suspended', agent: agentId, until: suspendedUntil, reason: trigger }]);
    const queue = Object.values(scene.floor.queues).find(({ order }) => order.includes(agentId));
    if (decision.loseTurns > 0 && queue) scene.post([{ kind: 'turns_skipped', queue: queue.id, agent: agentId, turns: decision.loseTurns, reason: trigger }]);
    const penalty: Penalty = {
      id: this.ids.next(), officeId: scene.officeId, agentId, at: scene.now.at, businessDate: scene.now.date, penaltyTrigger: trigger, severity, decision, suspendedUntil,
      policyVersion: scene.rules.version, entryNumber,
    };
    await scene.tx.insert(Penalty, [penalty]);
    const { rows } = await scene.tx.run<StoredPenalty>(`${columns} WHERE n.id = ?`, [penalty.id]);
    if (!rows[0]) throw new Problem('person_not_found', 404);
    return viewOf(rows[0]);
  }

  /** Newest first, at most 200. @param agentId only this agent's; null = everybody's */
  list(officeId: string, agentId: string | null): Promise<PenaltiesView> {
    return this.transactions.read(async (reading) => ({ penalties: await this.of(reading, officeId, agentId) }));
  }

  /** An agent's of one month, oldest first, with their business dates. @param month '2026-11' */
  async inMonth(reading: Reading, officeId: string, agentId: string, month: string): Promise<readonly { readonly date: string; readonly penalty: PenaltyView }[]> {
    const { rows } = await reading.run<StoredPenalty & { readonly business_date: string }>(
      `${columns.replace('SELECT', 'SELECT n.business_date,')} WHERE n.office_id = ? AND n.agent_id = ? AND n.business_date BETWEEN ? AND ? ORDER BY n.entry_number`, [officeId, agentId, `${month}-01`, `${month}-31`]);
    return rows.map((row) => ({ date: row.business_date, penalty: viewOf(row) }));
  }

  async of(reading: Reading, officeId: string, agentId: string | null): Promise<readonly PenaltyView[]> {
    const { rows } = await reading.run<StoredPenalty>(
      `${columns} WHERE n.office_id = ?${agentId === null ? '' : ' AND n.agent_id = ?'} ORDER BY n.at DESC, n.entry_number DESC LIMIT 200`, agentId === null ? [officeId] : [officeId, agentId]);
    return rows.map(viewOf);
  }
}
