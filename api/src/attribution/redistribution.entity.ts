import type { DrawAssignment, DrawList, DrawState, RedistributionMethod, RedistributionReason } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, InstantColumn, JsonColumn, KeyColumn, TextColumn } from '../platform/database/columns';

/** How the customers of somebody who goes were given to others: the list as it was published, and what came of it. */
@Entity()
@Index('redistribution_office', ['officeId', 'publishedAt'])
export class Redistribution {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @TextColumn(12) state!: DrawState;
  @TextColumn(12) method!: RedistributionMethod;
  @TextColumn(20) reason!: RedistributionReason;
  @IdColumn() fromAgent!: string;
  @JsonColumn() list!: DrawList;
  @TextColumn(64) listHash!: string;
  /** 32 bytes in hex, drawn after the list was published; null before, and for the other methods. */
  @TextColumn(64, { nullable: true }) seed!: string | null;
  @JsonColumn() result!: readonly DrawAssignment[];
  /** Customers who really moved: the others had another owner by then. */
  @JsonColumn() moved!: readonly string[];
  @InstantColumn() publishedAt!: number;
  @IdColumn() publishedBy!: string;
  @CountColumn() publishedEntry!: number;
  @InstantColumn({ nullable: true }) doneAt!: number | null;
  @IdColumn({ nullable: true }) doneBy!: string | null;
  @CountColumn({ nullable: true }) doneEntry!: number | null;
}
