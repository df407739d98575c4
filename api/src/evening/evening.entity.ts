import type { EveningFigures, PlanPeriod, PlanTargets } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, JsonColumn, KeyColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** What a manager entered at the evening meeting of a day. The words lie sealed beside the register's entry. */
@Entity('evening_minutes')
@Index('evening_minutes_day', ['officeId', 'businessDate'])
export class EveningMinutes {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  /** The day the meeting is of. */
  @BusinessDateColumn() businessDate!: string;
  @InstantColumn() at!: number;
  @IdColumn() byPerson!: string;
  @CountColumn() entryNumber!: number;
  /** Ids, with the number of each mention's own entry. */
  @JsonColumn() mentions!: readonly StoredMention[];
}

export interface StoredMention {
  readonly customer: string;
  readonly agent: string;
  readonly entry: number;
}

/** A day whose meeting is closed. The row is written once: nothing later changes the digest. */
@Entity('evening_meeting')
@Index('evening_meeting_day', ['officeId', 'businessDate'], { unique: true })
export class EveningMeeting {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @BusinessDateColumn() businessDate!: string;
  @InstantColumn() closedAt!: number;
  @IdColumn() closedBy!: string;
  @CountColumn() entryNumber!: number;
  @TextColumn(64) digest!: string;
  @JsonColumn() figures!: EveningFigures;
}

/** One version of an agent's plan sheet. The lines lie sealed beside the register's entry. */
@Entity('plan_sheet')
@Index('plan_sheet_version', ['officeId', 'startsOn', 'period', 'agentId', 'version'], { unique: true })
export class PlanSheetRow {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() agentId!: string;
  @TextColumn(10) period!: PlanPeriod;
  /** The day, or the Monday of the week. */
  @BusinessDateColumn() startsOn!: string;
  @SmallCountColumn() version!: number;
  @InstantColumn() at!: number;
  @CountColumn() entryNumber!: number;
  @JsonColumn() targets!: PlanTargets;
}
