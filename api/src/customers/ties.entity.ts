import { Entity, Index } from 'typeorm';
import { CountColumn, FlagColumn, IdColumn, InstantColumn, KeyColumn, TextColumn } from '../platform/database/columns';

/** The other is the customer's `relation` (P42). Rows keep their own ends when entries are merged. */
@Entity()
@Index('household_link_customer', ['customerId'])
@Index('household_link_other', ['otherId'])
@Index('household_link_office', ['officeId', 'linkedAt'])
export class HouseholdLink {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() customerId!: string;
  @IdColumn() otherId!: string;
  @TextColumn(20) relation!: string;
  @InstantColumn() linkedAt!: number;
  @CountColumn() entryNumber!: number;
  @InstantColumn({ nullable: true }) endedAt!: number | null;
  @CountColumn({ nullable: true }) endedEntry!: number | null;
}

/** Who brought a customer, and whether they asked for the agent of whom they know. */
@Entity()
@Index('referral_customer', ['customerId'])
@Index('referral_referrer', ['referrerId'])
export class Referral {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() customerId!: string;
  @IdColumn() referrerId!: string;
  @FlagColumn() askedFor!: boolean;
  @IdColumn({ nullable: true }) visitId!: string | null;
  @InstantColumn() at!: number;
  @CountColumn() entryNumber!: number;
}

/** Two entries of one person: `fromId` is read as `intoId` until the merge is undone. */
@Entity()
@Index('customer_merge_from', ['fromId'])
@Index('customer_merge_into', ['intoId'])
export class CustomerMerge {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() fromId!: string;
  @IdColumn() intoId!: string;
  @InstantColumn() at!: number;
  @IdColumn({ nullable: true }) byPerson!: string | null;
  @CountColumn() entryNumber!: number;
  @InstantColumn({ nullable: true }) undoneAt!: number | null;
  @CountColumn({ nullable: true }) undoneEntry!: number | null;
}
