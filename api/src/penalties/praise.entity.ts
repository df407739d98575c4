import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, KeyColumn } from '../platform/database/columns';

/** Praise of an agent. What for lies sealed beside the register's entry. */
@Entity()
@Index('praise_agent', ['officeId', 'agentId', 'at'])
@Index('praise_request', ['officeId', 'requestId'], { unique: true })
@Index('praise_entry', ['officeId', 'entryNumber'], { unique: true })
export class Praise {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() agentId!: string;
  @InstantColumn() at!: number;
  @BusinessDateColumn() businessDate!: string;
  @IdColumn() byPerson!: string;
  /** The check it came of. */
  @IdColumn({ nullable: true }) checkId!: string | null;
  /** The customer's request it came with; what for is said there. */
  @IdColumn({ nullable: true }) requestId!: string | null;
  @CountColumn() entryNumber!: number;
}
