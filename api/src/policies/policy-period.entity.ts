import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, IdColumn, InstantColumn, KeyColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** Business dates, both included, on which a version is in force whatever else is (P108). Cancelled, never removed. */
@Entity()
@Index('policy_period_dates', ['officeId', 'toDate', 'fromDate'])
export class PolicyPeriod {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @BusinessDateColumn() fromDate!: string;
  @BusinessDateColumn() toDate!: string;
  @SmallCountColumn() version!: number;
  @TextColumn(500) note!: string;
  @InstantColumn() createdAt!: number;
  @IdColumn() createdBy!: string;
  @InstantColumn({ nullable: true }) cancelledAt!: number | null;
  @IdColumn({ nullable: true }) cancelledBy!: string | null;
}
