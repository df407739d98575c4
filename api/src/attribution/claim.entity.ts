import type { ClaimKind, ClaimSource, ClaimStanding } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, KeyColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** Who may call a customer theirs, from when, until when, by which register entry. The latest that has not ended is the owner's. */
@Entity()
@Index('claim_customer', ['customerId', 'fromAt'])
@Index('claim_agent', ['officeId', 'agentId', 'untilDate'])
@Index('claim_due', ['standing', 'untilDate'])
export class Claim {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() customerId!: string;
  @IdColumn() agentId!: string;
  @TextColumn(12) kind!: ClaimKind;
  @TextColumn(16) source!: ClaimSource;
  @TextColumn(12) standing!: ClaimStanding;
  @BusinessDateColumn() fromDate!: string;
  @InstantColumn() fromAt!: number;
  /** The last valid day; null = does not lapse. */
  @BusinessDateColumn({ nullable: true }) untilDate!: string | null;
  /** The last day whatever happens (P64). */
  @BusinessDateColumn({ nullable: true }) hardUntil!: string | null;
  @SmallCountColumn() refreshed!: number;
  @InstantColumn({ nullable: true }) lastRefreshAt!: number | null;
  /** The version whose validity its last day comes from. */
  @SmallCountColumn() policyVersion!: number;
  /** The entry by which it lapsed; it stays the last owner's until it ends. */
  @CountColumn({ nullable: true }) lapsedEntry!: number | null;
  /** Who has to say whose the customer is now that it lapsed: 'manager' (P69). */
  @TextColumn(20, { nullable: true }) awaits!: string | null;
  @CountColumn() entryNumber!: number;
  @InstantColumn({ nullable: true }) endedAt!: number | null;
  @TextColumn(40, { nullable: true }) endedBecause!: string | null;
  @CountColumn({ nullable: true }) endedEntry!: number | null;
}
