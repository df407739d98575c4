import type { NoticeKind, ReminderFault, ReminderState } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, KeyColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** A notice on its way out of the console, once for each person and outlet. It holds ids and codes: what it says is read off them. */
@Entity()
@Index('reminder_once', ['personId', 'outlet', 'officeId', 'noticeId'], { unique: true })
@Index('reminder_due', ['state', 'nextTryAt'])
@Index('reminder_latest', ['outlet', 'createdAt'])
@Index('reminder_age', ['officeId', 'createdAt'])
@Index('reminder_settled', ['officeId', 'outlet', 'state', 'settledAt'])
export class Reminder {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() personId!: string;
  /** The id of an office's webhook. */
  @TextColumn(36) outlet!: string;
  @TextColumn(160) noticeId!: string;
  @TextColumn(40) kind!: NoticeKind | 'test';
  @InstantColumn() noticeAt!: number;
  @InstantColumn() createdAt!: number;
  @TextColumn(12) state!: ReminderState;
  @SmallCountColumn() tries!: number;
  /** While it waits: when somebody may try next. Whoever tries moves it first, and so has it for that long. */
  @InstantColumn({ nullable: true }) nextTryAt!: number | null;
  @InstantColumn({ nullable: true }) settledAt!: number | null;
  @TextColumn(20, { nullable: true }) fault!: ReminderFault | null;
  /** What it is about, where that has a page of its own. */
  @IdColumn({ nullable: true }) subjectId!: string | null;
}
