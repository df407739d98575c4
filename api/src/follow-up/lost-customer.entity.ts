import type { LostReason } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, KeyColumn, LongTextColumn, TextColumn } from '../platform/database/columns';

/** A customer nobody follows up any more, and why; until they come back. The note is sealed. */
@Entity()
@Index('lost_customer_customer', ['customerId', 'backAt'])
@Index('lost_customer_office', ['officeId', 'businessDate'])
export class LostCustomer {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() customerId!: string;
  @IdColumn({ nullable: true }) agentId!: string | null;
  @TextColumn(20) reason!: LostReason;
  @LongTextColumn({ nullable: true }) noteSealed!: string | null;
  @InstantColumn() at!: number;
  @BusinessDateColumn() businessDate!: string;
  @CountColumn() entryNumber!: number;
  @InstantColumn({ nullable: true }) backAt!: number | null;
  @CountColumn({ nullable: true }) backEntry!: number | null;
}
