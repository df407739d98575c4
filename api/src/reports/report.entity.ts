import type { OccurrenceKind, ReportDimension } from '@lunjie/contracts';
import { Entity, Index, PrimaryColumn } from 'typeorm';
import { CountColumn, IdColumn, InstantColumn, LongTextColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

const wholeNumber = { to: (value: unknown) => value, from: (value: unknown) => Number(value) };

/** One thing the statistics count, read off what the register tells. Its key is the order in which a period is read. */
@Entity('occurrence')
@Index('occurrence_subject', ['officeId', 'subjectId'])
export class OccurrenceRecord {
  @PrimaryColumn({ type: 'char', length: 36 }) officeId!: string;
  @PrimaryColumn({ type: 'char', length: 10 }) businessDate!: string;
  @PrimaryColumn({ type: 'bigint', transformer: wholeNumber }) entryNumber!: number;
  @PrimaryColumn({ type: 'varchar', length: 24 }) kind!: OccurrenceKind;
  /** Whose story tells it: the customer's, or the visit's where the visitor is none. Counted anew together. */
  @IdColumn() subjectId!: string;
  @IdColumn({ nullable: true }) customerId!: string | null;
  /** The visit, the call or the deal. */
  @IdColumn({ nullable: true }) aboutId!: string | null;
  @SmallCountColumn() hour!: number;
  @TextColumn(36) agent!: string;
  @TextColumn(60) team!: string;
  @TextColumn(60) channel!: string;
  @TextColumn(60) homeArea!: string;
  @TextColumn(20) age!: string;
  @TextColumn(20) purpose!: string;
  @TextColumn(60) layout!: string;
  /** The band. */
  @TextColumn(20) area!: string;
  @TextColumn(20) price!: string;
  @TextColumn(10) grade!: string;
  @TextColumn(20) reason!: string;
  /** 1, or -1 where an earlier one is taken back. */
  @SmallCountColumn() number!: number;
  /** Hundredths of a square metre. */
  @CountColumn() grossArea!: number;
  @CountColumn() fen!: number;
}

/** The sums of a week or a month of one office by one dimension, whole (`keptSums`): kept, and counted anew when anything in it changes. */
@Entity('report_tally')
export class ReportTally {
  @PrimaryColumn({ type: 'char', length: 36 }) officeId!: string;
  @PrimaryColumn({ type: 'varchar', length: 5 }) period!: 'week' | 'month';
  @PrimaryColumn({ type: 'char', length: 10 }) startsOn!: string;
  @PrimaryColumn({ type: 'varchar', length: 12 }) dimension!: ReportDimension;
  @LongTextColumn() sums!: string;
}

/** How far an office's register was read for its statistics. */
@Entity('report_mark')
export class ReportMark {
  @PrimaryColumn({ type: 'char', length: 36 }) officeId!: string;
  @CountColumn() entryNumber!: number;
  @InstantColumn() at!: number;
}
