import type { PenaltyDecision, Severity } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, JsonColumn, KeyColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** A slip or a verified violation of an agent, and what it brought. */
@Entity()
@Index('penalty_agent', ['officeId', 'agentId', 'at'])
export class Penalty {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() agentId!: string;
  @InstantColumn() at!: number;
  @BusinessDateColumn() businessDate!: string;
  @TextColumn(60) penaltyTrigger!: string;
  @TextColumn(20, { nullable: true }) severity!: Severity | null;
  @JsonColumn() decision!: PenaltyDecision;
  @InstantColumn({ nullable: true }) suspendedUntil!: number | null;
  @SmallCountColumn() policyVersion!: number;
  @CountColumn() entryNumber!: number;
}
