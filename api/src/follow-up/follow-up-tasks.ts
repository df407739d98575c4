import { callBackBy, nextContactOn, overdueFrom, overdueOutside } from '@lunjie/follow-up';
import type { ContactWay, TaskKind, TaskOutcome } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import { momentIn } from '../floor/office-moment';
import type { Scene } from '../floor/scene';
import { Holidays } from '../offices/holidays';
import { Cipher } from '../platform/cipher/cipher';
import { Ids } from '../platform/clock/ids';
import { FollowUpTask } from './follow-up-task.entity';

/** A follow-up to be done. */
export interface NewTask {
  readonly customerId: string;
  readonly agentId: string;
  readonly kind: TaskKind;
  /** Business date; of an invitation the day of its instant. */
  readonly dueDate: string;
  /** Of an invitation: when the customer is expected (epoch ms). */
  readonly expectedAt?: number;
  readonly way?: ContactWay | null;
  readonly step?: string | null;
  readonly visitId?: string | null;
}

interface OpenTask {
  readonly id: string;
  readonly kind: TaskKind;
  readonly agent_id: string;
  readonly entry_number: number | string;
}

/** The rows of follow-ups: begun, done, dropped, each by a register entry. The caller holds the office's line. */
@Injectable()
export class FollowUpTasks {
  constructor(
    private readonly ids: Ids,
    private readonly cipher: Cipher,
    private readonly holidays: Holidays,
  ) {}

  async begin(scene: Scene, given: NewTask): Promise<string> {
    const { customerId, agentId, kind, dueDate, expectedAt, way = null, visitId = null } = given;
    const step = given.step?.trim() || null;
    const entryNumber = scene.enter({
      kind: kind === 'invitation' ? 'visit_invited' : 'follow_up_due', subject: customerId, content: { task: kind, agent: agentId, dueDate, ...expectedAt === undefined ? {} : { expectedAt } },
      ...step === null ? {} : { personal: { note: step } },
    });
    // Whether a customer came is known when the day is over; who is to be called is not overdue in hours in which nobody may call them.
    const overdueAt = kind === 'invitation' ? overdueFrom(scene.zone, dueDate) : overdueOutside(scene.zone, dueDate, scene.rules.policy.values.phone.quiet_hours);
    const task: FollowUpTask = {
      id: this.ids.next(), officeId: scene.officeId, customerId, agentId, kind, dueDate, dueAt: expectedAt ?? overdueAt, way, stepSealed: step === null ? null : this.cipher.encrypt(step), visitId,
      createdAt: scene.now.at, createdBy: scene.by, entryNumber, level: 0, nextLookAt: overdueAt, doneAt: null, outcome: null, contactId: null, doneEntry: null,
    };
    await scene.tx.append(FollowUpTask, [task]);
    return task.id;
  }

  /** Whoever called is to be called back within the policy's days (000 §9). Answers the last day; null where the office asks for none. */
  async callBack(scene: Scene, { customerId, agentId, visitId }: Pick<NewTask, 'customerId' | 'agentId' | 'visitId'>): Promise<string | null> {
    const { values } = scene.rules.policy;
    if (values.phone.callback_days === null) return null;
    const dueDate = callBackBy(scene.now.date, values, await this.holidays.calendar(scene.tx, scene.officeId));
    if (dueDate !== null) await this.begin(scene, { customerId, agentId, kind: 'call_back', dueDate, visitId });
    return dueDate;
  }

  /** The customer said they would come: expected on the desk's screen. @param at epoch ms */
  invite(scene: Scene, { customerId, agentId, visitId = null }: Pick<NewTask, 'customerId' | 'agentId' | 'visitId'>, at: number, step: string | null = null): Promise<string> {
    return this.begin(scene, { customerId, agentId, kind: 'invitation', dueDate: momentIn(scene.zone, at).date, expectedAt: at, step, visitId });
  }

  /** The next contact by the customer's grade, counted from today (P72). Answers its day; null where the grade has no interval. */
  async byGrade(scene: Scene, customerId: string, agentId: string, grade: string | null, from = scene.now.date): Promise<string | null> {
    const rules = scene.rules.policy.values.follow_up;
    if (!rules.cadence.some((row) => row.grade === grade && row.every !== null) || await this.lostEntry(scene, customerId) !== null) return null;
    const planned = nextContactOn(from, grade, rules, await this.holidays.calendar(scene.tx, scene.officeId));
    const dueDate = planned !== null && planned < scene.now.date ? scene.now.date : planned;
    if (dueDate !== null) await this.begin(scene, { customerId, agentId, kind: 'cadence', dueDate });
    return dueDate;
  }

  async openOf({ tx, officeId }: Scene, customerId: string): Promise<readonly OpenTask[]> {
    const { rows } = await tx.run<OpenTask>('SELECT id, kind, agent_id, entry_number FROM follow_up_task WHERE office_id = ? AND customer_id = ? AND done_at IS NULL', [officeId, customerId]);
    return rows;
  }

  /** Ends tasks that are open. @param contactId the contact that did them */
  async end(scene: Scene, tasks: readonly Pick<OpenTask, 'id' | 'kind' | 'agent_id' | 'entry_number'>[], customerId: string, outcome: TaskOutcome, contactId: string | null = null): Promise<void> {
    for (const { id, kind, agent_id: agent, entry_number: begun } of tasks) {
      const entry = scene.enter({ kind: outcome === 'dropped' ? 'follow_up_dropped' : 'follow_up_done', subject: customerId, corrects: Number(begun), content: { task: kind, agent, outcome } });
      await scene.tx.run('UPDATE follow_up_task SET done_at = ?, outcome = ?, contact_id = ?, done_entry = ?, next_look_at = NULL WHERE id = ? AND done_at IS NULL', [scene.now.at, outcome, contactId, entry, id]);
    }
  }

  /** What a call that never was had made due. */
  async dropOfVisit(scene: Scene, visitId: string, customerId: string): Promise<void> {
    const { rows } = await scene.tx.run<OpenTask>('SELECT id, kind, agent_id, entry_number FROM follow_up_task WHERE office_id = ? AND visit_id = ? AND done_at IS NULL', [scene.officeId, visitId]);
    await this.end(scene, rows, customerId, 'dropped');
  }

  /** A customer who was here: what was due with them is done, and the next contact by their grade counts from today. */
  async visited(scene: Scene, customerId: string): Promise<void> {
    await this.takeBack(scene, customerId);
    const open = await this.openOf(scene, customerId);
    const { rows: [customer] } = await scene.tx.run<{ grade: string | null; agent_id: string | null }>(
      `SELECT c.grade, k.agent_id FROM customer c LEFT JOIN claim k ON k.customer_id = c.id AND k.kind = 'claim' AND k.standing = 'in_force' AND k.ended_at IS NULL WHERE c.office_id = ? AND c.id = ?`, [scene.officeId, customerId]);
    await this.end(scene, open.filter(({ kind }) => kind === 'invitation'), customerId, 'came');
    await this.end(scene, open.filter(({ kind }) => kind !== 'invitation'), customerId, 'done');
    if (customer?.agent_id) await this.byGrade(scene, customerId, customer.agent_id, customer.grade);
  }

  /** Whether somebody gave the customer up who has not come back. */
  async lostEntry({ tx, officeId }: Scene, customerId: string): Promise<number | null> {
    const { rows: [row] } = await tx.run<{ entry_number: number | string }>('SELECT entry_number FROM lost_customer WHERE office_id = ? AND customer_id = ? AND back_at IS NULL', [officeId, customerId]);
    return row ? Number(row.entry_number) : null;
  }

  /** A lost customer is back. Answers whether they were lost. */
  async takeBack(scene: Scene, customerId: string): Promise<boolean> {
    const lost = await this.lostEntry(scene, customerId);
    if (lost === null) return false;
    const entry = scene.enter({ kind: 'customer_back', subject: customerId, corrects: lost, content: {} });
    await scene.tx.run('UPDATE lost_customer SET back_at = ?, back_entry = ? WHERE office_id = ? AND customer_id = ? AND back_at IS NULL', [scene.now.at, entry, scene.officeId, customerId]);
    return true;
  }
}
