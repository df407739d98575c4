import type { CountedItem, HandedItem, HandoverPlace, RequestClass } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, JsonColumn, KeyColumn, TextColumn } from '../platform/database/columns';

/** A shift handed over (交接班记录表). Remarks lie sealed beside the register's entries. */
@Entity('shift_handover')
@Index('shift_handover_entry', ['officeId', 'entryNumber'], { unique: true })
@Index('shift_handover_taken', ['officeId', 'takenEntry'])
export class ShiftHandover {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @TextColumn(12) place!: HandoverPlace;
  @InstantColumn() at!: number;
  @BusinessDateColumn() businessDate!: string;
  @IdColumn() byPerson!: string;
  @CountColumn() entryNumber!: number;
  @JsonColumn() sheet!: StoredSheet;
  @InstantColumn({ nullable: true }) takenAt!: number | null;
  @IdColumn({ nullable: true }) takenBy!: string | null;
  @CountColumn({ nullable: true }) takenEntry!: number | null;
  @JsonColumn({ nullable: true }) differences!: readonly CountedItem[] | null;
}

/** As the register has it: who is meant stands there by id alone. */
export interface StoredSheet {
  readonly waiting: readonly { readonly visit: string; readonly since: number }[];
  readonly requests: readonly { readonly request: string; readonly class: RequestClass; readonly promisedAt: number | null }[];
  readonly flatVisitors: number;
  readonly items: readonly Omit<HandedItem, 'found'>[];
}
