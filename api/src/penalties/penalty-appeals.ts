import type { AppealRequest, PenaltyHearingRequest, PenaltyView, Role } from '@lunjie/contracts';
import { correctTurns, standsIn } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { Impartiality } from '../attribution/impartiality';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { Ids } from '../platform/clock/ids';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Forfeits } from './forfeits';
import { PenaltyLedger } from './penalty-ledger';
import { PenaltyAppeal } from './penalty.entity';
import { Penalties } from './penalties';

/** An agent appeals their own penalty, once and in time; somebody else than who issued it hears it (P107). */
@Injectable()
export class PenaltyAppeals {
  constructor(
    private readonly ids: Ids,
    private readonly floors: Floors,
    private readonly penalties: Penalties,
    private readonly ledger: PenaltyLedger,
    private readonly forfeits: Forfeits,
    private readonly impartiality: Impartiality,
  ) {}

  /** @throws Problem 404 `penalty_not_found` (also for another's), 409 `no_appeal`, `appeal_too_late` */
  appeal(write: WriteContext, id: string, { reason }: AppealRequest): Promise<PenaltyView> {
    return this.floors.act(write, async (scene) => {
      const penalty = await this.penalties.byId(scene.tx, scene.officeId, id);
      if (penalty.agent.id !== write.personId) throw new Problem('penalty_not_found', 404);
      if (penalty.state !== 'in_force' || penalty.appealUntil === null) throw new Problem('no_appeal', 409);
      if (penalty.appealUntil < scene.now.at) throw new Problem('appeal_too_late', 409);
      const entryNumber = scene.enter({ kind: 'penalty_appealed', subject: penalty.agent.id, corrects: penalty.entry, content: { penalty: id }, personal: { words: reason } });
      const appeal: PenaltyAppeal = { id: this.ids.next(), officeId: scene.officeId, penaltyId: id, at: scene.now.at, state: 'appealed', entryNumber, heardAt: null, heardBy: null, heardEntry: null };
      await scene.tx.insert(PenaltyAppeal, [appeal]);
      return { ...await this.penalties.byId(scene.tx, scene.officeId, id), appealWords: reason };
    });
  }

  /**
   * Hears an appeal. Upheld, everything the penalty brought is reversed by postings: money, points, turns, the suspension
   * and the deal; nothing is edited.
   * @throws Problem 404 `penalty_not_found`; 403 `party_to_the_case`, `own_team_case`, `own_ruling`, `not_yours_to_decide`; 409 `no_appeal`
   */
  hear(write: WriteContext, roles: readonly Role[], id: string, { upheld, reason }: PenaltyHearingRequest): Promise<PenaltyView> {
    return this.floors.act(write, async (scene) => {
      const penalty = await this.penalties.byId(scene.tx, scene.officeId, id);
      if (penalty.state !== 'appealed') throw new Problem('no_appeal', 409);
      await this.impartiality.mustHold(scene, write.personId, [penalty.agent.id]);
      if (penalty.issuedBy?.id === write.personId) throw new Problem('own_ruling', 403);
      if (!roles.includes(scene.rules.policy.values.disputes.penalty_appeal_to)) throw new Problem('not_yours_to_decide', 403);
      const entry = scene.enter({ kind: 'penalty_appeal_heard', subject: penalty.agent.id, corrects: penalty.entry, content: { penalty: id, upheld }, personal: { words: reason } });
      await scene.tx.run('UPDATE penalty_appeal SET state = ?, heard_at = ?, heard_by = ?, heard_entry = ? WHERE penalty_id = ?', [upheld ? 'reversed' : 'dismissed', scene.now.at, write.personId, entry, id]);
      if (upheld) await this.reverse(scene, penalty, entry);
      return { ...await this.penalties.byId(scene.tx, scene.officeId, id), heardWords: reason };
    });
  }

  private async reverse(scene: Scene, penalty: PenaltyView, entry: number): Promise<void> {
    await this.ledger.reverse(scene, penalty, entry);
    await this.liftSuspension(scene, penalty);
    const isInLine = Object.values(scene.floor.queues).some((queue) => standsIn(scene.floor, queue, penalty.agent.id));
    // A turn that was taken away is made up for: the line went on without it.
    if (penalty.decision.loseTurns > 0 && isInLine) scene.post(correctTurns(scene.floor, scene.rules, penalty.agent.id, { kind: 'grant_makeup', turns: penalty.decision.loseTurns }, scene.ends));
    if (penalty.decision.forfeitsDeal && penalty.dealId !== null) await this.forfeits.restore(scene, penalty.dealId);
  }

  /** Only this penalty's suspension falls: another one's that lasts longer goes on. */
  private async liftSuspension(scene: Scene, { id, agent, suspendedUntil }: PenaltyView): Promise<void> {
    if (suspendedUntil === null || suspendedUntil <= scene.now.at || scene.floor.agents[agent.id]?.suspendedUntil == null) return;
    const { rows: [other] } = await scene.tx.run<{ until: number | string | null }>(
      `SELECT MAX(n.suspended_until) AS until FROM penalty n LEFT JOIN penalty_appeal a ON a.penalty_id = n.id
       WHERE n.office_id = ? AND n.agent_id = ? AND n.id <> ? AND n.suspended_until > ? AND (a.state IS NULL OR a.state <> 'reversed')`, [scene.officeId, agent.id, id, scene.now.at]);
    const until = other?.until == null ? null : Number(other.until);
    scene.post(until === null ? [{ kind: 'suspension_lifted', agent: agent.id, reason: 'appeal' }] : [{ kind: 'suspended', agent: agent.id, until, reason: 'penalty' }]);
  }
}
