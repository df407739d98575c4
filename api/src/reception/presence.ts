import type { OutRequest } from '@lunjie/contracts';
import { comeBack, doorDuty, goOut, lateCost, openReceptionsOf, relieveDoor, signIn, signOut } from '@lunjie/rotation';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { Penalties } from '../penalties/penalties';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Staff } from '../staff/staff';
import { StaffChanges } from '../staff/staff-changes';
import { BusinessDay, rosterOf } from './business-day';

/** Who asks: agents act for themselves, the desk and the managers for anybody of the line. */
export interface Asker {
  readonly personId: string;
  readonly isAgent: boolean;
  readonly mayActForOthers: boolean;
  readonly isManager: boolean;
}

/** Signing in and out, going out and coming back. */
@Injectable()
export class Presence implements OnModuleInit {
  constructor(
    private readonly floors: Floors,
    private readonly staff: Staff,
    private readonly changes: StaffChanges,
    private readonly day: BusinessDay,
    private readonly penalties: Penalties,
  ) {}

  /**
   * The line follows employment: weights and certificates at once; who leaves or goes on long leave leaves the line.
   * @throws Problem 409 `still_receiving`: a customer is not left standing
   */
  onModuleInit(): void {
    this.changes.subscribe(async (tx, officeId, personId) => {
      const { floor } = await this.floors.now(tx, officeId);
      if (!floor.agents[personId] && !Object.values(floor.queues).some((queue) => queue.order.includes(personId))) return;
      const agent = (await this.staff.agents(tx, officeId)).find((each) => each.id === personId);
      await this.floors.within(tx, officeId, null, async (scene) => {
        if (!agent || agent.state !== 'active') {
          if (openReceptionsOf(scene.floor, personId).length > 0) throw new Problem('still_receiving', 409);
          scene.post([{ kind: 'left_office', agent: personId }]);
        } else {
          const { id: _id, ...who } = rosterOf(agent);
          scene.post([{ kind: 'agent_changed', agent: personId, who }]);
        }
      });
    });
  }

  private whom(asker: Asker, agentId: string | undefined): string {
    if (agentId == null || agentId === asker.personId) return asker.personId;
    if (!asker.mayActForOthers) throw new Problem('only_for_yourself', 403);
    return agentId;
  }

  /**
   * An agent signs in; the first of the day opens it. Who is late pays what the office's rule says (P19).
   * @throws Problem 403 `only_for_yourself`, `manager_signs_in` where only a manager checks people in (P01), 422 `not_an_agent_here`
   */
  signIn(write: WriteContext, asker: Asker, agentId?: string): Promise<void> {
    return this.floors.act(write, async (scene) => {
      const whom = this.whom(asker, agentId);
      if (scene.rules.policy.values.rotation.order_basis === 'manager_checkin' && !asker.isManager) throw new Problem('manager_signs_in', 403);
      const agents = await this.day.activeAgents(scene);
      const agent = agents.find((each) => each.id === whom);
      if (!agent) throw new Problem('not_an_agent_here', 422);
      if (!scene.floor.day.open || scene.floor.day.date !== scene.now.date) await this.day.begin(scene, agents);
      const isFirst = await this.isFirstToday(scene, whom);
      scene.enter({ kind: 'signed_in', subject: whom, content: {} });
      scene.post(signIn(scene.floor, scene.rules, rosterOf(agent), scene.now, isFirst));
      const late = lateCost(scene.rules.policy.values.rotation, scene.now, isFirst);
      if (late.kind === 'fine') await this.penalties.fineLate(scene, whom, late.fen);
    });
  }

  /** Read only where lateness costs something. */
  private async isFirstToday({ tx, officeId, rules, now }: Scene, agentId: string): Promise<boolean> {
    if (lateCost(rules.policy.values.rotation, now, true).kind === 'none') return true;
    const { rows } = await tx.run("SELECT seq FROM turn_posting WHERE office_id = ? AND agent_id = ? AND business_date = ? AND kind = 'signed_in' LIMIT 1", [officeId, agentId, now.date]);
    return rows.length === 0;
  }

  signOut(write: WriteContext, asker: Asker, agentId?: string): Promise<void> {
    return this.floors.act(write, async (scene) => {
      const whom = this.whom(asker, agentId);
      scene.enter({ kind: 'signed_out', subject: whom, content: {} });
      scene.post(signOut(scene.floor, whom));
    });
  }

  /** @throws Problem 409 `nobody_left_on_duty`, `cover_needs_manager` at meals and breaks, `not_next_at_door`, `impossible_time` for a return in the past */
  out(write: WriteContext, asker: Asker, { agentId, reason, note, expectedBackAt }: OutRequest): Promise<void> {
    return this.floors.act(write, async (scene) => {
      const whom = this.whom(asker, agentId);
      if (expectedBackAt != null && expectedBackAt <= scene.now.at) throw new Problem('impossible_time', 422);
      scene.enter({ kind: 'went_out', subject: whom, content: { reason, note: note ?? null, expectedBackAt: expectedBackAt ?? null } });
      scene.post(goOut(scene.floor, scene.rules, whom, reason, expectedBackAt ?? null, asker.isManager));
    });
  }

  /**
   * The next goes to the door, and who stands there comes back into the line (P11).
   * @throws Problem 409 `no_door_duty`, `not_next_at_door` where it is somebody else's turn
   */
  relieveDoor(write: WriteContext, asker: Asker, agentId?: string): Promise<void> {
    return this.floors.act(write, async (scene) => {
      const whom = this.whom(asker, agentId);
      const standing = doorDuty(scene.floor, scene.rules)?.standing;
      if (standing) scene.enter({ kind: 'came_back', subject: standing.agent, content: {} });
      scene.enter({ kind: 'went_out', subject: whom, content: { reason: 'door_duty', note: null, expectedBackAt: null } });
      scene.post(relieveDoor(scene.floor, scene.rules, whom, scene.ends));
    });
  }

  /** @throws Problem 403 `manager_releases` where only a manager lets an agent rejoin after a reception (P14) */
  back(write: WriteContext, asker: Asker, agentId?: string): Promise<void> {
    return this.floors.act(write, async (scene) => {
      const whom = this.whom(asker, agentId);
      if (scene.floor.agents[whom]?.out?.reason === 'awaiting_release' && !asker.isManager) throw new Problem('manager_releases', 403);
      scene.enter({ kind: 'came_back', subject: whom, content: {} });
      scene.post(comeBack(scene.floor, scene.rules, whom, scene.ends));
    });
  }
}
