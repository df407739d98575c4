import type { CommissionPostingKind, DealDispute, Payee } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, KeyColumn, TextColumn } from '../platform/database/columns';

/** A deal with a customer, and the ruling that divides it. */
@Entity()
@Index('deal_customer', ['customerId', 'closedAt'])
@Index('deal_day', ['officeId', 'businessDate'])
export class Deal {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() customerId!: string;
  @TextColumn(60, { nullable: true }) unit!: string | null;
  /** Null where a manager closed. */
  @IdColumn({ nullable: true }) closerId!: string | null;
  @InstantColumn() closedAt!: number;
  @BusinessDateColumn() businessDate!: string;
  /** 分. */
  @CountColumn() commissionFen!: number;
  @TextColumn(20) dispute!: DealDispute;
  @IdColumn() rulingId!: string;
  @CountColumn() entryNumber!: number;
}

/** The commission ledger: what a ruling gives to whom, reversed instead of edited. */
@Entity()
@Index('commission_deal', ['dealId', 'seq'])
@Index('commission_agent', ['officeId', 'agentId', 'businessDate'])
export class CommissionPosting {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() dealId!: string;
  /** Its place among the deal's postings. */
  @CountColumn() seq!: number;
  @BusinessDateColumn() businessDate!: string;
  @TextColumn(20) kind!: CommissionPostingKind;
  @TextColumn(20) payee!: Payee;
  @IdColumn({ nullable: true }) agentId!: string | null;
  /** 分; negative for a reversal. */
  @CountColumn() fen!: number;
  @IdColumn() rulingId!: string;
  @CountColumn() entryNumber!: number;
}
