import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, KeyColumn, LongTextColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** A customer of an office. The phone is sealed, found by its keyed hash and its last four digits. */
@Entity()
@Index('customer_phone', ['officeId', 'phoneHash'], { unique: true })
@Index('customer_last4', ['officeId', 'phoneLast4'])
@Index('customer_initials', ['officeId', 'initials'])
@Index('customer_name', ['officeId', 'name'])
export class Customer {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @TextColumn(80) name!: string;
  /** Surname and title: all that open screens show. */
  @TextColumn(80) label!: string;
  @TextColumn(500) pinyin!: string;
  @TextColumn(80) initials!: string;
  @LongTextColumn({ nullable: true }) phoneSealed!: string | null;
  @TextColumn(64, { nullable: true }) phoneHash!: string | null;
  @TextColumn(4, { nullable: true }) phoneLast4!: string | null;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) lastContactAt!: number | null;
  @SmallCountColumn() visits!: number;
}

/** Who may call a customer theirs, from when, until when, by which register entry. The latest that has not ended is the owner's. */
@Entity()
@Index('claim_customer', ['customerId', 'fromAt'])
@Index('claim_agent', ['officeId', 'agentId', 'untilDate'])
export class Claim {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() customerId!: string;
  @IdColumn() agentId!: string;
  @BusinessDateColumn() fromDate!: string;
  @InstantColumn() fromAt!: number;
  /** The last valid day; null = does not lapse. */
  @BusinessDateColumn({ nullable: true }) untilDate!: string | null;
  @CountColumn() entryNumber!: number;
  @InstantColumn({ nullable: true }) endedAt!: number | null;
  @TextColumn(40, { nullable: true }) endedBecause!: string | null;
}
