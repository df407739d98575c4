import type { EmploymentState, Role } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, IdColumn, InstantColumn, JsonColumn, KeyColumn, TextColumn } from '../platform/database/columns';

/** What a person was in an office, and from when to when. One without a last day lasts; there is exactly one an employment. */
@Entity()
@Index('employment_period_person', ['officeId', 'personId'])
export class EmploymentPeriod {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() personId!: string;
  @JsonColumn() roles!: readonly Role[];
  @TextColumn(20) state!: EmploymentState;
  @BusinessDateColumn() fromDate!: string;
  @BusinessDateColumn({ nullable: true }) toDate!: string | null;
  /** When a long leave is expected to end. */
  @BusinessDateColumn({ nullable: true }) expectedUntil!: string | null;
  @TextColumn(200) note!: string;
  /** The other office of a transfer. */
  @IdColumn({ nullable: true }) otherOfficeId!: string | null;
  @IdColumn({ nullable: true }) byPerson!: string | null;
  @InstantColumn() createdAt!: number;
}
