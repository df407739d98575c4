import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, KeyColumn, TextColumn } from '../platform/database/columns';

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
