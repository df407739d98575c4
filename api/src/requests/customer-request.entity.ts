import type { RequestActKind, RequestClass, RequestComplexity, RequestStep, RequestTold, RequestWay, Satisfaction } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, FlagColumn, IdColumn, InstantColumn, JsonColumn, KeyColumn, TextColumn } from '../platform/database/columns';

/** What somebody wants of the office. Their words, name and number lie sealed beside the register's entry. */
@Entity('customer_request')
@Index('customer_request_step', ['officeId', 'step', 'dueAt'])
@Index('customer_request_entry', ['officeId', 'entryNumber'], { unique: true })
@Index('customer_request_clock', ['remindAt'])
@Index('customer_request_day', ['officeId', 'businessDate'])
export class CustomerRequest {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @CountColumn() entryNumber!: number;
  @BusinessDateColumn() businessDate!: string;
  @InstantColumn() takenAt!: number;
  @IdColumn() takenBy!: string;
  @TextColumn(10) way!: RequestWay;
  @TextColumn(16) requestClass!: RequestClass;
  @TextColumn(10) complexity!: RequestComplexity;
  /** Surname and title, never the full name. */
  @TextColumn(60) label!: string;
  @IdColumn({ nullable: true }) customerId!: string | null;
  /** The agent a complaint is about. */
  @IdColumn({ nullable: true }) aboutId!: string | null;
  @IdColumn() ownerId!: string;
  @InstantColumn() ownerSince!: number;
  @TextColumn(12) step!: RequestStep;
  @InstantColumn({ nullable: true }) promisedAt!: number | null;
  @InstantColumn({ nullable: true }) dueAt!: number | null;
  /** When the office's clock tells the next one that the step is overdue. */
  @InstantColumn({ nullable: true }) remindAt!: number | null;
  /** Who was told so of this step. */
  @JsonColumn() told!: readonly RequestTold[];
  @InstantColumn({ nullable: true }) toldAt!: number | null;
  @FlagColumn() callBack!: boolean;
  @InstantColumn({ nullable: true }) investigatedAt!: number | null;
  @InstantColumn({ nullable: true }) answeredAt!: number | null;
  @InstantColumn({ nullable: true }) calledBackAt!: number | null;
  @TextColumn(12, { nullable: true }) satisfaction!: Satisfaction | null;
  @FlagColumn({ nullable: true }) upheld!: boolean | null;
}

/** What was done about a request. The words are sealed beside the register's entry. */
@Entity('request_act')
@Index('request_act_request', ['requestId', 'entryNumber'])
export class RequestActRow {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() requestId!: string;
  @TextColumn(16) kind!: RequestActKind;
  @InstantColumn() at!: number;
  /** Null where the office's clock acted. */
  @IdColumn({ nullable: true }) byPerson!: string | null;
  @JsonColumn() data!: RequestActData;
  @CountColumn() entryNumber!: number;
}

export interface RequestActData {
  readonly to?: string;
  readonly told?: RequestTold;
  readonly satisfaction?: Satisfaction;
  readonly upheld?: boolean;
}
