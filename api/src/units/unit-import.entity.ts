import { Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, InstantColumn, KeyColumn, SmallCountColumn } from '../platform/database/columns';

/** A price list that was brought in: what it entered and changed stands in its entries of the register. */
@Entity()
@Index('unit_import_latest', ['officeId', 'firstEntry'])
export class UnitImport {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @InstantColumn() at!: number;
  @IdColumn() byPerson!: string;
  /** Its entries: from the first to the last, and no others between. */
  @CountColumn() firstEntry!: number;
  @CountColumn() lastEntry!: number;
  @SmallCountColumn() entered!: number;
  @SmallCountColumn() changed!: number;
  @InstantColumn({ nullable: true }) undoneAt!: number | null;
  @IdColumn({ nullable: true }) undoneBy!: string | null;
}
