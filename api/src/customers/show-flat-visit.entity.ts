import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, CountColumn, IdColumn, InstantColumn, KeyColumn, SmallCountColumn } from '../platform/database/columns';

/** Somebody who saw the show flat: a line of its own sheet (样板间客户接待记录表, SN-02). */
@Entity()
@Index('show_flat_day', ['officeId', 'businessDate', 'at'])
export class ShowFlatVisit {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @IdColumn() customerId!: string;
  @BusinessDateColumn() businessDate!: string;
  @InstantColumn() at!: number;
  @IdColumn() byPerson!: string;
  @SmallCountColumn({ nullable: true }) partySize!: number | null;
  @CountColumn() entryNumber!: number;
  @InstantColumn({ nullable: true }) handedOverAt!: number | null;
  @IdColumn({ nullable: true }) referredTo!: string | null;
}
