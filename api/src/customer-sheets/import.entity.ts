import type { ColumnMapping, ImportState, RowOutcome, RowRemark } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { CountColumn, FlagColumn, IdColumn, InstantColumn, JsonColumn, KeyColumn, LongTextColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** One file of customers: read, imported by due work, perhaps undone. */
@Entity()
@Index('import_batch_office', ['officeId', 'createdAt'])
@Index('import_batch_due', ['state', 'createdAt'])
export class ImportBatch {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() byPerson!: string;
  @InstantColumn() createdAt!: number;
  @TextColumn(10) state!: ImportState;
  /** The first row heads the columns and is no customer. */
  @FlagColumn() headed!: boolean;
  @JsonColumn() mapping!: ColumnMapping;
  @SmallCountColumn() lines!: number;
  @SmallCountColumn() columns!: number;
  /** Keyed hash of all cells; empty once the cells are forgotten. */
  @TextColumn(64) contentHash!: string;
  @InstantColumn({ nullable: true }) startedAt!: number | null;
  @InstantColumn({ nullable: true }) finishedAt!: number | null;
  @IdColumn({ nullable: true }) undoneBy!: string | null;
  @InstantColumn({ nullable: true }) undoneAt!: number | null;
}

/** How a row stands: `read` until the due work settled it. */
export type ImportRowState = 'read' | 'heading' | RowOutcome | 'withdrawn' | 'stayed';

/** A row of an imported file. These rows are the truth of how far an import has come. */
@Entity()
@Index('import_row_line', ['batchId', 'line'], { unique: true })
@Index('import_row_state', ['batchId', 'state', 'line'])
export class ImportRow {
  @KeyColumn() id!: string;
  @IdColumn() batchId!: string;
  @SmallCountColumn() line!: number;
  @TextColumn(10) state!: ImportRowState;
  /** Its cells, sealed; null once they are forgotten. */
  @LongTextColumn({ nullable: true }) sealed!: string | null;
  @IdColumn({ nullable: true }) customerId!: string | null;
  /** Why it was not simply entered: codes, nothing personal. */
  @JsonColumn({ nullable: true }) remarks!: readonly RowRemark[] | null;
  /** The last register entry of the import about the customer; a later one means that something happened since. */
  @CountColumn({ nullable: true }) entryNumber!: number | null;
}
