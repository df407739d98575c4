import { Entity, Index, PrimaryColumn } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, JsonColumn, LongTextColumn, TextColumn } from '../platform/database/columns';

const wholeNumber = { to: (value: unknown) => value, from: (value: unknown) => Number(value) };

/** One entry of an office's register. Rows are added, never changed: a correction is another entry. */
@Entity('register_entry')
@Index('register_entry_subject', ['officeId', 'subjectId'])
@Index('register_entry_hash', ['officeId', 'hash'])
export class RegisterEntryRow {
  @PrimaryColumn({ type: 'char', length: 36 }) officeId!: string;
  @PrimaryColumn({ type: 'bigint', transformer: wholeNumber }) number!: number;
  @InstantColumn() at!: number;
  @BusinessDateColumn() businessDate!: string;
  @TextColumn(40) kind!: string;
  @IdColumn({ nullable: true }) byPerson!: string | null;
  @IdColumn({ nullable: true }) subjectId!: string | null;
  @CountColumn({ nullable: true }) corrects!: number | null;
  @JsonColumn() content!: unknown;
  @TextColumn(64, { nullable: true }) commitment!: string | null;
  @TextColumn(64) previousHash!: string;
  @TextColumn(64) hash!: string;
}

/** Personal data of an entry, sealed, beside the chain: erasing them leaves the chain verifiable. */
@Entity()
export class PersonalData {
  @PrimaryColumn({ type: 'char', length: 36 }) officeId!: string;
  @PrimaryColumn({ type: 'bigint', transformer: wholeNumber }) entryNumber!: number;
  @TextColumn(64) salt!: string;
  @LongTextColumn({ nullable: true }) sealed!: string | null;
}
