import type { DisputeActKind, DisputeDecision, DisputeFile, DisputeKind, DisputeOutcome, DisputeState, DisputeStep } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, JsonColumn, KeyColumn, TextColumn } from '../platform/database/columns';

/** One case of whose customer, or whose deal, it is. `file` never changes: its hash stands in the register. */
@Entity()
@Index('dispute_office', ['officeId', 'state', 'dueAt'])
@Index('dispute_customer', ['customerId', 'state'])
@Index('dispute_deal', ['dealId'])
export class Dispute {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() customerId!: string;
  @IdColumn({ nullable: true }) dealId!: string | null;
  @TextColumn(20) kind!: DisputeKind;
  @TextColumn(20) step!: DisputeStep;
  @TextColumn(12) state!: DisputeState;
  @InstantColumn() openedAt!: number;
  @BusinessDateColumn() businessDate!: string;
  /** Null where the system opened it. */
  @IdColumn({ nullable: true }) openedBy!: string | null;
  /** When the office's clock has something to do: the end of the step, or of the time to appeal. */
  @InstantColumn({ nullable: true }) dueAt!: number | null;
  /** When the last step was found overdue: told once. */
  @InstantColumn({ nullable: true }) remindedAt!: number | null;
  @JsonColumn() file!: DisputeFile;
  @TextColumn(64) fileHash!: string;
  @CountColumn() entryNumber!: number;
  @TextColumn(12, { nullable: true }) outcome!: DisputeOutcome | null;
  @IdColumn({ nullable: true }) ownerId!: string | null;
  @JsonColumn({ nullable: true }) decision!: DisputeDecision | null;
  @InstantColumn({ nullable: true }) settledAt!: number | null;
  /** Null where the parties agreed. */
  @IdColumn({ nullable: true }) settledBy!: string | null;
  @InstantColumn({ nullable: true }) appealUntil!: number | null;
  @IdColumn({ nullable: true }) appealedBy!: string | null;
}

/** An agent who calls the customer theirs, and whose they agree it is. */
@Entity()
@Index('dispute_party_case', ['disputeId', 'agentId'], { unique: true })
@Index('dispute_party_agent', ['officeId', 'agentId'])
export class DisputeParty {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() disputeId!: string;
  @IdColumn() agentId!: string;
  @IdColumn({ nullable: true }) consentsTo!: string | null;
}

/** What was entered into the case after it was opened. The words are sealed beside the register's entry. */
@Entity('dispute_act')
@Index('dispute_act_case', ['disputeId', 'entryNumber'])
@Index('dispute_act_entry', ['officeId', 'entryNumber'])
export class DisputeActRow {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() disputeId!: string;
  @TextColumn(20) kind!: DisputeActKind;
  @InstantColumn() at!: number;
  @IdColumn({ nullable: true }) byPerson!: string | null;
  @JsonColumn() data!: { readonly step?: DisputeStep; readonly owner?: string | null; readonly outcome?: DisputeOutcome; readonly upheld?: boolean };
  @CountColumn() entryNumber!: number;
}
