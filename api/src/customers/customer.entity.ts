import { Entity, Index } from 'typeorm';
import { FlagColumn, IdColumn, InstantColumn, KeyColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** A customer of an office: one entry of the register. Their phones have rows of their own. */
@Entity()
@Index('customer_name', ['officeId', 'name', 'lastContactAt', 'id'])
@Index('customer_pinyin', ['officeId', 'pinyin', 'lastContactAt', 'id'])
@Index('customer_initials', ['officeId', 'initials', 'lastContactAt', 'id'])
@Index('customer_contact', ['officeId', 'lastContactAt', 'id'])
@Index('customer_registered', ['officeId', 'createdAt', 'id'])
@Index('customer_merged', ['mergedInto'])
export class Customer {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @TextColumn(80) name!: string;
  /** Surname and title: all that open screens show. */
  @TextColumn(80) label!: string;
  @TextColumn(500) pinyin!: string;
  @TextColumn(80) initials!: string;
  @TextColumn(10, { nullable: true }) gender!: string | null;
  @TextColumn(1, { nullable: true }) grade!: string | null;
  /** By what way the office first came to know them. */
  @TextColumn(20, { nullable: true }) source!: string | null;
  /** Of the phone that is called first, for lists that show it masked. */
  @TextColumn(4, { nullable: true }) phoneLast4!: string | null;
  @InstantColumn() createdAt!: number;
  @InstantColumn({ nullable: true }) lastContactAt!: number | null;
  @SmallCountColumn() visits!: number;
  /** The entry this one is read as: another entry of the same person, itself not merged. */
  @IdColumn({ nullable: true }) mergedInto!: string | null;
  /** When everything the policy requires was first known (P45). */
  @InstantColumn({ nullable: true }) completedAt!: number | null;
  /** Completed or entered after the policy's deadline (P47). */
  @FlagColumn({ nullable: true }) registeredLate!: boolean | null;
  /** An import that entered them was undone: they are in no list and found by nothing; their entries stay. */
  @InstantColumn({ nullable: true }) withdrawnAt!: number | null;
}
