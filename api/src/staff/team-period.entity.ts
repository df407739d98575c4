import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, IdColumn, InstantColumn, KeyColumn, TextColumn } from '../platform/database/columns';

/** The team somebody was in, from its first day until the day on which another began. One without an end lasts. */
@Entity()
@Index('team_period_person', ['officeId', 'personId'])
export class TeamPeriod {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() personId!: string;
  /** Null for a time in no team. */
  @TextColumn(40, { nullable: true }) team!: string | null;
  @BusinessDateColumn() fromDate!: string;
  @BusinessDateColumn({ nullable: true }) toDate!: string | null;
  @IdColumn({ nullable: true }) byPerson!: string | null;
  @InstantColumn() createdAt!: number;
}
