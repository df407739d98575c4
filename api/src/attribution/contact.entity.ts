import type { ContactWay } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, FlagColumn, IdColumn, InstantColumn, KeyColumn, LongTextColumn, TextColumn } from '../platform/database/columns';

/** A contact with a customer by us (回访). The note is sealed. */
@Entity()
@Index('contact_customer', ['customerId', 'at'])
@Index('contact_agent', ['officeId', 'agentId', 'businessDate'])
export class Contact {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() customerId!: string;
  @IdColumn() agentId!: string;
  @InstantColumn() at!: number;
  @BusinessDateColumn() businessDate!: string;
  @TextColumn(12) way!: ContactWay;
  @FlagColumn() connected!: boolean;
  @FlagColumn() personal!: boolean;
  /** By the policy of its time (P67). */
  @FlagColumn() effective!: boolean;
  @LongTextColumn({ nullable: true }) noteSealed!: string | null;
  @CountColumn() entryNumber!: number;
}
