import type { DrawAssignment, DrawList, DrawView, PublishRequest, RedistributionPreview, RedistributionRequest } from '@lunjie/contracts';
import { digestOf, drawFrom, listHashOf } from '@lunjie/register';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { momentIn } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { OfficeTime } from '../offices/office-time';
import { Clock } from '../platform/clock/clock';
import { Draw } from '../platform/clock/draw';
import { Ids } from '../platform/clock/ids';
import { Transactions } from '../platform/database/transactions';
import { Problem } from '../platform/errors/problem';
import type { WriteContext } from '../platform/idempotency/write-context';
import { Staff } from '../staff/staff';
import { ClaimTransfers } from './claim-transfers';
import { DrawLists, type ListSetting } from './draw-lists';
import { DrawRecords, type StoredDraw } from './draw-records';
import { Pool } from './pool';
import { Redistribution } from './redistribution.entity';
import { SuccessionNews } from './succession-news';

/**
 * The customers of somebody who goes are given to others (003 §(五)3(12); P91, P92). A random draw takes two acts: the list
 * is fixed and its hash entered; only then is the seed drawn, entered, and the result computed from both.
 */
@Injectable()
export class Draws {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly chance: Draw,
    private readonly transactions: Transactions,
    private readonly floors: Floors,
    private readonly officeTime: OfficeTime,
    private readonly staff: Staff,
    private readonly lists: DrawLists,
    private readonly records: DrawRecords,
    private readonly transfers: ClaimTransfers,
    private readonly pool: Pool,
    private readonly news: SuccessionNews,
  ) {}

  /** What would happen by the rules in force. Nothing is written. @throws Problem as `DrawLists.preview` */
  preview(officeId: string, request: RedistributionRequest): Promise<RedistributionPreview> {
    return this.transactions.read(async (reading) => {
      const { floor, rules } = await this.floors.now(reading, officeId);
      const today = momentIn(await this.officeTime.zone(reading, officeId), this.clock.now()).date;
      return this.lists.preview({ reading, officeId, floor, today, values: rules.policy.values }, request);
    });
  }

  /**
   * Publishes the list of a random draw; carries the other methods out.
   * @throws Problem 409 `draw_list_moved` where the list is not the one that was previewed, 422 `assignments_incomplete`; as `DrawLists.preview`
   */
  async publish(write: WriteContext, { listHash: seen, assignments, ...request }: PublishRequest): Promise<DrawView> {
    const drawId = await this.floors.act(write, async (scene) => {
      const { preview, list } = await this.fixed(scene, request);
      if (preview.listHash !== seen) throw new Problem('draw_list_moved', 409);
      const listHash = listHashOf(list);
      const { method } = preview;
      const isDrawn = method === 'random';
      const result = method === 'manual' ? complete(list, assignments ?? []) : preview.assignments;
      const entry = scene.enter({
        kind: isDrawn ? 'draw_published' : 'redistributed', subject: list.draw,
        content: { method, from: list.from, reason: list.reason, agents: list.agents, customers: list.customers.length, listHash, ...isDrawn ? {} : { result: digestOf(result) } },
      });
      const by = write.personId;
      const row: Redistribution = {
        id: list.draw, officeId: scene.officeId, state: isDrawn ? 'published' : 'done', method, reason: list.reason, fromAgent: list.from, list, listHash, seed: null, result,
        moved: isDrawn ? [] : list.customers.map(({ id }) => id), publishedAt: scene.now.at, publishedBy: by, publishedEntry: entry,
        doneAt: isDrawn ? null : scene.now.at, doneBy: isDrawn ? null : by, doneEntry: isDrawn ? null : entry,
      };
      await scene.tx.insert(Redistribution, [row]);
      if (method === 'pool') await this.toThePool(scene, list);
      else if (!isDrawn) {
        await this.transfers.give(scene, result, { because: 'hand_over', source: 'hand_over', act: entry });
        await this.succeed(scene, list, result);
      }
      return list.draw;
    });
    return this.view(write.officeId, drawId);
  }

  /**
   * Draws the seed and gives the customers out, once. Whoever has another owner by now stays where they are.
   * @throws Problem 404 `draw_not_found`, 409 `draw_not_open`, `draw_list_moved` where an agent of the list works here no more
   */
  async draw(write: WriteContext, drawId: string): Promise<DrawView> {
    await this.floors.act(write, async (scene) => {
      const { list, list_hash: listHash } = await this.open(scene, drawId);
      const active = (await this.staff.agents(scene.tx, scene.officeId)).filter(({ state }) => state === 'active').map(({ id }) => id);
      if (list.agents.some((agent) => !active.includes(agent))) throw new Problem('draw_list_moved', 409);
      const seed = this.chance.seed();
      const result = drawFrom(list, seed);
      const entry = scene.enter({ kind: 'draw_drawn', subject: drawId, content: { listHash, seed, result: digestOf(result) } });
      const still = await this.stillOf(scene, list.from);
      const moves = result.filter(({ customer }) => still.has(customer));
      await scene.tx.run(
        "UPDATE redistribution SET state = 'done', seed = ?, result = ?, moved = ?, done_at = ?, done_by = ?, done_entry = ? WHERE id = ?",
        [seed, JSON.stringify(result), JSON.stringify(moves.map(({ customer }) => customer)), scene.now.at, write.personId, entry, drawId]);
      await this.transfers.give(scene, moves, { because: 'draw', source: 'draw', act: entry });
      await this.succeed(scene, list, moves);
    });
    return this.view(write.officeId, drawId);
  }

  /** Gives up a published list before it is drawn: the list and the reason stay on record. @throws Problem 404 `draw_not_found`, 409 `draw_not_open` */
  async cancel(write: WriteContext, drawId: string, reason: string): Promise<DrawView> {
    await this.floors.act(write, async (scene) => {
      const { list_hash: listHash } = await this.open(scene, drawId);
      const entry = scene.enter({ kind: 'draw_cancelled', subject: drawId, content: { listHash }, personal: { reason } });
      await scene.tx.run("UPDATE redistribution SET state = 'cancelled', done_at = ?, done_by = ?, done_entry = ? WHERE id = ?", [scene.now.at, write.personId, entry, drawId]);
    });
    return this.view(write.officeId, drawId);
  }

  /** What was published and what came of it, read after the act: its entries are in the register by then. */
  private view(officeId: string, drawId: string): Promise<DrawView> {
    return this.transactions.read((reading) => this.records.view(reading, officeId, drawId));
  }

  private async fixed(scene: Scene, request: RedistributionRequest): Promise<{ readonly preview: RedistributionPreview; readonly list: DrawList }> {
    const setting: ListSetting = { reading: scene.tx, officeId: scene.officeId, floor: scene.floor, today: scene.now.date, values: scene.rules.policy.values };
    const preview = await this.lists.preview(setting, request);
    const list: DrawList = {
      office: scene.officeId, draw: this.ids.next(), from: preview.from.id, reason: preview.reason,
      customers: preview.customers.map(({ id, grade }) => ({ id, grade })), agents: preview.agents.map(({ id }) => id).toSorted(),
    };
    return { preview, list };
  }

  private async open(scene: Scene, drawId: string): Promise<StoredDraw> {
    const stored = await this.records.stored(scene.tx, scene.officeId, drawId);
    if (stored.state !== 'published') throw new Problem('draw_not_open', 409);
    return stored;
  }

  private async stillOf({ tx, officeId }: Scene, from: string): Promise<ReadonlySet<string>> {
    const { rows } = await tx.run<{ customer_id: string }>("SELECT customer_id FROM claim WHERE office_id = ? AND agent_id = ? AND kind = 'claim' AND ended_at IS NULL", [officeId, from]);
    return new Set(rows.map((row) => row.customer_id));
  }

  /** A transfer has rules of its own (P92). */
  private async succeed(scene: Scene, { from, reason }: DrawList, given: readonly DrawAssignment[]): Promise<void> {
    if (reason !== 'transferred') await this.news.succeeded(scene, { from, given });
  }

  private async toThePool(scene: Scene, { from, reason }: DrawList): Promise<void> {
    const { rows } = await scene.tx.run<{ id: string; customer_id: string; entry_number: number | string }>(
      "SELECT id, customer_id, entry_number FROM claim WHERE office_id = ? AND agent_id = ? AND kind = 'claim' AND ended_at IS NULL AND (until_date IS NULL OR until_date >= ?)", [scene.officeId, from, scene.now.date]);
    for (const row of rows) await this.pool.put(scene, { customer: row.customer_id, claim: { id: row.id, entry: Number(row.entry_number), agent: from }, because: reason });
  }
}

/** The manager's own distribution: every customer of the list once, to one of its agents. @throws Problem 422 `assignments_incomplete` */
function complete(list: DrawList, assignments: readonly DrawAssignment[]): readonly DrawAssignment[] {
  const agentOf = new Map(assignments.filter(({ agent }) => list.agents.includes(agent)).map(({ customer, agent }) => [customer, agent]));
  const given = list.customers.flatMap(({ id }) => { const agent = agentOf.get(id); return agent === undefined ? [] : [{ customer: id, agent }]; });
  const wrong = Math.max(list.customers.length - given.length, assignments.length - given.length);
  if (wrong > 0) throw new Problem('assignments_incomplete', 422, { count: wrong });
  return given;
}
