import type { PaymentMethod, ReceiptKind, SubscriptionView } from '@lunjie/contracts';
import type { DemandKind } from '@lunjie/deal-life';
import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, JsonColumn, KeyColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** A signed subscription (认购书). No route changes it (S3-47); an exchange brings another. */
@Entity()
@Index('subscription_number', ['officeId', 'number'], { unique: true })
@Index('subscription_deal', ['dealId', 'number'])
@Index('subscription_entry', ['officeId', 'entryNumber'])
export class Subscription {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() dealId!: string;
  /** Its number in the office, without gaps. */
  @CountColumn() number!: number;
  @InstantColumn() at!: number;
  @BusinessDateColumn() businessDate!: string;
  @IdColumn() byPerson!: string;
  @JsonColumn() terms!: SubscriptionView['terms'];
  @JsonColumn() copies!: SubscriptionView['copies'];
  @TextColumn(64) digest!: string;
  @CountColumn() entryNumber!: number;
}

/** One payment of a deal's plan. A new plan has a higher number; the earlier one stays. */
@Entity()
@Index('instalment_plan', ['dealId', 'plan', 'number'], { unique: true })
@Index('instalment_due', ['officeId', 'dueOn'])
@Index('instalment_entry', ['officeId', 'plan'])
export class Instalment {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() dealId!: string;
  /** The register entry that made the plan. */
  @CountColumn() plan!: number;
  @SmallCountColumn() number!: number;
  @BusinessDateColumn() dueOn!: string;
  @CountColumn() fen!: number;
  @TextColumn(8) kind!: 'own' | 'loan';
}

/** Money received by finance (收据), or paid back. Never edited: a second one takes it back. */
@Entity()
@Index('receipt_number', ['officeId', 'number'], { unique: true })
@Index('receipt_withdraws', ['officeId', 'withdraws'], { unique: true })
@Index('receipt_deal', ['dealId', 'number'])
@Index('receipt_day', ['officeId', 'paidOn'])
@Index('receipt_entry', ['officeId', 'entryNumber'])
export class Receipt {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() dealId!: string;
  @CountColumn() number!: number;
  @TextColumn(12) kind!: ReceiptKind;
  /** 分; negative for a refund and for what takes a receipt back. */
  @CountColumn() fen!: number;
  @TextColumn(12) method!: PaymentMethod;
  @BusinessDateColumn() paidOn!: string;
  @InstantColumn() at!: number;
  @IdColumn() byPerson!: string;
  /** The number of the receipt it takes back. */
  @CountColumn({ nullable: true }) withdraws!: number | null;
  @CountColumn() entryNumber!: number;
}

/** A payment demanded in writing, or declared a breach: each once (S3-40). */
@Entity()
@Index('payment_demand_once', ['dealId', 'plan', 'number', 'kind'], { unique: true })
@Index('payment_demand_entry', ['officeId', 'entryNumber'])
export class PaymentDemand {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() dealId!: string;
  @CountColumn() plan!: number;
  @SmallCountColumn() number!: number;
  @TextColumn(8) kind!: DemandKind;
  @CountColumn() fen!: number;
  @BusinessDateColumn() businessDate!: string;
  @CountColumn() entryNumber!: number;
}
