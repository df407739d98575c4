import type { ScriptStep } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, InstantColumn, KeyColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** One version of what the office says at a step; the latest is said. None is ever changed. */
@Entity('script_card')
@Index('script_card_version', ['officeId', 'step', 'version'], { unique: true })
export class ScriptCardRow {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @TextColumn(20) step!: ScriptStep;
  /** From 1; what the presets bring along is 0 and stands nowhere. */
  @SmallCountColumn() version!: number;
  @TextColumn(400) zh!: string;
  @TextColumn(600) en!: string;
  @InstantColumn() at!: number;
  @IdColumn() byPerson!: string;
  @CountColumn() entryNumber!: number;
}
