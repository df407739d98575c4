import { closeDay, openDay, type RosterAgent } from '@lunjie/rotation';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import type { Scene } from '../floor/scene';
import { Draw } from '../platform/clock/draw';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Policies } from '../policies/policies';
import { Staff, type AgentRecord } from '../staff/staff';
import { Ending } from './ending';
import { Visits } from './visits';

export function rosterOf({ id, rosterPosition, weight, certifiedVisits, certifiedCalls, team }: AgentRecord): RosterAgent {
  return { id, rosterPosition, weight, certifiedVisits, certifiedCalls, team };
}

/** The business day of an office: opened by a manager or the first who signs in, closed by a manager or the next opening. */
@Injectable()
export class BusinessDay {
  constructor(
    private readonly floors: Floors,
    private readonly staff: Staff,
    private readonly draw: Draw,
    private readonly policies: Policies,
    private readonly visits: Visits,
    private readonly ending: Ending,
  ) {}

  async activeAgents(scene: Scene): Promise<readonly AgentRecord[]> {
    return (await this.staff.agents(scene.tx, scene.officeId)).filter((agent) => agent.state === 'active');
  }

  open(write: WriteContext): Promise<void> {
    return this.floors.act(write, async (scene) => this.begin(scene, await this.activeAgents(scene)));
  }

  /** Closes the day: open receptions and waiting parties end with it. */
  close(write: WriteContext): Promise<void> {
    return this.floors.act(write, (scene) => this.end(scene));
  }

  /** Opens the day as part of an act; a day nobody closed is closed first. */
  async begin(scene: Scene, agents: readonly AgentRecord[]): Promise<void> {
    if (scene.floor.day.open && scene.floor.day.date !== scene.now.date) await this.end(scene);
    const roster = agents.map(rosterOf);
    scene.enter({ kind: 'day_opened', subject: null, content: { date: scene.now.date } });
    const campaign = await this.policies.campaign(scene.tx, scene.officeId, scene.now.at);
    scene.post(openDay(scene.floor, scene.rules, roster, this.draw.shuffled(roster.map((agent) => agent.id)), scene.now, campaign));
  }

  /** Closes the day as part of an act. */
  async end(scene: Scene): Promise<void> {
    const { tx, officeId, floor } = scene;
    scene.enter({ kind: 'day_closed', subject: null, content: { date: floor.day.date } });
    scene.post(closeDay(floor));
    for (const { id } of Object.values(floor.receptions)) await this.ending.enter(scene, await this.visits.byReception(tx, officeId, id), null, null);
    for (const { visit } of floor.waiting) await tx.run("UPDATE visit SET state = 'gone' WHERE office_id = ? AND id = ?", [officeId, visit]);
  }
}
