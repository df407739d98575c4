import type { CommissionPostingKind, DealDispute, DealEventKind, DealStage, Payee } from '@lunjie/contracts';
import { Column, Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, JsonColumn, KeyColumn, TextColumn } from '../platform/database/columns';

/** A deal with a customer, how far it has come, and the ruling that divides it. */
@Entity()
@Index('deal_customer', ['customerId', 'closedAt'])
@Index('deal_day', ['officeId', 'businessDate'])
@Index('deal_live_unit', ['liveUnit'], { unique: true })
@Index('deal_stage', ['officeId', 'stage', 'softUntil'])
export class Deal {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  /** Whose case divides it. */
  @IdColumn() customerId!: string;
  @TextColumn(60, { nullable: true }) unit!: string | null;
  /** Null where a manager closed. */
  @IdColumn({ nullable: true }) closerId!: string | null;
  /** When it began: the first deposit, or the closing that was entered. */
  @InstantColumn() closedAt!: number;
  @BusinessDateColumn() businessDate!: string;
  /** 分. */
  @CountColumn() commissionFen!: number;
  @TextColumn(20) dispute!: DealDispute;
  /** Null until the firm deposit. */
  @IdColumn({ nullable: true }) rulingId!: string | null;
  @CountColumn() entryNumber!: number;
  @Column({ type: 'varchar', length: 16, default: 'closed' }) stage!: DealStage;
  @IdColumn({ nullable: true }) unitId!: string | null;
  /** The unit while the deal is live, else null: two live deals on one unit do not go into the table. */
  @IdColumn({ nullable: true }) liveUnit!: string | null;
  /** In whose name it stands; the customer, until the name is changed. */
  @IdColumn({ nullable: true }) buyerId!: string | null;
  /** Who took the deposit and looks after it. */
  @IdColumn({ nullable: true }) handlerId!: string | null;
  @CountColumn({ nullable: true }) listFen!: number | null;
  @CountColumn({ nullable: true }) priceFen!: number | null;
  @CountColumn({ nullable: true }) depositFen!: number | null;
  @InstantColumn({ nullable: true }) softUntil!: number | null;
  @BusinessDateColumn({ nullable: true }) depositDate!: string | null;
  @BusinessDateColumn({ nullable: true }) signedDate!: string | null;
  @BusinessDateColumn({ nullable: true }) deliveredDate!: string | null;
  @BusinessDateColumn({ nullable: true }) endedDate!: string | null;
}

/** What happened to a deal, in the order of the register. */
@Entity()
@Index('deal_event_deal', ['dealId', 'entryNumber'])
@Index('deal_event_entry', ['officeId', 'entryNumber'])
export class DealEvent {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() dealId!: string;
  @CountColumn() entryNumber!: number;
  @InstantColumn() at!: number;
  @BusinessDateColumn() businessDate!: string;
  @TextColumn(20) kind!: DealEventKind;
  /** Null where the office's own clock acted. */
  @IdColumn({ nullable: true }) byPerson!: string | null;
  /** Codes, dates and amounts; nothing personal. */
  @JsonColumn() data!: Readonly<Record<string, string | number | boolean | null>>;
}

/** The commission ledger: what a ruling gives to whom, reversed instead of edited. */
@Entity()
@Index('commission_deal', ['dealId', 'seq'])
@Index('commission_agent', ['officeId', 'agentId', 'businessDate'])
@Index('commission_day', ['officeId', 'businessDate'])
@Index('commission_posting_entry', ['officeId', 'entryNumber'])
export class CommissionPosting {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() dealId!: string;
  /** Its place among the deal's postings. */
  @CountColumn() seq!: number;
  /** The day it counts on: of a clawback from the next month, its first. */
  @BusinessDateColumn() businessDate!: string;
  @TextColumn(20) kind!: CommissionPostingKind;
  @TextColumn(20) payee!: Payee;
  @IdColumn({ nullable: true }) agentId!: string | null;
  /** 分; negative for a reversal. */
  @CountColumn() fen!: number;
  @IdColumn() rulingId!: string;
  @CountColumn() entryNumber!: number;
}
