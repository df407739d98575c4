import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, KeyColumn, LongTextColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** A customer of an office. The phone is sealed, found by its keyed hash and its last four digits. */
@Entity()
@Index('customer_phone', ['officeId', 'phoneHash'], { unique: true })
@Index('customer_last4', ['officeId', 'phoneLast4'])
@Index('customer_initials', ['officeId', 'initials'])
@Index('customer_name', ['officeId', 'name'])
export class Customer {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @TextColumn(80) name!: string;
  /** Surname and title: all that open screens show. */
  @TextColumn(80) label!: string;
  @TextColumn(500) pinyin!: string;
  @TextColumn(80) initials!: string;
  @LongTextColumn({ nullable: true }) phoneSealed!: string | null;
  @TextColumn(64, { nullable: true }) phoneHash!: string | null;
  @TextColumn(4, { nullable: true }) phoneLast4!: string | null;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) lastContactAt!: number | null;
  @SmallCountColumn() visits!: number;
}
