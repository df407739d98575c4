import type { UnitState } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, InstantColumn, KeyColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** One unit of the board (销控表). */
@Entity()
@Index('unit_code', ['officeId', 'code'], { unique: true })
@Index('unit_due', ['state', 'heldUntil'])
export class Unit {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  /** 完整房号. */
  @TextColumn(60) code!: string;
  @TextColumn(20) building!: string;
  @TextColumn(10, { nullable: true }) entrance!: string | null;
  @SmallCountColumn() floor!: number;
  @TextColumn(20) room!: string;
  @TextColumn(40) layout!: string;
  /** Hundredths of a square metre. */
  @CountColumn() grossArea!: number;
  @CountColumn() netArea!: number;
  /** 分. */
  @CountColumn() listPriceFen!: number;
  @TextColumn(16) state!: UnitState;
  /** Who holds it, withheld it or took its deposit. */
  @IdColumn({ nullable: true }) heldBy!: string | null;
  @InstantColumn({ nullable: true }) stateSince!: number | null;
  /** When a hold or a soft deposit ends by itself. */
  @InstantColumn({ nullable: true }) heldUntil!: number | null;
  /** The register entry that entered it. */
  @CountColumn() entryNumber!: number;
  @TextColumn(20, { nullable: true }) batch!: string | null;
  @TextColumn(20, { nullable: true }) propertyType!: string | null;
  /** As surveyed; hundredths of a square metre. */
  @CountColumn({ nullable: true }) measuredGross!: number | null;
  @CountColumn({ nullable: true }) measuredNet!: number | null;
}
