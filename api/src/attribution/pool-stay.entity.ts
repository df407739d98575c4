import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, KeyColumn } from '../platform/database/columns';

/** A customer's time in the shared pool (公海): since when, until when at most, and by which entry they left. */
@Entity()
@Index('pool_stay_office', ['officeId', 'leftAt', 'sinceAt'])
@Index('pool_stay_customer', ['customerId', 'leftAt'])
@Index('pool_stay_due', ['leftAt', 'untilDate'])
export class PoolStay {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() customerId!: string;
  @IdColumn({ nullable: true }) previousAgent!: string | null;
  @InstantColumn() sinceAt!: number;
  @BusinessDateColumn() sinceDate!: string;
  /** The last day in the pool (P70 retention); null = they stay. */
  @BusinessDateColumn({ nullable: true }) untilDate!: string | null;
  @CountColumn() entryNumber!: number;
  @InstantColumn({ nullable: true }) leftAt!: number | null;
  @CountColumn({ nullable: true }) leftEntry!: number | null;
}
