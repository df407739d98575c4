import type { EmploymentState, Role } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, FlagColumn, IdColumn, JsonColumn, KeyColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** What a person is in one office. A leaver's row stays. */
@Entity()
@Index('employment_once', ['officeId', 'personId'], { unique: true })
@Index('employment_person', ['personId', 'state'])
export class Employment {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() personId!: string;
  @JsonColumn() roles!: readonly Role[];
  @TextColumn(20) state!: EmploymentState;
  @BusinessDateColumn() fromDate!: string;
  @BusinessDateColumn({ nullable: true }) toDate!: string | null;
  /** The place in a fixed reception order (rulebook P01); equal positions stand in the order of names. */
  @SmallCountColumn() rosterPosition!: number;
  /** The share of turns under a weighted order, per cent: 100 is a full share. */
  @SmallCountColumn() weight!: number;
  /** Whether they may receive visitors. */
  @FlagColumn() certifiedVisits!: boolean;
  /** Since when; null while they are not, and where nobody remembers. */
  @BusinessDateColumn({ nullable: true }) certifiedVisitsOn!: string | null;
  /** Whether they may take calls. */
  @FlagColumn() certifiedCalls!: boolean;
  @BusinessDateColumn({ nullable: true }) certifiedCallsOn!: string | null;
}
