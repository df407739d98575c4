import type { ContactRequest } from '@lunjie/contracts';
import { Injectable } from '@nestjs/common';
import type { Scene } from '../floor/scene';
import { FollowUpTasks } from '../follow-up/follow-up-tasks';
import { Problem } from '../platform/errors/problem';
import type { Contact } from './contact.entity';

/** What a contact leaves: the follow-ups it did, and the next one, agreed on or by the customer's grade. */
@Injectable()
export class NextContacts {
  constructor(private readonly tasks: FollowUpTasks) {}

  /**
   * A contact that nobody answered does nothing that was due; it may still say when to try again. Answers the day of the next one.
   * @throws Problem 422 `due_in_the_past`
   */
  async after(scene: Scene, customerId: string, contact: Pick<Contact, 'id' | 'agentId' | 'connected'>, { nextOn = null, nextStep = null, nextWay = null, invitedFor = null, grade }: ContactRequest): Promise<string | null> {
    const { tx, officeId, now } = scene;
    if ((nextOn !== null && nextOn < now.date) || (invitedFor !== null && invitedFor < now.at)) throw new Problem('due_in_the_past', 422, { today: now.date });
    const current = await this.gradeOf(scene, customerId, grade);
    const open = (await this.tasks.openOf(scene, customerId)).filter(({ kind }) => kind !== 'invitation');
    const { rows: [owner] } = await tx.run<{ agent_id: string }>("SELECT agent_id FROM claim WHERE office_id = ? AND customer_id = ? AND kind = 'claim' AND standing = 'in_force' AND ended_at IS NULL", [officeId, customerId]);
    const agentId = owner?.agent_id ?? open[0]?.agent_id ?? contact.agentId;
    if (contact.connected || nextOn !== null) await this.tasks.end(scene, open, customerId, contact.connected ? 'done' : 'dropped', contact.id);
    if (invitedFor !== null) await this.tasks.invite(scene, { customerId, agentId }, invitedFor, nextStep);
    if (nextOn !== null) {
      await this.tasks.begin(scene, { customerId, agentId, kind: 'agreed', dueDate: nextOn, way: nextWay, step: nextStep });
      return nextOn;
    }
    return contact.connected ? this.tasks.byGrade(scene, customerId, agentId, current) : null;
  }

  /** The customer's grade; one that changes is entered. */
  private async gradeOf(scene: Scene, customerId: string, given: ContactRequest['grade']): Promise<string | null> {
    const { tx, officeId } = scene;
    const { rows: [row] } = await tx.run<{ grade: string | null }>('SELECT grade FROM customer WHERE office_id = ? AND id = ?', [officeId, customerId]);
    const before = row?.grade ?? null;
    if (given === undefined || given === before) return before;
    await tx.run('UPDATE customer SET grade = ? WHERE office_id = ? AND id = ?', [given, officeId, customerId]);
    scene.enter({ kind: 'customer_graded', subject: customerId, content: { from: before, to: given } });
    return given;
  }
}
