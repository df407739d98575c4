import { Entity, Index } from 'typeorm';
import { FlagColumn, IdColumn, InstantColumn, KeyColumn, LongTextColumn, TextColumn } from '../platform/database/columns';

/** A phone of a customer: sealed, found by keyed hashes of the number and of its partial forms (P41), and by its last four digits. */
@Entity()
@Index('customer_phone_whole', ['officeId', 'phoneHash'])
@Index('customer_phone_first3', ['officeId', 'first3Last4'])
@Index('customer_phone_first4', ['officeId', 'first4Last3'])
@Index('customer_phone_last4', ['officeId', 'last4'])
@Index('customer_phone_customer', ['customerId'])
export class CustomerPhone {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() customerId!: string;
  @LongTextColumn() sealed!: string;
  @TextColumn(64) phoneHash!: string;
  /** Empty in rows from before the office kept partial forms, until the product next starts. */
  @TextColumn(32, { name: 'first3_last4' }) first3Last4!: string;
  @TextColumn(32, { name: 'first4_last3' }) first4Last3!: string;
  @TextColumn(4) last4!: string;
  @InstantColumn() addedAt!: number;
  @FlagColumn() isPrimary!: boolean;
  @InstantColumn({ nullable: true }) endedAt!: number | null;
}
