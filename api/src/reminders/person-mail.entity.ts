import type { NoticeKind } from '@lunjie/contracts';
import { Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, JsonColumn, TextColumn } from '../platform/database/columns';

/** Where somebody gets reminders by mail, and of which kinds; no row for who wants none. */
@Entity()
export class PersonMail {
  @PrimaryColumn({ type: 'char', length: 36 }) personId!: string;
  /** As it is compared: in small letters. */
  @Index('person_mail_email', { unique: true }) @TextColumn(254) email!: string;
  @JsonColumn() kinds!: readonly NoticeKind[];
  @InstantColumn() changedAt!: number;
}
