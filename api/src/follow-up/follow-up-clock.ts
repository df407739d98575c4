import { levelAt, type EscalationTimes } from '@lunjie/follow-up';
import type { TaskKind } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { Floors } from '../floor/floors';
import { instantAfter } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { DueWork } from '../jobs/due-work';
import { OfficesClock } from '../jobs/offices-clock';
import { Clock } from '../platform/clock/clock';
import { Transactions } from '../platform/database/transactions';
import type { Reading } from '../platform/database/tx';
import { FollowUpTasks } from './follow-up-tasks';
import { MovedTasks, type MovedTask } from './moved-tasks';

/** How often the offices' clocks look for follow-ups that are overdue (ms). */
const every = 60_000;
const atOnce = 100;

interface DueTask {
  readonly id: string;
  readonly kind: TaskKind;
  readonly customer_id: string;
  readonly agent_id: string;
  readonly due_date: string;
  readonly due_at: number | string;
  readonly level: number;
  readonly entry_number: number | string;
}

/**
 * What the offices' clocks do with follow-ups: an overdue one reaches the agent, then the supervisor, then the manager; an
 * invited customer came or did not; and a customer's new owner has to do what the old one had to. The rows are the truth:
 * under the office's lock they are read anew, so that each is done once whoever is at it.
 */
@Injectable()
export class FollowUpClock extends OfficesClock {
  constructor(
    due: DueWork,
    private readonly clock: Clock,
    transactions: Transactions,
    private readonly floors: Floors,
    private readonly tasks: FollowUpTasks,
    private readonly moved: MovedTasks,
  ) {
    super('follow-up', every, due, transactions);
  }

  async officeDue(officeId: string, goesOn: () => boolean): Promise<number> {
    let done = 0;
    while (goesOn() && await this.isDue(officeId)) {
      const batch = await this.floors.actByClock(officeId, async (scene) => {
        const moved = await this.moved.some(scene.tx, officeId, atOnce);
        for (const task of moved) await this.takeOver(scene, task);
        const due = await dueTasks(scene.tx, officeId, scene.now.at, atOnce);
        for (const task of due) await (task.kind === 'invitation' ? this.closeInvitation(scene, task) : this.tellFurther(scene, task));
        return moved.length + due.length;
      });
      if (batch === 0) break;
      done += batch;
    }
    return done;
  }

  /** One look at all of them: where a follow-up is due (of none that is done), or something was entered since no customer had a new owner. */
  protected override async offices(): Promise<readonly string[]> {
    const { rows } = await this.transactions.single<{ id: string }>(
      'SELECT office_id AS id FROM floor WHERE follow_ups_settled IS NULL OR follow_ups_settled < entry_number UNION SELECT office_id FROM follow_up_task WHERE next_look_at <= ?', [this.clock.now()]);
    return rows.map(({ id }) => id).sort();
  }

  /** How much is due by now, looked for in the way of `allDue` and left as it is: for measuring. */
  async dueByNow(): Promise<number> {
    let due = 0;
    for (const officeId of await this.offices()) {
      const tasks = await this.transactions.read((reading) => dueTasks(reading, officeId, this.clock.now(), atOnce));
      due += tasks.length || Number(await this.isDue(officeId));
    }
    return due;
  }

  private async isDue(officeId: string): Promise<boolean> {
    const noneUntil = await this.transactions.read(async (reading) =>
      (await dueTasks(reading, officeId, this.clock.now(), 1)).length > 0 ? null : this.moved.noneUntil(reading, officeId));
    if (noneUntil !== null) await this.moved.settle(officeId, noneUntil);
    return noneUntil === null;
  }

  private async tellFurther(scene: Scene, task: DueTask): Promise<void> {
    const { supervisor_after: supervisor, manager_after: manager } = scene.rules.policy.values.follow_up;
    const overdueAt = Number(task.due_at);
    const after = (length: typeof supervisor): number | null => length === null ? null : instantAfter(scene.zone, overdueAt, length);
    const times: EscalationTimes = { agent: overdueAt, supervisor: after(supervisor), manager: after(manager) };
    const level = levelAt(times, scene.now.at);
    const later = [times.supervisor, times.manager].filter((at): at is number => at !== null && at > scene.now.at);
    if (level > task.level) {
      scene.enter({ kind: 'follow_up_overdue', subject: task.customer_id, corrects: Number(task.entry_number), content: { task: task.kind, agent: task.agent_id, dueDate: task.due_date, level } });
    }
    await scene.tx.run('UPDATE follow_up_task SET level = ?, next_look_at = ? WHERE id = ?', [Math.max(level, task.level), later.length === 0 ? null : Math.min(...later), task.id]);
  }

  /** The day of an agreed visit is over: they came, or are to be called the next day. */
  private async closeInvitation(scene: Scene, task: DueTask): Promise<void> {
    const { tx, officeId, now } = scene;
    const { rows } = await tx.run("SELECT 1 AS came FROM visit WHERE office_id = ? AND customer_id = ? AND business_date = ? AND channel = 'visit' AND state <> 'undone' LIMIT 1", [officeId, task.customer_id, task.due_date]);
    await this.tasks.end(scene, [task], task.customer_id, rows.length > 0 ? 'came' : 'not_come');
    const others = (await this.tasks.openOf(scene, task.customer_id)).length;
    if (rows.length === 0 && others === 0) await this.tasks.begin(scene, { customerId: task.customer_id, agentId: task.agent_id, kind: 'agreed', dueDate: now.date });
  }

  private async takeOver(scene: Scene, { id, kind, customer_id: customer, entry_number: begun, was, owner }: MovedTask): Promise<void> {
    scene.enter({ kind: 'follow_up_taken_over', subject: customer, corrects: Number(begun), content: { task: kind, from: was, agent: owner } });
    await scene.tx.run('UPDATE follow_up_task SET agent_id = ? WHERE id = ?', [owner, id]);
  }
}

async function dueTasks(reading: Reading, officeId: string, now: number, most: number): Promise<readonly DueTask[]> {
  const { rows } = await reading.run<DueTask>(
    `SELECT id, kind, customer_id, agent_id, due_date, due_at, level, entry_number FROM follow_up_task WHERE office_id = ? AND done_at IS NULL AND next_look_at <= ? ORDER BY next_look_at, id LIMIT ${most}`, [officeId, now]);
  return rows;
}
