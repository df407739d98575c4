import type { PenaltyDecision, PenaltyPostingKind, PenaltyState, Severity } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, JsonColumn, KeyColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** A slip or a verified violation of an agent, and what it brought. */
@Entity()
@Index('penalty_agent', ['officeId', 'agentId', 'at'])
@Index('penalty_entry', ['officeId', 'entryNumber'])
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
  @IdColumn({ nullable: true }) issuedBy!: string | null;
  /** The deal it forfeits. */
  @IdColumn({ nullable: true }) dealId!: string | null;
  @InstantColumn({ nullable: true }) appealUntil!: number | null;
}

/** An agent's one appeal of a penalty. */
@Entity()
@Index('penalty_appeal_once', ['penaltyId'], { unique: true })
@Index('penalty_appeal_open', ['officeId', 'state'])
export class PenaltyAppeal {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() penaltyId!: string;
  @InstantColumn() at!: number;
  @TextColumn(12) state!: Exclude<PenaltyState, 'in_force'>;
  @CountColumn() entryNumber!: number;
  @InstantColumn({ nullable: true }) heardAt!: number | null;
  @IdColumn({ nullable: true }) heardBy!: string | null;
  @CountColumn({ nullable: true }) heardEntry!: number | null;
}

/** What a penalty costs its agent, and what an upheld appeal gives back: the month's statement is their sum. */
@Entity()
@Index('penalty_posting_agent', ['officeId', 'agentId', 'businessDate'])
@Index('penalty_posting_entry', ['officeId', 'entryNumber'])
export class PenaltyPosting {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() penaltyId!: string;
  @IdColumn() agentId!: string;
  @BusinessDateColumn() businessDate!: string;
  @TextColumn(12) kind!: PenaltyPostingKind;
  /** 分; negative for a reversal. */
  @CountColumn() deductFen!: number;
  @CountColumn() fineFen!: number;
  /** Hundredths of a point: the schedule may take half a point. */
  @CountColumn() points!: number;
  @CountColumn() entryNumber!: number;
}
