import type { ContactWay, TaskKind, TaskOutcome } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, KeyColumn, LongTextColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** A follow-up with a customer that is due, or was. The step is sealed. */
@Entity()
@Index('follow_up_task_customer', ['customerId', 'doneAt'])
@Index('follow_up_task_agent', ['officeId', 'agentId', 'doneAt', 'dueDate'])
@Index('follow_up_task_due', ['officeId', 'doneAt', 'nextLookAt'])
@Index('follow_up_task_visit', ['visitId'])
@Index('follow_up_task_look', ['nextLookAt', 'officeId'])
@Index('follow_up_task_day', ['officeId', 'dueDate'])
export class FollowUpTask {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() customerId!: string;
  @IdColumn() agentId!: string;
  @TextColumn(12) kind!: TaskKind;
  /** The last day it may be done on; of an invitation the day of the visit. */
  @BusinessDateColumn() dueDate!: string;
  /** When it is overdue; of an invitation when the customer is expected. */
  @InstantColumn() dueAt!: number;
  @TextColumn(12, { nullable: true }) way!: ContactWay | null;
  @LongTextColumn({ nullable: true }) stepSealed!: string | null;
  /** The call or visit it came of. */
  @IdColumn({ nullable: true }) visitId!: string | null;
  @InstantColumn() createdAt!: number;
  @IdColumn({ nullable: true }) createdBy!: string | null;
  @CountColumn() entryNumber!: number;
  /** Whom its being overdue has reached: 1 the agent, 2 the supervisor, 3 the manager. */
  @SmallCountColumn() level!: number;
  /** When the office's clock looks at it again; null once there is nobody left to tell. */
  @InstantColumn({ nullable: true }) nextLookAt!: number | null;
  @InstantColumn({ nullable: true }) doneAt!: number | null;
  @TextColumn(12, { nullable: true }) outcome!: TaskOutcome | null;
  @IdColumn({ nullable: true }) contactId!: string | null;
  @CountColumn({ nullable: true }) doneEntry!: number | null;
}
