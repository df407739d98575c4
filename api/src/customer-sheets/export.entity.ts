import type { ExportColumn, ExportFormat, ExportState, Language, Role } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, InstantColumn, JsonColumn, KeyColumn, LongTextColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** One export of the customers' list: asked for, written by due work, fetched, forgotten. */
@Entity()
@Index('customer_export_office', ['officeId', 'createdAt'])
@Index('customer_export_due', ['state', 'expiresAt'])
export class CustomerExport {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() byPerson!: string;
  @InstantColumn() createdAt!: number;
  @TextColumn(10) state!: ExportState;
  /** What the reader was when they asked: the sheet shows what the screen showed them then. */
  @JsonColumn() roles!: readonly Role[];
  @TextColumn(4) format!: ExportFormat;
  @TextColumn(2) language!: Language;
  @JsonColumn() columns!: readonly ExportColumn[];
  /** Filters and reason, sealed: a filter may be a name. */
  @LongTextColumn() asked!: string;
  @SmallCountColumn() rowsDone!: number;
  /** Counted when the writing begins. */
  @SmallCountColumn({ nullable: true }) rowsTotal!: number | null;
  @SmallCountColumn() parts!: number;
  @CountColumn() bytes!: number;
  /** The worker that writes it, and until when nobody else takes it up. */
  @IdColumn({ nullable: true }) takenBy!: string | null;
  @InstantColumn({ nullable: true }) takenUntil!: number | null;
  @InstantColumn({ nullable: true }) finishedAt!: number | null;
  @InstantColumn() expiresAt!: number;
}

/**
 * A part of an exported file, sealed. In the database, not on a disk, so that every process can write and serve it, it goes with
 * the backup's encryption and with one DELETE, and a sheet of 100,000 masked rows has a few megabytes.
 */
@Entity()
@Index('export_part_number', ['exportId', 'number'], { unique: true })
export class ExportPart {
  @KeyColumn() id!: string;
  @IdColumn() exportId!: string;
  @SmallCountColumn() number!: number;
  @LongTextColumn() sealed!: string;
}
