import type { ConflictDecision, DisputeDecision, HappeningKind, OwnershipDecision, RulingOccasion, RulingState } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, JsonColumn, KeyColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** Something that bears on whose customer somebody is; what it says beside the agent lies in its register entry too. */
@Entity()
@Index('happening_customer', ['customerId', 'at'])
export class Happening {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() customerId!: string;
  @InstantColumn() at!: number;
  @BusinessDateColumn() businessDate!: string;
  @TextColumn(30) kind!: HappeningKind;
  @IdColumn({ nullable: true }) agentId!: string | null;
  @IdColumn({ nullable: true }) byPerson!: string | null;
  /** `holds` of a complaint or a consent, `until` of a window. */
  @JsonColumn() data!: { readonly holds?: boolean; readonly until?: number };
  @CountColumn() entryNumber!: number;
}

/** One ruling on whose customer somebody is, as it was decided. */
@Entity()
@Index('ruling_customer', ['customerId', 'at'])
@Index('ruling_open', ['officeId', 'state', 'at'])
@Index('ruling_entry', ['officeId', 'entryNumber'])
export class Ruling {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() customerId!: string;
  @InstantColumn() at!: number;
  @TextColumn(30) occasion!: RulingOccasion;
  @TextColumn(20) state!: RulingState;
  @IdColumn({ nullable: true }) ownerBefore!: string | null;
  @IdColumn({ nullable: true }) ownerId!: string | null;
  @TextColumn(60) clause!: string;
  @SmallCountColumn() policyVersion!: number;
  @JsonColumn() decision!: OwnershipDecision | ConflictDecision | DisputeDecision;
  @CountColumn() entryNumber!: number;
}
