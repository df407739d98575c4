import type { ArrivalRequest, Channel, NotCountedClaim, ReceptionDecision, ReceptionRow, VisitForm, VisitRow } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, FlagColumn, IdColumn, InstantColumn, JsonColumn, KeyColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** What the desk entered, without what may name the customer: name and phone stand with the customer, the note sealed in the register. */
export type KeptRequest = Omit<ArrivalRequest, 'name' | 'phone' | 'note' | 'expectedReceiver'>;

/** An arrival and the decision that answered it. */
@Entity()
@Index('visit_day', ['officeId', 'businessDate', 'at'])
@Index('visit_customer', ['customerId', 'at'])
export class Visit {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @InstantColumn() at!: number;
  @BusinessDateColumn() businessDate!: string;
  @TextColumn(10) channel!: Channel;
  @IdColumn({ nullable: true }) customerId!: string | null;
  @TextColumn(80) label!: string;
  @TextColumn(20) state!: VisitRow['state'];
  @TextColumn(60) visitorClass!: string;
  @TextColumn(20) mode!: VisitRow['mode'];
  @FlagColumn() counts!: boolean;
  @IdColumn({ nullable: true }) receiverId!: string | null;
  @IdColumn({ nullable: true }) handedBackBy!: string | null;
  @IdColumn({ nullable: true }) receptionId!: string | null;
  @SmallCountColumn({ nullable: true }) partySize!: number | null;
  @SmallCountColumn() policyVersion!: number;
  @CountColumn() entryNumber!: number;
  @InstantColumn({ nullable: true }) undoUntil!: number | null;
  /** Agents who did not accept this visit in time. */
  @JsonColumn() declined!: readonly string[];
  @JsonColumn() request!: KeptRequest;
  @JsonColumn() decision!: ReceptionDecision;
}

/** One agent's reception of a visit; a visit passed on or handed back has several. */
@Entity()
@Index('reception_agent', ['officeId', 'agentId', 'businessDate'])
@Index('reception_visit', ['visitId'])
@Index('reception_accept', ['state', 'acceptBy'])
export class Reception {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() visitId!: string;
  @IdColumn() agentId!: string;
  @BusinessDateColumn() businessDate!: string;
  @TextColumn(40) queue!: string;
  @TextColumn(20) mode!: string;
  @FlagColumn() counts!: boolean;
  @FlagColumn() newCustomer!: boolean;
  @TextColumn(20) state!: ReceptionRow['state'];
  @InstantColumn() startedAt!: number;
  @InstantColumn({ nullable: true }) acceptedAt!: number | null;
  @InstantColumn({ nullable: true }) acceptBy!: number | null;
  @InstantColumn({ nullable: true }) endedAt!: number | null;
  @TextColumn(40, { nullable: true }) outcome!: string | null;
  @JsonColumn() form!: VisitForm;
  @JsonColumn({ nullable: true }) notCounted!: NotCountedClaim | null;
}

/** Something somebody must do by a time, because a decision said so. */
@Entity()
@Index('duty_open', ['officeId', 'byPerson', 'doneAt', 'dueAt'])
export class Duty {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @TextColumn(40) kind!: string;
  @IdColumn({ nullable: true }) byPerson!: string | null;
  /** A role, or a person's id. */
  @TextColumn(40) toWhom!: string;
  @InstantColumn() dueAt!: number;
  @IdColumn({ nullable: true }) visitId!: string | null;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) doneAt!: number | null;
}
