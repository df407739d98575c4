import type { Floor, PostingBody } from '@lunjie/rotation';
import { Entity, Index, PrimaryColumn } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, JsonColumn, TextColumn } from '../platform/database/columns';

/** One row an office: locked by every write, it holds the line as the ledger leaves it and the head of the register. */
@Entity('floor')
export class FloorRow {
  @PrimaryColumn({ type: 'char', length: 36 }) officeId!: string;
  /** Grows with every write: the number of the live event. */
  @CountColumn() version!: number;
  /** The last posting's number. */
  @CountColumn() seq!: number;
  @CountColumn() entryNumber!: number;
  @TextColumn(64) entryHash!: string;
  @JsonColumn() state!: Floor;
  /** The entry up to which no open follow-up was left with a customer's former owner; null before the first look. */
  @CountColumn({ nullable: true }) followUpsSettled!: number | null;
}

/** One posting of the turn ledger. Rows are added, never changed. */
@Entity('turn_posting')
@Index('turn_posting_agent', ['officeId', 'agentId', 'businessDate'])
export class TurnPosting {
  @PrimaryColumn({ type: 'char', length: 36 }) officeId!: string;
  @PrimaryColumn({ type: 'bigint', transformer: { to: (value: unknown) => value, from: (value: unknown) => Number(value) } }) seq!: number;
  @InstantColumn() at!: number;
  @BusinessDateColumn() businessDate!: string;
  @TextColumn(40) kind!: string;
  @IdColumn({ nullable: true }) agentId!: string | null;
  @IdColumn({ nullable: true }) receptionId!: string | null;
  /** The register entry whose digest covers it. */
  @CountColumn() entryNumber!: number;
  @JsonColumn() body!: PostingBody;
}
