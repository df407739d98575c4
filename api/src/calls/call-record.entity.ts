import type { CallForm, CallFormField, CallGift } from '@lunjie/contracts';
import { Entity, Index } from 'typeorm';
import { BusinessDateColumn, FlagColumn, IdColumn, InstantColumn, JsonColumn, KeyColumn, LongTextColumn, SmallCountColumn, TextColumn } from '../platform/database/columns';

/** What a call has beyond a visit of the channel `call`, whose id it bears (来电登记表). */
@Entity()
@Index('call_record_day', ['officeId', 'businessDate', 'at'])
@Index('call_record_agent', ['officeId', 'answeredBy', 'businessDate'])
export class CallRecord {
  @KeyColumn() id!: string;
  @IdColumn() officeId!: string;
  @InstantColumn() at!: number;
  @BusinessDateColumn() businessDate!: string;
  @IdColumn({ nullable: true }) answeredBy!: string | null;
  @IdColumn({ nullable: true }) askedFor!: string | null;
  @SmallCountColumn({ nullable: true }) rings!: number | null;
  @SmallCountColumn({ nullable: true }) seconds!: number | null;
  @TextColumn(12) gives!: CallGift;
  @FlagColumn() isRepeat!: boolean;
  /** Without name and phone, which are kept with the customer. */
  @JsonColumn() form!: CallForm;
  @JsonColumn() missing!: readonly CallFormField[];
  @LongTextColumn({ nullable: true }) messageSealed!: string | null;
  @InstantColumn({ nullable: true }) invitedFor!: number | null;
}
