import type { ReportView } from '@lunjie/contracts';
import type { ScheduledPeriod } from '@lunjie/reports';
import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, JsonColumn, KeyColumn, TextColumn } from '../platform/database/columns';

/** A sheet of a period that is over. The row is written once; what is corrected later is told beside it. */
@Entity('report_sheet')
@Index('report_sheet_period', ['officeId', 'period', 'startsOn'], { unique: true })
export class ReportSheet {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @TextColumn(5) period!: ScheduledPeriod;
  @BusinessDateColumn() startsOn!: string;
  @BusinessDateColumn() endsOn!: string;
  @InstantColumn() madeAt!: number;
  @CountColumn() entryNumber!: number;
  /** SHA-256 of the view, as the register's entry holds it. */
  @TextColumn(64) digest!: string;
  @JsonColumn() view!: ReportView;
}
